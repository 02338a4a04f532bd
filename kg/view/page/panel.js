// The panel beside the views: what was chosen, where it is, and what the articles say.

const OPEN_AT_ONCE = 3;
const MOST_LISTED = 60;

const markFor = (node) => markOf(node.shape, colourOf(node), node.kind === 'concept');

/** A name that leads to its node. */
function jump(node, text) {
  const follow = (event) => { event.preventDefault(); event.stopPropagation(); choose(node.id, true); };
  return make('a', { className: 'jump', href: addressOf({ ...state, sel: node.id }), on: { click: follow }, 'data-key': `jump ${node.id}` },
    markFor(node), make('bdi', { textContent: text || labelOf(node) }));
}

const heading = (text, count, level = 'h3') => make(level, {}, text, count === undefined ? null : make('small', { textContent: ` ${count}` }));
const chips = (...items) => make('p', { className: 'chips' }, ...items.map((item) => (
  item instanceof Node ? item : make('span', { className: 'chip', textContent: item }))));
const line = (node, note) => make('p', { className: 'line' }, jump(node), make('small', {}, make('bdi', { textContent: note })));
const names = (nodes) => nodes.map(labelOf).join(t('comma'));

function fillPanel(...content) {
  const panel = byId('panel');
  const scrolled = panel.childElementCount > 0; // asking for the position of an empty panel would lay the page out
  const held = panel.contains(document.activeElement);
  panel.replaceChildren(...content.filter(Boolean));
  if (scrolled) panel.scrollTop = 0;
  if (held) panel.focus({ preventScroll: true }); // what was pressed is gone: go on from here
}

function titleOf(label, kind, mark) {
  return make('div', { className: 'head' },
    make('p', { className: 'kind' }, mark, kind),
    button('×', () => choose(null), { className: 'close', ariaLabel: t('close') }),
    make('h2', {}, make('bdi', { textContent: label })));
}

function titleOfSelection(id) {
  if (nodeOf.has(id)) return labelOf(nodeOf.get(id));
  const [kind, rest] = split(id, '/');
  if (kind === 'group') return labelOf(groupOf.get(rest));
  if (kind === 'fact') return nameOf(factOf.get(rest));
  if (kind !== 'cell') return UNITS.get(rest).label;
  const { unit, concept } = cellOf(id);
  return `${UNITS.get(unit).label} · ${labelOf(nodeOf.get(concept))}`;
}

async function drawPanel() {
  const id = state.sel;
  if (!id) { showStart(); return; }
  const title = titleOfSelection(id);
  let all = null;
  try {
    all = await loadEvidence();
  } catch {
    fillPanel(titleOf(title, ''), make('p', { textContent: t('cannotUnpack') }));
    return;
  }
  if (state.sel !== id) return; // another click came while unpacking
  PANELS[kindOf(id)](nodeOf.get(id) ?? split(id, '/')[1], all, title);
}

/** How each kind of selection is shown: (node or id, evidence, title). */
const PANELS = {
  place: showPlace, practice: showPractice, concept: showConcept, group: showGroup, area: showArea, province: showArea,
  cell: showCell, fact: showFact,
};

function showPractice(node, all) {
  const links = linksOf.get(node.id).filter(inFilter);
  const facts = factsOf.get(node.id).filter((fact) => fact.on);
  const lost = facts.filter((fact) => fact.family === 'runs' && !fact.place);
  fillPanel(titleOf(labelOf(node), `${t('namedPractice')} · ${t(`kind.${node.what}`)}`, markFor(node)),
    node.concepts.length ? chips(...node.concepts.map((id) => jump(nodeOf.get(id)))) : chips(t('noConcept')),
    node.alt.length ? make('p', { className: 'quiet' }, t('aliases'), make('bdi', { textContent: node.alt.slice(0, 6).join(t('semicolon')) })) : null,
    heading(t('runAt'), links.length),
    ...links.map((edge, i) => placeLine(edge, all, i < OPEN_AT_ONCE)),
    links.length ? null : make('p', { className: 'quiet', textContent: t('nowhere') }),
    ...(lost.length ? [heading(t('text')), ...quoteCards(all, lost)] : []),
    ...lessonsInPractice(all, facts),
    ...factLists(all, facts, ['extent', 'since', 'part', 'award']));
}

function placeLine(edge, all, open) {
  const place = nodeOf.get(edge.from);
  return foldedQuotes([jump(place), make('small', {}, make('bdi', { textContent: trail(place) }))], all, factsIn(edge), open);
}

function showConcept(node, all) {
  const practices = practicesOf.get(node.id).filter((practice) => shown.nodes.has(practice.id));
  const links = linksOf.get(node.id).filter(inFilter);
  fillPanel(titleOf(labelOf(node), `${t('conceptOf')} · ${labelOf(groupOf.get(node.group))}`, markFor(node)),
    state.lang === 'en' ? null : make('p', { className: 'quiet', lang: 'en', textContent: node.en }),
    make('p', { textContent: node.says, lang: 'zh-CN' }),
    ...(practices.length ? [heading(t('namedPractices'), practices.length), ...practices.map(lineOfPractice)] : []),
    ...(links.length ? [heading(t('unnamedAt'), links.length), ...links.map((edge, i) => placeLine(edge, all, i < OPEN_AT_ONCE))] : []));
}

function lineOfPractice(practice) {
  const places = linksOf.get(practice.id).filter(inFilter).map((edge) => nodeOf.get(edge.from));
  const few = places.length > 3 ? t('andMore', { first: names(places.slice(0, 3)), n: places.length }) : names(places);
  return line(practice, few);
}

function showPlace(node, all) {
  const links = linksOf.get(node.id).filter(inFilter);
  const facts = factsOf.get(node.id).filter((fact) => fact.on);
  const inside = PLACES.filter((other) => other !== node && liesIn(other, unitAt(node, 'reported').key));
  const related = (META.related[node.id] || []).map((id) => nodeOf.get(id));
  fillPanel(titleOf(labelOf(node), `${t('place')} · ${t(`level.${node.level}`)}`, markFor(node)),
    make('p', { className: 'quiet' }, make('bdi', { textContent: areaOf(node).join(' › ') }),
      node.code ? make('span', { className: 'code', textContent: node.code }) : make('span', { className: 'code', textContent: t(`status.${node.status}`) })),
    compareButton(unitAt(node, 'reported').key),
    heading(t('practices'), links.length),
    ...META.groups.flatMap((group) => groupOfLinks(group, links, all)),
    ...lessonsOfPlace(all, facts, node),
    ...factLists(all, facts, ['measure', 'award', 'extent', 'since', 'document', 'organisation', 'person']),
    ...(inside.length ? [heading(t('inside'), inside.length), chips(...inside.slice(0, MOST_LISTED).map((place) => jump(place)))] : []),
    ...(related.length ? [heading(t('related')), chips(...related.map((place) => jump(place)))] : []));
}

const compareButton = (key) => make('p', {}, button(t('toCompare'), () => addToCompare(key), { className: 'plain', 'data-key': 'compare' }));

function groupOfLinks(group, links, all) {
  const own = links.filter((edge) => nodeOf.get(edge.to).group === group.id);
  if (!own.length) return [];
  const head = make('h4', {}, markOf(group.shape, group.colour), labelOf(group), make('small', { textContent: ` ${own.length}` }));
  const few = links.length <= OPEN_AT_ONCE;
  return [head, ...own.map((edge) => {
    const target = nodeOf.get(edge.to);
    const note = target.kind === 'concept' ? t('unnamed') : names(target.concepts.map((id) => nodeOf.get(id)));
    return foldedQuotes([jump(target), make('small', { textContent: note })], all, factsIn(edge), few);
  })];
}

/** The other facts of a place or practice, a list for each family. */
function factLists(all, facts, families) {
  const titles = {
    measure: 'figures', award: 'awards', extent: 'extents', since: 'sinces', part: 'parts', document: 'documents', organisation: 'organisations', person: 'people',
  };
  return families.flatMap((family) => {
    const own = facts.filter((fact) => fact.family === family);
    if (!own.length) return [];
    return [heading(t(titles[family]), own.length), ...own.slice(0, MOST_LISTED).map((fact) => foldedQuotes(
      [make('bdi', { textContent: nameOf(fact) }), make('b', {}, make('bdi', { textContent: valueOf(fact) }))], all, [fact], false))];
  });
}

/** What a fact names, and what it says of that, in words. */
const nameOf = (fact) => (fact.from ? t('learnedFrom', { place: labelOf(fact.from) }) : fact.text || (fact.target ? labelOf(fact.target) : ''));
function valueOf(fact) {
  if (fact.from) return fact.target ? labelOf(fact.target) : '';
  return ['organisation', 'extent'].includes(fact.family) ? t(`${fact.family}.${fact.value}`) : fact.value;
}

function showGroup(id) {
  const group = groupOf.get(id);
  const inGroup = (kind) => NODES.filter((node) => node.kind === kind && node.group === id && shown.nodes.has(node.id));
  const concepts = inGroup('concept');
  const loose = inGroup('practice').filter((node) => !node.concepts.length);
  fillPanel(titleOf(labelOf(group), t('groupOfPractices'), markOf(group.shape, group.colour)),
    state.lang === 'en' ? null : make('p', { className: 'quiet', lang: 'en', textContent: group.en }),
    ...(concepts.length ? [heading(t('kinds'), concepts.length), ...concepts.map((node) => (
      line(node, t('nNamed', { n: practicesOf.get(node.id).length }))))] : []),
    ...(loose.length ? [heading(t('namedPractices'), loose.length), ...loose.slice(0, 200).map(lineOfPractice)] : []));
}

/** A unit around places: what it runs, by the places in it. */
function showArea(key) {
  const unit = UNITS.get(key);
  const places = PLACES.filter((place) => liesIn(place, key) && factsOf.get(place.id).some((fact) => fact.on));
  const enter = () => enterProvince(key);
  fillPanel(titleOf(unit.label, `${t('place')} · ${t(`level.${unit.level}`)}`, markOf('dot', styleValue('--place'))),
    unit.path.length ? make('p', { className: 'quiet', textContent: [...unit.path, unit.label].join(' › ') }) : null,
    unit.level === 'province' ? make('p', {}, button(t('openPlaces', { n: places.length }), enter, { 'data-key': 'enter' })) : null,
    compareButton(key),
    heading(t('places'), places.length),
    ...places.slice(0, 100).map((place) => line(place, t('nItems', { n: linksOf.get(place.id).filter(inFilter).length }))));
}

/** A cell of the matrix: the sentences that say a unit does something of a kind. */
function showCell(rest, all, title) {
  const facts = shown.facts.filter(matcherOf(`cell/${rest}`));
  const concept = nodeOf.get(cellOf(`cell/${rest}`).concept);
  fillPanel(titleOf(title, t('text'), markFor(concept)), chips(jump(concept)), ...quoteCards(all, facts));
}

/** One fact: what it names and says, where it stands, and the sentence. */
function showFact(id, all, title) {
  const facts = FACTS.filter((fact) => fact.id === id);
  const fact = facts[0];
  const places = [...new Set(facts.map((one) => one.place).filter(Boolean))];
  const mark = fact.target ? markFor(fact.target) : null;
  fillPanel(titleOf(title, t(`family.${fact.family}`), mark),
    valueOf(fact) ? make('p', { className: 'value' }, make('bdi', { textContent: valueOf(fact) })) : null,
    chips(...places.map((place) => jump(place)), ...(fact.from ? [jump(fact.from)] : []), ...(fact.target ? [jump(fact.target)] : []),
      ...fact.concepts.filter((key) => key !== fact.target.id).map((key) => jump(nodeOf.get(key)))),
    heading(t('text')), ...quoteCards(all, [fact]));
}

/** What the panel holds before anything is chosen: how to read the page, and where to begin. */
function showStart() {
  const most = (kind, count) => NODES.filter((node) => node.kind === kind && shown.nodes.has(node.id))
    .map((node) => [node, count(node)]).sort((a, b) => b[1] - a[1] || (a[0].id < b[0].id ? -1 : 1)).slice(0, 5);
  const lines = (pairs, unit) => pairs.map(([node, n]) => line(node, t(unit, { n })));
  const degree = (node) => linksOf.get(node.id).filter(inFilter).length;
  const ranked = [
    ['mostPractices', lines(most('place', degree), 'nItems')],
    ['mostPlaces', lines(most('practice', degree), 'nPlaces')],
    ['mostConcepts', lines(most('concept', placesOfConcept), 'nPlaces')],
  ];
  fillPanel(make('h2', { textContent: t('startTitle') }),
    make('p', { textContent: t(`start.${state.view}`) }),
    ...ranked.flatMap(([title, rows]) => (rows.length ? [heading(t(title)), ...rows] : [])));
}

function placesOfConcept(node) {
  const places = new Set();
  for (const target of [node, ...practicesOf.get(node.id)]) {
    for (const edge of linksOf.get(target.id)) if (inFilter(edge)) places.add(edge.from);
  }
  return places.size;
}
