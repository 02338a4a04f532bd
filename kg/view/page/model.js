// The data of the page: nodes, links, groups, articles; the evidence is unpacked when first asked for.

const readJson = (id) => JSON.parse(byId(id).textContent);
const NODES = readJson('data-nodes');
const EDGES = readJson('data-edges');
const META = readJson('data-meta');
const OPTIONS = readJson('data-options');

const nodeOf = new Map(NODES.map((node) => [node.id, node]));
const groupOf = new Map(META.groups.map((group) => [group.id, group]));
const linksOf = new Map(NODES.map((node) => [node.id, []]));
for (const edge of EDGES) {
  linksOf.get(edge.from).push(edge);
  linksOf.get(edge.to).push(edge);
}
const practicesOf = new Map(NODES.filter((node) => node.kind === 'concept').map((node) => [node.id, []]));
for (const node of NODES) {
  if (node.kind === 'practice') node.concepts.forEach((concept) => practicesOf.get(concept).push(node));
}

const ARTICLE = { title: 0, source: 1, n: 2, date: 3, authors: 4 };
const QUOTE = { article: 0, rule: 1, stage: 2, start: 3, end: 4, parts: 5 };

const LEVELS = {
  province: '省级', prefecture: '地级', county: '县级', township: '乡级', village: '村/社区', zone: '园区', compound: '小区',
};
const KINDS = {
  brand: '品牌', method: '工作法', model: '模式', mechanism: '机制', project: '工程项目', campaign: '行动',
  platform: '平台', station: '站点', team: '队伍', activity: '活动',
};
const STAGES = { 'under-way': '推进中', planned: '计划中' };

const provinceOf = (place) => place.path[0] || place.label;
const colourOf = (node) => (node.kind === 'place' ? styleValue('--place') : groupOf.get(node.group).colour);

let evidence = null;

/** The unpacked evidence: quotes, quotes by link, figures and awards by place or practice. */
function loadEvidence() {
  evidence ??= unpack(byId('data-evidence').textContent.trim());
  return evidence;
}

async function unpack(base64) {
  const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return JSON.parse(await new Response(stream).text());
}
