// The words of saving, citing and reporting errors; see words.js.

Object.assign(WORDS, {
  // saving
  save: ['导出', 'Save'],
  'save.png': ['图片 PNG', 'Picture (PNG)'], 'save.svg': ['矢量图 SVG', 'Drawing (SVG)'],
  'save.csv': ['表格 CSV（Excel）', 'Table (CSV for Excel)'], 'save.json': ['数据 JSON', 'Data (JSON)'],
  'save.print': ['打印', 'Print'], 'save.corrections': ['下载 corrections.csv', 'Download corrections.csv'],
  'save.name': ['全部', 'all'],
  'save.done': ['已存为 {name}', 'Saved as {name}'],
  'save.sandboxed': ['{name}：若没有下载，是这个笔记本不许，请直接打开 map.html。', '{name}: if nothing was downloaded, this notebook forbids it; open map.html itself.'],
  'save.noPng': ['浏览器画不出这么大的图，请存 SVG。', 'The picture is too large for this browser; save SVG.'],
  'picture.foot': ['治图，出自 {n} 篇报道；每条线都有原文可查', 'Zhitu, from {n} {n|article|articles}; behind every line stands a sentence'],
  'csv.where': ['所在', 'Within'], 'csv.place': ['地方', 'Place'], 'csv.code': ['代码', 'Code'], 'csv.family': ['内容', 'Content'],
  'csv.what': ['做法或名称', 'Practice or name'], 'csv.value': ['数值或说明', 'Value'], 'csv.kinds': ['类别', 'Kinds'], 'csv.group': ['组', 'Field'],
  'csv.stage': ['进展', 'Stage'], 'csv.extent': ['试点或推开', 'Extent'], 'csv.since': ['起始', 'Since'], 'csv.serves': ['服务对象', 'Serves'], 'csv.confidence': ['把握', 'Confidence'], 'csv.date': ['日期', 'Date'], 'csv.title': ['报道', 'Article'], 'csv.source': ['来源文件', 'File'],
  'csv.nth': ['第几篇', 'Number'], 'csv.start': ['起', 'Start'], 'csv.end': ['止', 'End'], 'csv.quote': ['原文', 'Quote'],
  'csv.rule': ['规则', 'Rule'], 'csv.id': ['事实编号', 'Fact'],

  // citing
  'cite.reference': ['GB/T 7714', 'GB/T 7714'],
  'cite.referenceHint': ['复制参考文献（GB/T 7714—2015）和回到这句话的链接', 'Copy the reference (GB/T 7714—2015) and a link back to this sentence'],
  'cite.where': ['，第 {from}–{to} 字', ', characters {from}–{to}'],
  'cite.quotation': ['引文', 'Quotation'], 'cite.quotationHint': ['复制原文和出处，可贴进 Word', 'Copy the sentence and its source, for a text'],
  'cite.link': ['链接', 'Link'], 'cite.linkHint': ['复制回到这句话的链接', 'Copy a link back to this sentence'],
  'cite.copied': ['已复制', 'Copied'],
  'quote.none': ['出处', 'Source'],
  'quote.gone': ['这份图谱里没有这条事实，可能已经重建。', 'This graph does not hold that fact; it may have been built again.'],

  // reporting errors
  'report.button': ['报告有误', 'Report an error'], 'report.again': ['已报告，可改', 'Reported; change'],
  'report.hint': ['记下哪里不对，存进 corrections.csv', 'Note what is wrong, for corrections.csv'],
  'report.which': ['哪一条', 'Which statement'], 'report.wrong': ['哪里不对', 'What is wrong'],
  'report.not-a-practice': ['不是做法', 'Not a practice'], 'report.place': ['地方不对', 'Wrong place'], 'report.name': ['名称不对', 'Wrong name'],
  'report.figure': ['数字不对', 'Wrong figure'], 'report.other': ['其他', 'Something else'],
  'report.proposed': ['应为（可不填）', 'Should be (optional)'], 'report.note': ['说明（可不填）', 'Note (optional)'],
  'report.save': ['记下', 'Keep'], 'report.drop': ['撤回', 'Withdraw'],
  'report.tick': ['请至少选一项。', 'Tick at least one.'],
  'report.saved': ['已记下，共 {n} 条，留在这个浏览器里。', 'Kept in this browser, {n} in all.'],
  'report.notKept': ['已记下，共 {n} 条；此处不能长期保存，请马上下载。', 'Noted, {n} in all; nothing can be kept here, so download it now.'],
  'report.none': ['还没有报告过错误：在原文下点“报告有误”。', 'No error was reported yet: press “Report an error” under a quote.'],
});
