// The data of the page: nodes, links, facts, groups, articles; evidence and texts are unpacked when first asked for.

/** The blocks behind this script, which runs before they have been read. */
const allRead = new Promise((done) => {
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', done);
  else done();
});

async function laterBlock(name) {
  await allRead;
  return byId(`data-${name}`).textContent.trim();
}

const laterData = async (name) => unpack(await laterBlock(name));

/** A block of the page's data; those of a large map are packed. */
async function readData(id) {
  const block = byId(id);
  if (block.type === 'application/json') return JSON.parse(block.textContent);
  try {
    return await unpack(block.textContent.trim());
  } catch (error) {
    byId('counts').textContent = WORDS.cannotUnpack.join(' ');
    throw error;
  }
}

/** NAMED are places that the network leaves out: nothing is said to run there. */
const [NODES, NAMED, EDGES, META, OPTIONS, COLUMNS_OF_FACTS] = await Promise.all(
  ['nodes', 'named', 'edges', 'meta', 'options', 'facts'].map((name) => readData(`data-${name}`)));

const ARTICLE = { title: 0, source: 1, n: 2, date: 3, authors: 4, reference: 5, credit: 6 };
const QUOTE = { article: 0, rule: 1, stage: 2, start: 3, end: 4, parts: 5 };

const nodeOf = new Map([...NODES, ...NAMED].map((node) => [node.id, node]));
const groupOf = new Map(META.groups.map((group) => [group.id, group]));
const PLACES = [...NODES, ...NAMED].filter((node) => node.kind === 'place');
const FACTS = inflate(COLUMNS_OF_FACTS);

const linksOf = new Map([...nodeOf.keys()].map((id) => [id, []]));
for (const edge of EDGES) {
  edge.n = edge.facts.length;
  linksOf.get(edge.from).push(edge);
  linksOf.get(edge.to).push(edge);
}
const practicesOf = new Map(NODES.filter((node) => node.kind === 'concept').map((node) => [node.id, []]));
for (const node of NODES) {
  if (node.kind === 'practice') node.concepts.forEach((concept) => practicesOf.get(concept).push(node));
}
const factsOf = new Map([...nodeOf.keys()].map((id) => [id, []]));
for (const fact of FACTS) {
  if (fact.place) factsOf.get(fact.place.id).push(fact);
  if (fact.target) factsOf.get(fact.target.id).push(fact);
  if (fact.from) factsOf.get(fact.from.id).push(fact);
}

/**
 * One object a fact: {i, id, family, article, place, target, concepts, text, value, stage, confidence, quote, loose, serves, from, since, extent, date, year}.
 * `place`, `target` and `from` (the place that `place` learned from) are nodes or null; `concepts` are the ids of the concepts that it stands for, `serves` those of groups
 * of people; `since` and `extent` are the start and the extent that the same article states for what is done.
 */
function inflate(columns) {
  const nodes = columns.ids.map((id) => nodeOf.get(id) || null);
  return columns.family.map((family, i) => {
    const target = nodes[columns.target[i]] || null;
    const date = META.articles[columns.article[i]][ARTICLE.date] || '';
    return {
      i, id: columns.id[i], family: columns.families[family], article: columns.article[i], place: nodes[columns.place[i]] || null, target,
      concepts: conceptsOf(target, columns.families[family]), text: columns.text[i], value: columns.value[i],
      stage: columns.stage[i], confidence: columns.confidence[i], quote: columns.quote[i], loose: columns.loose[i] === 1, serves: columns.serves[i], from: nodes[columns.from[i]] || null, date, year: date.slice(0, 4),
      since: '', extent: '', on: true,
    };
  });
}

function conceptsOf(target, family) {
  if (!target || !['runs', 'concept', 'lesson'].includes(family)) return [];
  return target.kind === 'concept' ? [target.id] : target.concepts;
}

for (const family of ['since', 'extent']) {
  const stated = new Map(FACTS.filter((fact) => fact.family === family).map((fact) => [`${fact.article} ${fact.target.id}`, fact.value]));
  for (const fact of FACTS) if (fact.family === 'runs' || fact.family === family) fact[family] = stated.get(`${fact.article} ${fact.target.id}`) || '';
}

/** A group of people and those around it: older people left behind are older people, too. */
const groupsAround = (id) => (id ? [id, ...groupsAround(META.served[id][2])] : []);

/** By the last part of its IRI; where one statement stands at several places, the fact at the first of them. */
const factOf = new Map([...FACTS].reverse().map((fact) => [fact.id, fact]));

/** Whether a fact says that a place does something: the facts behind network, matrix, China and timeline. */
const isDoing = (fact) => fact.family === 'runs' || fact.family === 'concept';

const areaOf = (place) => [...place.path, place.label];
const provinceOf = (place) => place.path[0] || place.label;
const trail = (place) => place.path.join(' › ');
const colourOf = (node) => (node.kind === 'place' ? styleValue('--place') : groupOf.get(node.group).colour);

/** A unit that holds places, known by the names from the province down to it: {key, label, level, path, node}. */
const UNITS = new Map();
const RANK = { province: 0, prefecture: 1, county: 2, township: 3, zone: 3, village: 4, compound: 5 };
const unitsOf = new Map();
for (const place of PLACES) unitsOf.set(place.id, unitsAround(place));

function unitsAround(place) {
  const names = areaOf(place);
  const levels = [...place.levels, place.level];
  const loose = !place.path.length && !place.code; // a name alone identifies no place
  return names.map((label, i) => {
    const own = i === names.length - 1;
    const key = own && loose ? place.id : names.slice(0, i + 1).join('/');
    if (!UNITS.has(key)) UNITS.set(key, { key, label, level: levels[i], path: names.slice(0, i), node: null });
    if (own) UNITS.get(key).node ??= place;
    return UNITS.get(key);
  });
}

/** The unit that stands for a place at a level: the smallest around it that is no smaller; 'reported' is the place itself. */
function unitAt(place, level) {
  const units = unitsOf.get(place.id);
  if (level === 'reported') return units[units.length - 1];
  return [...units].reverse().find((unit) => RANK[unit.level] <= RANK[level]) || null;
}

/** Whether a place is a unit or lies in it. */
const liesIn = (place, key) => unitsOf.get(place.id).some((unit) => unit.key === key);

let evidence = null;
let texts = null;

/** The unpacked evidence: {quotes}. */
function loadEvidence() {
  evidence ??= laterData('evidence');
  return evidence;
}

/** The unpacked articles: {texts, spans, places}; offsets count code points, not UTF-16 units. */
function loadTexts() {
  texts ??= laterData('texts');
  return texts;
}

async function unpack(base64) {
  const packed = atob(base64);
  const bytes = new Uint8Array(packed.length);
  for (let i = 0; i < bytes.length; i += 1) bytes[i] = packed.charCodeAt(i);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return JSON.parse(await new Response(stream).text());
}
