// The facets: one entry each in FACETS. A fact passes a facet where one of its values is chosen, or none is.

const NO_VALUE = '—'; // stands for "not stated" where that can be chosen

const unitValue = (level) => (fact) => {
  const unit = fact.place && unitsOf.get(fact.place.id).find((one) => one.level === level);
  return unit ? [unit.key] : [];
};
const unitLabel = (key) => UNITS.get(key)?.label ?? key;
const unitNote = (key) => UNITS.get(key)?.path.slice(-1)[0] ?? '';
const servedLabel = (id) => META.served[id][state.lang === 'en' ? 1 : 0];
const nodeLabel = (id) => labelOf(nodeOf.get(id));
const wordOf = (prefix) => (value) => t(`${prefix}.${value}`);
const sourceOf = (fact) => META.articles[fact.article][ARTICLE.source];

/**
 * {id, values(fact), label(value), note(value), mark(value), order: 'count'|'value'|[values], under(value), open}:
 * `under` gives the heading under which a value is listed; `open` facets show their values from the start.
 */
const FACETS = [
  {
    id: 'group', values: (fact) => (fact.target?.group ? [fact.target.group] : []), open: true,
    label: (id) => labelOf(groupOf.get(id)), mark: (id) => markOf(groupOf.get(id).shape, groupOf.get(id).colour),
    order: META.groups.map((group) => group.id),
  },
  { id: 'province', values: unitValue('province'), label: unitLabel, order: 'count', open: true },
  { id: 'prefecture', values: unitValue('prefecture'), label: unitLabel, note: unitNote, order: 'count' },
  { id: 'county', values: unitValue('county'), label: unitLabel, note: unitNote, order: 'count' },
  {
    id: 'year', values: (fact) => [fact.year || NO_VALUE], order: 'value', open: true,
    label: (year) => (year === NO_VALUE ? t('undated') : year),
  },
  {
    id: 'concept', values: (fact) => fact.concepts, label: nodeLabel, order: 'count',
    under: (id) => labelOf(groupOf.get(nodeOf.get(id).group)),
  },
  {
    id: 'kind', values: (fact) => (fact.family === 'runs' ? [fact.target.what] : []), label: wordOf('kind'), order: 'count',
  },
  { id: 'stage', values: (fact) => (fact.stage ? [fact.stage] : []), label: wordOf('stage'), order: ['done', 'under-way', 'planned'] },
  { id: 'confidence', values: (fact) => (fact.confidence ? [fact.confidence] : []), label: wordOf('confidence'), order: ['high', 'medium', 'low'] },
  { id: 'extent', values: (fact) => (fact.extent ? [fact.extent] : []), label: wordOf('extent'), order: ['pilot', 'rolled-out'] },
  {
    id: 'since', values: (fact) => (fact.since ? [fact.since.slice(0, 4)] : []), label: (year) => year, order: 'value',
  },
  { id: 'serves', values: (fact) => [...new Set(fact.serves.flatMap(groupsAround))], label: servedLabel, order: 'count' },
  { id: 'family', values: (fact) => [fact.family], label: wordOf('family'), order: 'count' },
  { id: 'source', values: (fact) => [sourceOf(fact)], label: (source) => source, order: 'count' },
  {
    id: 'status', values: (fact) => (fact.place ? [fact.place.status] : []), label: wordOf('status'),
    order: ['settled', 'new', 'open'],
  },
];

for (const facet of FACETS) {
  facet.of = FACTS.map(facet.values);
  const known = new Set(facet.of.flat());
  facet.has = (value) => known.has(value);
  facet.size = known.size;
}
const facetOf = (id) => FACETS.find((facet) => facet.id === id);

const shown = { facts: FACTS, nodes: new Set(), edges: [], groups: new Set(), counts: new Map() };
const inFilter = (edge) => edge.on;
const factsIn = (edge) => edge.facts.map((i) => FACTS[i]).filter((fact) => fact.on);

/** The facts that a filter leaves, and for each facet how many each of its values would leave under the others. */
function sift(filter) {
  const chosen = FACETS.map((facet) => (filter[facet.id] ? new Set(filter[facet.id]) : null));
  const counts = new Map(FACETS.map((facet) => [facet.id, new Map()]));
  const count = (k, i) => {
    const table = counts.get(FACETS[k].id);
    for (const value of FACETS[k].of[i]) table.set(value, (table.get(value) || 0) + 1);
  };
  const facts = FACTS.filter((fact, i) => {
    let failed = -1;
    for (let k = 0; k < FACETS.length; k += 1) {
      if (!chosen[k] || FACETS[k].of[i].some((value) => chosen[k].has(value))) continue;
      if (failed >= 0) return false; // two facets rule it out: it counts nowhere
      failed = k;
    }
    if (failed >= 0) count(failed, i);
    else FACETS.forEach((_, k) => count(k, i));
    return failed < 0;
  });
  return { facts, counts };
}

/** Work out what is shown; facts first, then the links that they state, then the nodes that those touch. */
function applyFilter() {
  const { facts, counts } = sift(state.filter);
  for (const fact of FACTS) fact.on = false;
  for (const fact of facts) fact.on = true;
  shown.facts = facts;
  shown.counts = counts;
  for (const edge of EDGES) edge.on = edge.facts.some((i) => FACTS[i].on);
  shown.edges = EDGES.filter(inFilter);
  shown.nodes = new Set(shown.edges.flatMap((edge) => [edge.from, edge.to]));
  for (const fact of facts) if (fact.family === 'runs') shown.nodes.add(fact.target.id);
  for (const id of [...shown.nodes]) (nodeOf.get(id).concepts || []).forEach((concept) => shown.nodes.add(concept));
  shown.groups = new Set([...shown.nodes].map((id) => nodeOf.get(id).group).filter(Boolean));
}

/** Whether anything of the selection is left under the filter. */
function holdsAnything({ sel, filter }) {
  if (!Object.keys(filter).length) return true;
  return sift(filter).facts.some(matcherOf(sel));
}

/** What tells whether a fact speaks of a selection; everything does where nothing is selected. */
function matcherOf(id) {
  if (!id) return () => true;
  const [kind, rest] = split(id, '/');
  if (kind === 'fact') return (fact) => fact.id === rest;
  if (kind === 'group') return (fact) => fact.target?.group === rest;
  if (kind === 'area' || kind === 'province') return (fact) => [fact.place, fact.from].some((place) => place && liesIn(place, rest));
  if (kind === 'cell') {
    const { level, unit, concept } = cellOf(id);
    return (fact) => isDoing(fact) && fact.concepts.includes(concept) && Boolean(fact.place) && inUnit(fact.place, level, unit);
  }
  return (fact) => fact.place?.id === id || fact.from?.id === id || fact.target?.id === id || fact.concepts.includes(id);
}

/** Choose or drop a value. Where the rest of the facet's choice would leave nothing, the facet is set free. */
function toggleValue(facet, value) {
  const old = state.filter[facet.id] || [];
  const values = old.includes(value) ? old.filter((one) => one !== value) : [...old, value];
  const leaves = sift({ ...state.filter, [facet.id]: values.length ? values : undefined }).facts.length;
  setFilter(facet.id, leaves ? values : []);
}
