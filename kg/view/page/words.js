// Every text of the screen, Chinese and English. {n} is put in from the values; {n|fact|facts} chooses by number.
// What the articles say, and the names in them, stay as they are.

const WORDS = {
  title: ['治图：各地在怎样治理', 'Zhitu: what localities do in governance'],
  colon: ['：', ': '],
  comma: ['、', ', '],
  semicolon: ['；', '; '],

  // the frame
  skip: ['跳到列表（与图内容相同）', 'Skip to the table (same content as the picture)'],
  counts: ['{places} 个地方 · {practices} 项具名做法 · {concepts} 类做法 · 出自 {articles} 篇报道',
    '{places} {places|place|places} · {practices} named {practices|practice|practices} · {concepts} {concepts|kind|kinds} of practice · from {articles} {articles|article|articles}'],
  filtered: ['筛选后 ', 'Filtered: '],
  searchLabel: ['查找地方或做法', 'Find a place or a practice'],
  searchHint: ['搜地方、做法、拼音', 'Place, practice, pinyin'],
  found: ['查找结果', 'Results'],
  foundNothing: ['没有找到。试试更短的词或拼音首字母。', 'Nothing found. Try a shorter word or pinyin initials.'],
  foundCount: ['{n} 个结果', '{n} {n|result|results}'],
  filters: ['筛选', 'Filters'],
  views: ['视图', 'Views'],
  language: ['English', '中文'],
  languageLabel: ['Switch to English', '换成中文'],
  dark: ['深色', 'Dark'],
  light: ['浅色', 'Light'],
  copyLink: ['复制链接', 'Copy link'],
  copyLinkHint: ['复制此刻画面的链接：视图、筛选和选中的都在里面', 'Copy a link to exactly this screen: view, filters and selection'],
  linkCopied: ['已复制', 'Copied'],
  legendAndFilters: ['图例与筛选', 'Legend and filters'],
  legend: ['图例', 'Legend'],
  details: ['详情', 'Details'],
  noScript: ['此页需要启用 JavaScript。', 'This page needs JavaScript.'],

  // views
  'view.network': ['关系图', 'Network'],
  'view.matrix': ['矩阵', 'Matrix'],
  'view.china': ['地图', 'China'],
  'view.timeline': ['时间', 'Timeline'],
  'view.table': ['列表', 'Table'],
  'view.compare': ['比较', 'Compare'],
  'view.reader': ['原文', 'Articles'],
  nothing: ['没有可显示的内容。放宽筛选，或点“清除筛选”。', 'Nothing to show. Widen the filters, or clear them.'],
  nothingRead: ['读了 {n} 篇报道，还没有找到做法。换些讲基层治理做法的报道，再运行一次 kg build。',
    'No practice was found in {n} {n|article|articles}. Take articles that report local governance, and run kg build again.'],

  // facets
  'facet.group': ['类别', 'Field'],
  'facet.province': ['省', 'Province'],
  'facet.prefecture': ['市', 'Prefecture'],
  'facet.county': ['县区', 'County'],
  'facet.year': ['报道年份', 'Year of report'],
  'facet.concept': ['做法类别', 'Kind of practice'],
  'facet.kind': ['做法形式', 'Form'],
  'facet.stage': ['进展', 'Stage'],
  'facet.confidence': ['把握', 'Confidence'],
  'facet.extent': ['试点或推开', 'Extent'],
  'facet.since': ['起始年份', 'Year of start'],
  'facet.serves': ['服务对象', 'Group served'],
  'facet.family': ['内容', 'Content'],
  'facet.source': ['来源', 'Source'],
  'facet.status': ['地名核对', 'Place name'],
  countsAre: ['数字是事实的条数', 'Numbers count facts'],
  chosen: ['已选 {n}', '{n} chosen'],
  moreValues: ['还有 {n} 项', '{n} more'],
  dropValue: ['不再按“{what}”筛选', 'Drop the filter {what}'],
  chosenFilters: ['已选的筛选', 'Chosen filters'],
  clearFilter: ['清除筛选', 'Clear filters'],
  filterDropped: ['筛选范围内的报道没有“{what}”，筛选已清除；按“后退”可恢复。', 'Nothing on {what} within the filters: they were cleared. “Back” restores them.'],
  undated: ['未注明日期', 'undated'],

  // codes of the data
  'level.province': ['省级', 'province'], 'level.prefecture': ['地级', 'prefecture'], 'level.county': ['县级', 'county'],
  'level.township': ['乡级', 'township'], 'level.village': ['村/社区', 'village'], 'level.zone': ['园区', 'zone'],
  'level.compound': ['小区', 'compound'],
  'kind.brand': ['品牌', 'brand'], 'kind.method': ['工作法', 'method'], 'kind.model': ['模式', 'model'],
  'kind.mechanism': ['机制', 'mechanism'], 'kind.project': ['工程项目', 'project'], 'kind.campaign': ['行动', 'campaign'],
  'kind.platform': ['平台', 'platform'], 'kind.station': ['站点', 'station'], 'kind.team': ['队伍', 'team'],
  'kind.activity': ['活动', 'activity'],
  'stage.done': ['已做', 'done'], 'stage.under-way': ['推进中', 'under way'], 'stage.planned': ['计划中', 'planned'],
  'confidence.high': ['大', 'high'], 'confidence.medium': ['一般', 'medium'], 'confidence.low': ['小，先看原文', 'low: read the quote first'],
  checkFirst: ['把握小，请核对', 'low confidence: check it'],
  'extent.pilot': ['试点', 'pilot'], 'extent.rolled-out': ['已推开', 'rolled out'],
  'status.settled': ['有官方代码', 'settled by code'], 'status.new': ['名录外的新地名', 'not in the official list'],
  'status.open': ['同名待定', 'open: several bear the name'],
  'family.runs': ['具名做法', 'Named practice'], 'family.concept': ['未另起名的做法', 'Practice without a name'],
  'family.since': ['起始', 'Start'], 'family.extent': ['试点或推开', 'Extent'], 'family.part': ['组成', 'Part'], 'family.lesson': ['学习借鉴', 'Lesson'], 'family.measure': ['数字', 'Figure'],
  'family.award': ['荣誉', 'Award'], 'family.document': ['文件', 'Document'], 'family.organisation': ['组织', 'Organisation'],
  'family.person': ['人物', 'Person'],
  'organisation.party': ['党组织', 'party'], 'organisation.government': ['政府部门', 'government'],
  'organisation.discipline': ['纪检监察', 'discipline'], 'organisation.self-governance': ['自治组织', 'self-governance'],
  'organisation.company': ['企业', 'company'], 'organisation.social': ['社会组织', 'social organisation'],
  'organisation.public': ['事业单位', 'public institution'], 'organisation.alliance': ['联盟', 'alliance'],
  'organisation.team': ['队伍', 'team'],

  // the network
  keyPlace: ['地方，越大做法越多', 'Place: the larger, the more it runs'],
  keyPractice: ['具名做法，越大地方越多', 'Named practice: the larger, the more places'],
  keyConcept: ['做法的类别', 'Kind of practice'],
  graphLabel: ['关系图。列表视图有相同内容。', 'Network. The table holds the same content.'],
  graphKeys: ['键盘：N、P 逐个选取，回车展开省份，方向键平移，＋、－ 缩放，0 全图，Esc 取消。',
    'Keys: N and P choose one after the other, Enter opens a province, arrows pan, + and − zoom, 0 shows all, Esc lets go.'],
  graphHint: ['点任一标记，看它在哪里、原文怎么说。拖动平移，滚轮缩放。', 'Click a mark to see where it is and what the article says. Drag to pan, scroll to zoom.'],
  zoom: ['缩放', 'Zoom'], zoomIn: ['放大', 'Zoom in'], zoomOut: ['缩小', 'Zoom out'], zoomFit: ['全图', 'All'],
  zoomFitLabel: ['显示全部', 'Show all'], overview: ['概览', 'Overview'],

  // the panel
  chose: ['已选中 {what}', 'Selected {what}'],
  close: ['关闭，回到开头', 'Close'],
  cannotUnpack: ['此浏览器不能展开原文，请换用近年的 Chrome、Edge、Firefox 或 Safari。',
    'This browser cannot unpack the articles. Use a recent Chrome, Edge, Firefox or Safari.'],
  namedPractice: ['具名做法', 'Named practice'],
  aliases: ['又作：', 'Also: '],
  runAt: ['在做的地方', 'Places that run it'],
  nowhere: ['文中没有说明是哪个地方。', 'The article does not say where.'],
  text: ['原文', 'In the article'],
  awards: ['荣誉', 'Awards'], figures: ['数字', 'Figures'], parts: ['组成', 'Parts'], sinces: ['起始', 'Start'], extents: ['试点或推开', 'Extent'],
  lessons: ['谁向谁学', 'Who learned from whom'], learnedFromWhom: ['向谁学', 'Learned from'], learnedByWhom: ['谁来学', 'Learned from it'],
  learnedFrom: ['学自{place}', 'learned from {place}'], whoFromWhom: ['{learner} 学自 {source}', '{learner} learned from {source}'],
  documents: ['文件', 'Documents'], organisations: ['组织', 'Organisations'], people: ['人物', 'People'],
  conceptOf: ['做法类别', 'Kind of practice'],
  practices: ['做法', 'Practices'], namedPractices: ['具名做法', 'Named practices'],
  unnamedAt: ['开展而未另起名的地方', 'Places that do it without a name of its own'],
  andOthers: ['{first} 等 {n} 项', '{first} and others, {n} in all'],
  andMore: ['{first} 等 {n} 地', '{first} and others, {n} places'],
  place: ['地方', 'Place'], inside: ['下辖', 'Within it'], related: ['做法相近的地方', 'Places alike in what they run'],
  unnamed: ['未另起名', 'no name of its own'],
  groupOfPractices: ['一组做法', 'Field of practice'], kinds: ['类别', 'Kinds'],
  nNamed: ['{n} 项具名做法', '{n} named'],
  openPlaces: ['只看这 {n} 个地方', 'Show only {n|this place|these {n} places}'],
  places: ['地方', 'Places'], nItems: ['{n} 项', '{n}'], nPlaces: ['{n} 地', '{n} {n|place|places}'],
  startTitle: ['怎样看这一页', 'How to read this page'],
  'start.network': ['中间的圆点是地方，四周各圈是它们的做法，按类别聚在一起；线表示“报道说这个地方在做”。每条线都附原文。',
    'The dots in the middle are places, the circles around them what they do, by field. A line says: an article reports that this place does this. Behind every line stands the sentence.'],
  'start.matrix': ['一行是一个地方，一列是一类做法，格里是报道里的条数。点一格，看原句。', 'A row is a place, a column a kind of practice, the number how often articles report it. Click a cell to read the sentences.'],
  'start.china': ['一格是一个省级单位，颜色越深，报道里的条数越多。点开一格，看它的市和县。', 'A tile is a province: the darker, the more the articles report. Open one to see its prefectures and counties.'],
  'start.timeline': ['哪个地方、哪项做法最早见于哪天的报道。空心记号是报道里说的起始时间，箭头是报道明说的学习借鉴，都与报道的先后分开。',
    'When a place or a practice is first reported. Hollow marks are starts, arrows lessons that an article states; both are kept apart from the order of the reports.'],
  'start.table': ['一行是一条事实，点列名排序，点“原句”看它出自哪里。', 'A row is a fact. Click a heading to sort, “Read” to see where it is said.'],
  'start.compare': ['选两到四个地方，看它们共有什么、各自独有什么，数字各是多少。', 'Choose two to four places to see what they share, what only one has, and their figures.'],
  'start.reader': ['报道全文，读出的事实都标了颜色。点一处，看它是什么；点左边的筛选，只留要看的报道。',
    'The articles in full, every fact marked. Click a mark to see what it is; use the filters to keep the articles that matter.'],
  mostPractices: ['做法最多的地方', 'Places that run most'],
  mostPlaces: ['地方最多的做法', 'Practices run at most places'],
  mostConcepts: ['地方最多的类别', 'Kinds of practice at most places'],
  noConcept: ['未归类', 'no kind yet'],
  looseHere: ['报道未点明，按报道所写的地方列出', 'The article names no place here; listed under the place it reports on'],
  servesWhom: ['服务{who}', 'serves {who}'], sinceWhen: ['始于 {when}', 'since {when}'],
  toReader: ['读全文', 'Read the article'],
  toCompare: ['加入比较', 'Compare'],

  // table and reader
  'column.area': ['所在', 'In'], 'column.place': ['地方', 'Place'], 'column.family': ['内容', 'Content'],
  'column.name': ['名称', 'Name'], 'column.value': ['说明', 'Says'], 'column.concept': ['类别', 'Kind'],
  'column.date': ['报道日期', 'Date'], 'column.source': ['报道', 'Article'],
  openQuote: ['看原句', 'Show the sentence'], readOf: ['{text}，{what}，看原句', '{text}, {what}, read the sentences'],
  sentence: ['原句', 'Sentence'], toSentence: ['原句', 'Read'], sentenceOf: ['{what}：看原句', '{what}: read the sentence'],
  pages: ['翻页', 'Pages'], previous: ['上一页', 'Previous'], next: ['下一页', 'Next'], page: ['第 {page} / {pages} 页', 'Page {page} of {pages}'],
  onlySelected: ['只看“{what}”', 'Only {what}'],
  inTable: ['在表中查找', 'Search the table'], nFacts: ['{n} 条', '{n} {n|fact|facts}'],
  tableCaption: ['一行是一条事实。带 * 的，报道未点明地方，按报道所写的地方列出。',
    'One row is one fact. Marked *: the article names no place, so it stands under the place it reports on.'],
  previousArticle: ['上一篇', 'Previous'], nextArticle: ['下一篇', 'Next'],
  whichArticle: ['选一篇报道', 'Choose an article'], articleOf: ['第 {at} 篇，共 {n} 篇', '{at} of {n}'],

  // matrix and map
  noReport: ['本语料未见报道', 'not reported in this corpus'],
  noReportFiltered: ['筛选后的语料未见报道', 'not reported under these filters'],
  factsEach: ['事实条数', 'Number of facts'],
  rowsAre: ['每行', 'Rows'], 'rows.province': ['省', 'Provinces'], 'rows.prefecture': ['市', 'Prefectures'],
  'rows.county': ['县区', 'Counties'], 'rows.reported': ['报道所写', 'As reported'],
  matrixNote: ['{rows} 行 × {columns} 类做法。空格只表示本语料未见报道，不等于没有做。',
    '{rows} {rows|row|rows} × {columns} kinds of practice. An empty cell means only that this corpus does not report it.'],
  coverage: ['语料覆盖', 'In the corpus'], coverArticles: ['报道篇数', 'Articles'], coverFacts: ['事实条数', 'Facts'],
  sortBy: ['按“{what}”排序', 'Sort by {what}'],

  allPractices: ['全部做法', 'all practices'], coloursCount: ['颜色是“{what}”的事实条数', 'Colours count facts on: {what}'],
  wholeCountry: ['全国', 'China'], whereNow: ['所在', 'Where'], provinces: ['省级单位', 'Provinces'],
  tilesNote: ['一格一个省级单位，只示意相对位置，不表示边界。', 'A tile is a province. Tiles show roughly who is beside whom, not borders.'],
  pointsNote: ['圆点在市县的中心点，不表示边界。', 'Dots stand at the centres of prefectures and counties; no borders are shown.'],
  noProvince: ['未能定到省的地方', 'Places of no known province'], noPoints: ['这里没有可以画在图上的地方。', 'Nothing here can be drawn on the map.'],
  onTheMap: ['图上的地方', 'On the map'], notOnTheMap: ['没有坐标，或报道只写到这一级', 'Without coordinates, or reported of the area as a whole'],

  // timeline
  orderOnly: ['圆点只有报道的先后：先见报不等于先做，更不等于谁学谁。箭头才是报道明说的学习借鉴；没有箭头，就是没有报道这样说。',
    'Dots show only the order of reports: reported first is not done first, and no sign that one learnt from another. Only an arrow says that: an article states it. Where there is none, no article does.'],
  statedLessons: ['报道明说的学习借鉴：{n} 条', 'Lessons that articles state: {n}'], lessonsLeftOut: ['另有 {n} 条，见列表。', '{n} more in the table.'],
  lessonOn: ['{what}：{date} 的报道这样说', '{what}: stated by an article of {date}'], lessonOnly: ['没有报道说它在做', 'not reported to run it'],
  undatedLeftOut: ['另有 {n} 条出自未注明日期的报道，不在图上。', ' {n} more {n|fact stands|facts stand} in undated articles and are left out.'],
  noDates: ['这里的报道都没有注明日期。', 'None of the articles here states a date.'],
  linesLeftOut: ['另有 {n} 行未显示，用筛选缩小范围。', '{n} more {n|line|lines}: narrow the filters to see them.'],
  firstReport: ['首见 {date}', 'first {date}'], startOnly: ['报道无日期', 'article undated'],
  nowhereShort: ['地方不明', 'place not stated'],
  statedStart: ['{what}：报道说始于 {date}', '{what}: an article says it began {date}'],
  reportedOn: ['{what}：{date} 的报道', '{what}: reported {date}'],
  keyFirst: ['这一行最早的报道', 'First report on the line'], keyReport: ['其他地方或做法的首次报道', 'First report of another place or practice'],
  keyStart: ['报道里说的起始时间', 'Start stated in an article'], keyLesson: ['报道明说的学习借鉴，指向学的一方', 'A stated lesson, pointing at the learner'],
  play: ['播放', 'Play'], pause: ['暂停', 'Pause'], until: ['截至', 'Up to'], stepBack: ['往前一步', 'One step back'], stepOn: ['往后一步', 'One step on'],
  byThen: ['截至 {date}：{n} 个地方见报', 'By {date}: {n} {n|place|places} reported'],

  // compare
  compareHow: ['选两到四个地方，看它们共有什么、各自独有什么。地方从上面的单子里选，或在详情里点“加入比较”。',
    'Choose two to four places to see what they share and what only one of them has: from the list above, or by “Compare” in the details.'],
  compareStart: ['报道最多的：', 'Most reported: '],
  compareOneMore: ['再选一个地方。', 'Choose one more place.'],
  compareNote: ['每个地方都把辖区内的乡镇、村社算在内。点条数看原句。', 'Each place includes what lies within it. Click a number to read the sentences.'],
  addPlace: ['添一个地方…', 'Add a place…'], addPlaceHint: ['用方向键选，按回车添加', 'Choose with the arrow keys, add with Enter'], dropPlace: ['不再比较 {what}', 'Drop {what}'],
  neighbours: ['同在{where}：', 'Also in {where}: '],
  coverOf: ['{articles} 篇报道，{facts} 条事实', '{articles} {articles|article|articles}, {facts} {facts|fact|facts}'],
  haveAll: ['都有报道', 'Reported of all'], haveSome: ['部分有报道', 'Reported of some'], haveOnly: ['只见于{what}的报道', 'Reported of {what} only'], none: ['没有', 'none'],

  // quotes
  notInText: ['（依据在报头、发送名单等处，不在正文中）', '(The evidence stands in the masthead or a list, not in the text)'],
  nth: ['{source} 第 {n} 篇', '{source}, article {n}'],
};

/** A text of the screen in the chosen language. */
function t(key, values = {}) {
  const pair = WORDS[key];
  if (!pair) throw new Error(`no words for ${key}`);
  return pair[state?.lang === 'en' ? 1 : 0]
    .replace(/\{(\w+)\|([^|{}]*)\|((?:[^{}]|\{\w+\})*)\}/g, (_, name, one, many) => (values[name] === 1 ? one : many))
    .replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

/** The name of a node or group: concepts and groups have English ones. */
const labelOf = (thing) => (state?.lang === 'en' && thing.en ? thing.en : thing.label ?? thing.zh);

/** Fill in the words of the page's fixed parts. */
function showWords() {
  document.documentElement.lang = state.lang === 'en' ? 'en' : 'zh-CN';
  for (const element of document.querySelectorAll('[data-t]')) element.textContent = t(element.dataset.t);
  for (const attribute of ['aria-label', 'title', 'placeholder']) {
    for (const element of document.querySelectorAll(`[data-t-${attribute}]`)) {
      element.setAttribute(attribute, t(element.getAttribute(`data-t-${attribute}`)));
    }
  }
  document.title = META.title || t('title');
  byId('title').textContent = document.title;
}
