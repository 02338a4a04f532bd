// What is shown: concept groups, area, dates. Everything else reads `shown`.

const YEARS = [...new Set(META.articles.map((article) => (article[ARTICLE.date] || '').slice(0, 4)).filter(Boolean))].sort();
const freshFilter = () => ({
  groups: new Set(META.groups.map((group) => group.id)),
  area: [],
  from: YEARS[0] || '',
  to: YEARS[YEARS.length - 1] || '',
  undated: true,
});

let filter = freshFilter();
const shown = { nodes: new Set(), edges: [], edgeSet: new Set() };
const inFilter = (edge) => shown.edgeSet.has(edge);

const areaOf = (place) => [...place.path, place.label];
const inArea = (place) => filter.area.every((name, i) => areaOf(place)[i] === name);
function inDates(edge) {
  return edge.articles.some((index) => {
    const year = (META.articles[index][ARTICLE.date] || '').slice(0, 4);
    return year ? year >= filter.from && year <= filter.to : filter.undated;
  });
}
const wholeTime = () => filter.undated && filter.from === (YEARS[0] || '') && filter.to === (YEARS[YEARS.length - 1] || '');

/** Work out what is shown; links first, then the nodes they touch, then practices and concepts that have no link. */
function applyFilter() {
  shown.edges = EDGES.filter((edge) => (
    filter.groups.has(nodeOf.get(edge.to).group) && inArea(nodeOf.get(edge.from)) && inDates(edge)
  ));
  shown.edgeSet = new Set(shown.edges);
  shown.nodes = new Set(shown.edges.flatMap((edge) => [edge.from, edge.to]));
  for (const id of [...shown.nodes]) (nodeOf.get(id).concepts || []).forEach((concept) => showConcept(concept));
  if (!filter.area.length && wholeTime()) {
    for (const node of NODES) if (node.kind === 'practice' && filter.groups.has(node.group)) shown.nodes.add(node.id);
  }
}

function showConcept(id) {
  if (filter.groups.has(nodeOf.get(id).group)) shown.nodes.add(id);
}

const isFiltered = () => filter.area.length > 0 || !wholeTime() || filter.groups.size < META.groups.length;

/** How many links each group has under the other filters. */
function groupCounts() {
  const counts = new Map();
  for (const edge of EDGES) {
    if (!inArea(nodeOf.get(edge.from)) || !inDates(edge)) continue;
    const group = nodeOf.get(edge.to).group;
    counts.set(group, (counts.get(group) || 0) + 1);
  }
  return counts;
}

function drawFilters(changed) {
  drawGroups(changed);
  drawArea(changed);
  drawDates(changed);
}

function drawGroups(changed) {
  const counts = groupCounts();
  byId('groups').replaceChildren(...META.groups.map((group) => {
    const toggle = () => {
      if (!filter.groups.delete(group.id)) filter.groups.add(group.id);
      changed();
    };
    return make('label', { className: 'choice', title: group.en },
      make('input', { type: 'checkbox', checked: filter.groups.has(group.id), value: group.id, on: { change: toggle } }),
      markOf(group.shape, group.colour), make('span', { textContent: group.zh }),
      make('small', { textContent: counts.get(group.id) || 0 }));
  }));
}

/** One list for the provinces, then one for each unit chosen, as deep as the places go (county at most). */
function drawArea(changed) {
  const box = byId('area');
  box.replaceChildren();
  for (let depth = 0; depth <= Math.min(filter.area.length, 2); depth += 1) {
    const counts = new Map();
    for (const node of NODES) {
      if (node.kind !== 'place' || !filter.area.slice(0, depth).every((name, i) => areaOf(node)[i] === name)) continue;
      const name = areaOf(node)[depth];
      if (name) counts.set(name, (counts.get(name) || 0) + 1);
    }
    if (!counts.size) break;
    const every = ['全国', '全省', '全市'][depth];
    const choose = (event) => {
      filter.area = [...filter.area.slice(0, depth), event.target.value].filter(Boolean);
      changed();
    };
    const names = [...counts.keys()].sort((a, b) => counts.get(b) - counts.get(a) || (a < b ? -1 : 1));
    box.append(make('select', { 'aria-label': ['省', '市', '县'][depth], on: { change: choose } },
      make('option', { value: '', textContent: every }),
      ...names.map((name) => make('option', {
        value: name, textContent: `${name}（${counts.get(name)}）`, selected: filter.area[depth] === name,
      }))));
  }
}

function drawDates(changed) {
  const box = byId('dates');
  const undated = META.articles.filter((article) => !article[ARTICLE.date]).length;
  const year = (key, label) => make('select', {
    'aria-label': label, on: { change: (event) => { filter[key] = event.target.value; changed(); } },
  }, ...YEARS.map((value) => make('option', { value, textContent: value, selected: filter[key] === value })));
  const toggle = (event) => { filter.undated = event.target.checked; changed(); };
  box.replaceChildren();
  if (YEARS.length > 1) box.append(make('p', { className: 'span' }, year('from', '从'), ' 至 ', year('to', '到')));
  if (YEARS.length === 1) box.append(make('p', { textContent: `${YEARS[0]} 年` }));
  if (undated) {
    box.append(make('label', { className: 'choice' },
      make('input', { type: 'checkbox', checked: filter.undated, on: { change: toggle } }),
      make('span', { textContent: '未注明日期' }), make('small', { textContent: `${undated} 篇` })));
  }
}
