// The panel beside the map: what was chosen, where it is, and what the articles say.

const OPEN_AT_ONCE = 3;

function markFor(node) {
  return markOf(node.shape, colourOf(node), node.kind === 'concept');
}

/** A name that leads to its node. */
function jump(node, text) {
  return make('a', { className: 'jump', href: `#${encodeURI(node.id)}`, on: { click: (event) => follow(event, node.id) } },
    markFor(node), make('bdi', { textContent: text || node.label }));
}

function follow(event, id) {
  event.preventDefault();
  event.stopPropagation();
  choose(id, true);
}

const trail = (place) => [...place.path].join(' › ');
const heading = (text, count) => make('h3', {}, text, count === undefined ? null : make('small', { textContent: ` ${count}` }));
const chips = (...items) => make('p', { className: 'chips' }, ...items.map((item) => (
  item instanceof Node ? item : make('span', { className: 'chip', textContent: item }))));

function fillPanel(...content) {
  const panel = byId('panel');
  panel.replaceChildren(...content.filter(Boolean));
  panel.scrollTop = 0;
}

function titleOf(node, kind) {
  return make('div', { className: 'head' },
    make('p', { className: 'kind' }, markFor(node), kind),
    button('×', () => choose(null), { className: 'close', ariaLabel: '关闭，回到开头' }),
    make('h2', {}, make('bdi', { textContent: node.label })));
}

async function showNode(id) {
  const node = nodeOf.get(id);
  let all = null;
  try {
    all = await loadEvidence();
  } catch {
    fillPanel(titleOf(node, ''), make('p', { textContent: '此浏览器不能展开原文（缺少 DecompressionStream），请换用近年的 Chrome、Edge、Firefox 或 Safari。' }));
    return;
  }
  if (selected !== id) return; // another click came while unpacking
  ({ place: showPlace, practice: showPractice, concept: showConceptPanel })[node.kind](node, all);
}

function showPractice(node, all) {
  const group = groupOf.get(node.group);
  const links = linksOf.get(node.id).filter(inFilter);
  const [loose, awards] = all.practices[node.id] || [[], []];
  fillPanel(titleOf(node, `具名做法 · ${KINDS[node.what] || node.what}`),
    chips(...node.concepts.map((id) => jump(nodeOf.get(id)))),
    node.concepts.length ? null : chips(group.zh),
    node.alt.length ? make('p', { className: 'quiet' }, '又作：', make('bdi', { textContent: node.alt.slice(0, 6).join('；') })) : null,
    heading('在做的地方', links.length),
    ...links.map((edge, i) => placeLine(edge, all, i < OPEN_AT_ONCE)),
    links.length ? null : make('p', { className: 'quiet', textContent: '文中没有说明是哪个地方。' }),
    ...(loose.length ? [heading('原文'), ...quoteCards(all, loose)] : []),
    ...figureList('获奖', awards, all));
}

function placeLine(edge, all, open) {
  const place = nodeOf.get(edge.from);
  return foldedQuotes([jump(place), make('small', {}, make('bdi', { textContent: trail(place) }))], all, all.links[edge.id], open);
}

function showConceptPanel(node, all) {
  const group = groupOf.get(node.group);
  const practices = practicesOf.get(node.id).filter((practice) => shown.nodes.has(practice.id));
  const links = linksOf.get(node.id).filter(inFilter);
  fillPanel(titleOf(node, `做法类别 · ${group.zh}`),
    make('p', { className: 'quiet' }, make('span', { lang: 'en', textContent: node.en })),
    make('p', { textContent: node.says }),
    ...(practices.length ? [heading('具名做法', practices.length), ...practices.map((practice) => lineOfPractice(practice))] : []),
    ...(links.length ? [heading('开展而未另起名的地方', links.length), ...links.map((edge, i) => placeLine(edge, all, i < OPEN_AT_ONCE))] : []));
}

function lineOfPractice(practice) {
  const places = linksOf.get(practice.id).filter(inFilter).map((edge) => nodeOf.get(edge.from).label);
  const text = places.length > 3 ? `${places.slice(0, 3).join('、')} 等 ${places.length} 地` : places.join('、');
  return make('p', { className: 'line' }, jump(practice), make('small', {}, make('bdi', { textContent: text })));
}

function showPlace(node, all) {
  const links = linksOf.get(node.id).filter(inFilter);
  const [figures, awards] = all.places[node.id] || [[], []];
  const inside = NODES.filter((other) => other.kind === 'place' && isInside(other, node));
  const related = (META.related[node.id] || []).map((id) => nodeOf.get(id));
  fillPanel(titleOf(node, `地方 · ${LEVELS[node.level]}`),
    make('p', { className: 'quiet' }, make('bdi', { textContent: [...node.path, node.label].join(' › ') }),
      node.code ? make('span', { className: 'code', textContent: node.code }) : null),
    heading('做法', links.length),
    ...META.groups.flatMap((group) => groupOfLinks(group, links, all)),
    ...figureList('数字', figures, all),
    ...figureList('获奖', awards, all),
    ...(inside.length ? [heading('下辖', inside.length), chips(...inside.slice(0, 40).map((place) => jump(place)))] : []),
    ...(related.length ? [heading('做法相近的地方'), chips(...related.map((place) => jump(place)))] : []));
}

function isInside(place, outer) {
  const names = [...outer.path, outer.label];
  return place.path.length >= names.length && names.every((name, i) => place.path[i] === name);
}

function groupOfLinks(group, links, all) {
  const own = links.filter((edge) => nodeOf.get(edge.to).group === group.id);
  if (!own.length) return [];
  const head = make('h4', {}, markOf(group.shape, group.colour), group.zh, make('small', { textContent: ` ${own.length}` }));
  const few = links.length <= OPEN_AT_ONCE;
  return [head, ...own.map((edge) => {
    const target = nodeOf.get(edge.to);
    const note = target.kind === 'concept' ? '未另起名' : target.concepts.map((id) => nodeOf.get(id).label).join('、');
    return foldedQuotes([jump(target), make('small', { textContent: note })], all, all.links[edge.id], few);
  })];
}

function figureList(title, figures, all) {
  if (!figures.length) return [];
  return [heading(title, figures.length), ...figures.map(([text, value, quote]) => foldedQuotes(
    [make('bdi', { textContent: text }), make('b', { textContent: value })], all, quote < 0 ? [] : [quote], false))];
}

function showGroup(id) {
  const group = groupOf.get(id);
  const concepts = NODES.filter((node) => node.kind === 'concept' && node.group === id && shown.nodes.has(node.id));
  const loose = NODES.filter((node) => node.kind === 'practice' && node.group === id && !node.concepts.length && shown.nodes.has(node.id));
  const head = { label: group.zh, shape: group.shape, kind: 'group', group: id };
  const line = (node, note) => make('p', { className: 'line' }, jump(node), make('small', { textContent: note }));
  fillPanel(titleOf(head, '一组做法'),
    make('p', { className: 'quiet', lang: 'en', textContent: group.en }),
    ...(concepts.length ? [heading('类别', concepts.length), ...concepts.map((node) => (
      line(node, `${practicesOf.get(node.id).length} 项具名做法`)))] : []),
    ...(loose.length ? [heading('具名做法', loose.length), ...loose.slice(0, 200).map((node) => lineOfPractice(node))] : []));
}

function showProvince(id) {
  const name = id.slice('province/'.length);
  const places = NODES.filter((node) => node.kind === 'place' && provinceOf(node) === name && shown.nodes.has(node.id));
  const enter = () => { filter.area = [name]; overview = false; refresh(true); choose(null); };
  fillPanel(titleOf({ label: name, shape: 'dot', kind: 'place' }, '地方 · 概览'),
    make('p', {}, button(`展开 ${places.length} 个地方`, enter)),
    heading('地方', places.length),
    ...places.slice(0, 100).map((place) => make('p', { className: 'line' }, jump(place),
      make('small', { textContent: `${linksOf.get(place.id).length} 项` }))));
}

/** What the panel holds before anything is chosen: how to read the map, and where to begin. */
function showStart() {
  const most = (kind, count) => NODES.filter((node) => node.kind === kind && shown.nodes.has(node.id))
    .map((node) => [node, count(node)]).sort((a, b) => b[1] - a[1] || (a[0].id < b[0].id ? -1 : 1)).slice(0, 5);
  const lines = (pairs, unit) => pairs.map(([node, n]) => make('p', { className: 'line' }, jump(node), make('small', { textContent: `${n} ${unit}` })));
  const degree = (node) => linksOf.get(node.id).filter(inFilter).length;
  const ranked = [
    ['做法最多的地方', lines(most('place', degree), '项')],
    ['地方最多的做法', lines(most('practice', degree), '地')],
    ['地方最多的类别', lines(most('concept', placesOfConcept), '地')],
  ];
  fillPanel(make('h2', { textContent: '怎样看这张图' }),
    make('p', { textContent: '中间的圆点是地方，四周各圈是它们的做法，按类别聚在一起；线表示“报道说这个地方在做”。每条线都附原文。' }),
    ...ranked.flatMap(([title, rows]) => (rows.length ? [heading(title), ...rows] : [])));
}

function placesOfConcept(node) {
  const places = new Set();
  for (const target of [node, ...practicesOf.get(node.id)]) {
    for (const edge of linksOf.get(target.id)) if (inFilter(edge)) places.add(edge.from);
  }
  return places.size;
}
