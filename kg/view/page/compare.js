// Two to four places side by side: what they share, what only one has, their figures; every count opens its sentences.

const MOST_COMPARED = 4;
const MOST_OFFERED = 12;

addView({ id: 'compare', params: { places: '' }, draw: drawCompare });

const compared = () => param('compare', 'places').split('|').filter((key) => UNITS.has(key)).slice(0, MOST_COMPARED);
const setCompared = (keys) => go({ view: 'compare', params: { 'compare.places': keys.join('|') || null } });

function addToCompare(key) {
  setCompared([...compared().filter((one) => one !== key), key].slice(-MOST_COMPARED));
}

/** A unit with what its places, and those in it, are reported to do. */
function columnOf(key) {
  const facts = shown.facts.filter((fact) => fact.place && liesIn(fact.place, key));
  const doing = facts.filter(isDoing);
  const by = (ids) => {
    const found = new Map();
    for (const fact of doing) for (const id of ids(fact)) found.set(id, [...(found.get(id) || []), fact]);
    return found;
  };
  return {
    key, unit: UNITS.get(key), facts, concepts: by((fact) => fact.concepts), coverage: coverageOf(key, 'within'),
    practices: by((fact) => (fact.family === 'runs' ? [fact.target.id] : [])),
  };
}

function drawCompare(box) {
  const columns = compared().map(columnOf);
  const head = make('div', { className: 'bar' }, comparePicker(columns.map(({ key }) => key)));
  if (columns.length < 2) {
    box.replaceChildren(head, make('p', { className: 'bar quiet', textContent: t(columns.length ? 'compareOneMore' : 'compareHow') }),
      columns.length ? nearUnits(columns) : mostReported());
    return;
  }
  box.replaceChildren(head, nearUnits(columns), make('table', { className: 'compare' },
    make('caption', { textContent: t('compareNote') }), compareHead(columns),
    ...compareConcepts(columns), ...compareLists(columns, 'practices', 'namedPractices'), ...compareFigures(columns)));
}

/** Every unit down to the county that facts stand at, by province. */
function comparePicker(keys) {
  const provinces = new Map();
  for (const unit of UNITS.values()) {
    if (RANK[unit.level] > RANK.township || keys.includes(unit.key)) continue;
    const province = unit.path[0] ?? unit.label;
    provinces.set(province, [...(provinces.get(province) || []), unit]);
  }
  const name = new Intl.Collator('zh-CN').compare;
  let byKey = false; // arrow keys walk through the list without choosing: Enter does
  const take = (event) => { if (event.target.value) addToCompare(event.target.value); };
  const option = (unit) => make('option', { value: unit.key, textContent: [...unit.path.slice(1), unit.label].join(' ') });
  return make('select', {
    ariaLabel: t('addPlace'), title: t('addPlaceHint'), disabled: keys.length >= MOST_COMPARED, 'data-key': 'add place',
    on: {
      pointerdown: () => { byKey = false; }, change: (event) => { if (!byKey) take(event); },
      keydown: (event) => { byKey = true; if (event.key === 'Enter') take(event); },
    },
  }, make('option', { value: '', textContent: t('addPlace') }), ...[...provinces].sort(([a], [b]) => name(a, b)).map(([province, units]) => (
    make('optgroup', { label: province }, ...units.sort((a, b) => name(a.key, b.key)).map(option)))));
}

/** Where nothing is chosen yet: the counties with most facts. */
function mostReported() {
  const counties = [...UNITS.values()].filter(({ level, key }) => level === 'county' && coverageOf(key, 'within'));
  counties.sort((a, b) => coverageOf(b.key, 'within').facts - coverageOf(a.key, 'within').facts || (a.key < b.key ? -1 : 1));
  return unitChips(t('compareStart'), counties.slice(0, MOST_OFFERED));
}

function unitChips(label, units) {
  if (!units.length) return '';
  return make('p', { className: 'bar' }, make('span', { className: 'quiet', textContent: label }),
    ...units.map((unit) => button(`+ ${unit.label}`, () => addToCompare(unit.key), { className: 'chip', 'data-key': `near ${unit.key}` })));
}

/** Units beside the first one in the same city or province, for a quick comparison with a neighbour. */
function nearUnits(columns) {
  const first = columns[0]?.unit;
  if (!first || columns.length >= MOST_COMPARED) return '';
  const keys = columns.map(({ key }) => key);
  const near = [...UNITS.values()].filter((unit) => unit.level === first.level && !keys.includes(unit.key)
    && unit.path.length && unit.path.join() === first.path.join() && FACTS.some((fact) => fact.place && isDoing(fact) && liesIn(fact.place, unit.key)));
  return unitChips(near.length ? t('neighbours', { where: first.path.slice(-1)[0] }) : '', near.slice(0, MOST_OFFERED));
}

function compareHead(columns) {
  const keys = columns.map(({ key }) => key);
  return make('thead', {}, make('tr', {}, make('td'), ...columns.map(({ key, unit, coverage }) => make('th', { scope: 'col' },
    button(unit.label, () => choose(unitSelection(unit)), { className: 'plain name', 'data-key': `name ${key}` }),
    button('×', () => setCompared(keys.filter((one) => one !== key)), { className: 'close', ariaLabel: t('dropPlace', { what: unit.label }), 'data-key': `drop ${key}` }),
    make('small', { textContent: unit.path.join(' › ') }),
    make('small', { textContent: t('coverOf', coverage) })))));
}

/** The kinds of practice in three parts: all have them, some have them, one has them. */
function compareConcepts(columns) {
  const ids = [...new Set(columns.flatMap(({ concepts }) => [...concepts.keys()]))];
  const holders = (id) => columns.filter(({ concepts }) => concepts.has(id));
  const part = (text, wanted) => bodyOf(text, columns, wanted.sort((a, b) => holders(b).length - holders(a).length || (a < b ? -1 : 1)).map((id) => conceptRow(id, columns)));
  return [
    part(t('haveAll'), ids.filter((id) => holders(id).length === columns.length)),
    ...(columns.length > 2 ? [part(t('haveSome'), ids.filter((id) => holders(id).length > 1 && holders(id).length < columns.length))] : []),
    ...columns.map((column) => part(t('haveOnly', { what: column.unit.label }), ids.filter((id) => holders(id).length === 1 && column.concepts.has(id)))),
  ];
}

function bodyOf(text, columns, rows) {
  const none = make('tr', {}, make('td', { colSpan: columns.length + 1, className: 'quiet', textContent: t('none') }));
  return make('tbody', {}, make('tr', {}, make('th', { scope: 'rowgroup', colSpan: columns.length + 1, className: 'part' }, text,
    make('small', { textContent: ` ${rows.length}` }))), ...(rows.length ? rows : [none]));
}

function conceptRow(id, columns) {
  const concept = nodeOf.get(id);
  return make('tr', {}, make('th', { scope: 'row' }, jump(concept)), ...columns.map((column) => {
    const facts = column.concepts.get(id);
    if (!facts) return make('td', { className: 'quiet', title: silence(), textContent: silence() });
    return make('td', {}, countButton(facts.length, cellId('within', column.key, id), `${column.unit.label} ${labelOf(concept)}`));
  }));
}

const countButton = (n, sel, what) => button(t('nFacts', { n }), () => choose(sel), {
  ariaLabel: t('readOf', { text: t('nFacts', { n }), what }), 'data-key': `count ${sel}`, 'aria-pressed': String(state.sel === sel),
});

function compareLists(columns, what, title) {
  const cell = (column) => make('td', {}, ...[...column[what].keys()].map((id) => make('p', {}, jump(nodeOf.get(id)))));
  if (columns.every((column) => !column[what].size)) return [];
  return [make('tbody', {}, make('tr', {}, make('th', { scope: 'rowgroup', colSpan: columns.length + 1, className: 'part' }, t(title))),
    make('tr', {}, make('td'), ...columns.map(cell)))];
}

/** Figures by what they count; those that several places report stand first. */
function compareFigures(columns) {
  const rows = new Map();
  columns.forEach((column, i) => column.facts.filter((fact) => fact.family === 'measure').forEach((fact) => {
    if (!rows.has(fact.text)) rows.set(fact.text, columns.map(() => []));
    rows.get(fact.text)[i].push(fact);
  }));
  const held = (cells) => cells.filter((facts) => facts.length).length;
  const sorted = [...rows].sort(([a, x], [b, y]) => held(y) - held(x) || (a < b ? -1 : 1));
  return [bodyOf(t('figures'), columns, sorted.map(([text, cells]) => make('tr', {}, make('th', { scope: 'row' }, make('bdi', { textContent: text })),
    ...cells.map((facts) => make('td', facts.length ? {} : { className: 'quiet', title: silence() },
      ...(facts.length ? facts.map((fact) => button(fact.value, () => choose(`fact/${fact.id}`), {
        ariaLabel: t('readOf', { text: fact.value, what: text }), 'data-key': `figure ${fact.i}`,
      })) : [silence()]))))))];
}
