// The facts as a table: the same content as every other view, for keyboards, screen readers and printing.

const ROWS_AT_ONCE = 100;

/** {id, text(fact): what is sorted and searched, cell(fact)}; the words of the heads are `column.<id>`. */
const COLUMNS = [
  { id: 'area', text: (fact) => (fact.place ? trail(fact.place) : '') },
  { id: 'place', text: (fact) => (fact.place ? labelOf(fact.place) : ''), cell: placeCell },
  { id: 'family', text: (fact) => t(`family.${fact.family}`) },
  { id: 'name', text: nameOf, cell: nameCell },
  { id: 'value', text: valueCellText },
  { id: 'concept', text: (fact) => names(fact.concepts.map((id) => nodeOf.get(id))) },
  { id: 'date', text: (fact) => fact.date },
  { id: 'source', text: (fact) => META.articles[fact.article][ARTICLE.title] },
];

addView({ id: 'table', params: { sort: '', q: '', page: '1', only: '' }, draw: drawTable });

function placeCell(fact) {
  if (!fact.place) return '';
  return fact.loose ? make('span', { title: t('looseHere') }, jump(fact.place), ' *') : jump(fact.place);
}

function nameCell(fact) {
  if (fact.from) return jump(fact.from, nameOf(fact));
  if (!fact.target) return make('bdi', { textContent: fact.text });
  if (!fact.text) return jump(fact.target);
  return make('span', {}, make('bdi', { textContent: fact.text }), ' · ', jump(fact.target));
}

/** What a fact says of what it names; of what is done, how far it has come where it is not simply done, whether it is a pilot or rolled out, since when and for whom. */
function valueCellText(fact) {
  return isDoing(fact) ? waysOf(fact).join(t('semicolon')) : valueOf(fact);
}

function tableRows() {
  const wanted = param('table', 'q').trim().toLowerCase();
  const text = (fact) => COLUMNS.map((column) => column.text(fact)).join(' ').toLowerCase();
  const facts = param('table', 'only') && state.sel ? shown.facts.filter(matcherOf(state.sel)) : [...shown.facts];
  const rows = wanted ? facts.filter((fact) => text(fact).includes(wanted)) : facts;
  return sortRows(rows, param('table', 'sort'));
}

/** Sorted by a column, backwards with a minus before its name; by place and date where none is named. */
function sortRows(rows, sort) {
  const down = sort.startsWith('-');
  const column = COLUMNS.find(({ id }) => id === sort.replace('-', ''));
  const text = column ? column.text : (fact) => (fact.place ? areaOf(fact.place).join() : '\uffff');
  const collator = new Intl.Collator('zh-CN', { numeric: true });
  const keyed = rows.map((fact) => [text(fact), fact]);
  keyed.sort(([a, x], [b, y]) => (a && b ? (down ? -1 : 1) * collator.compare(a, b) : Number(!a) - Number(!b)) || x.i - y.i);
  return keyed.map(([, fact]) => fact);
}

function tableHead(column) {
  const sort = param('table', 'sort');
  const now = sort.replace('-', '') === column.id ? (sort.startsWith('-') ? 'descending' : 'ascending') : 'none';
  const next = now === 'ascending' ? `-${column.id}` : column.id;
  const arrow = { none: '', ascending: ' ↑', descending: ' ↓' }[now];
  const press = () => go({ params: { 'table.sort': next, 'table.page': null } });
  return make('th', { scope: 'col', 'aria-sort': now },
    button(t(`column.${column.id}`) + arrow, press, { className: 'plain', 'data-key': `sort ${column.id}` }));
}

function tableRow(fact) {
  const read = button(t('toSentence'), () => choose(`fact/${fact.id}`, true), {
    ariaLabel: t('sentenceOf', { what: `${fact.place ? labelOf(fact.place) : ''} ${nameOf(fact)}` }), 'data-key': `read ${fact.i}`,
  });
  return make('tr', { className: state.sel === `fact/${fact.id}` ? 'current' : '' },
    ...COLUMNS.map((column) => make('td', {}, column.cell ? column.cell(fact) : make('bdi', { textContent: column.text(fact) }))),
    make('td', {}, read));
}

function pageButtons(page, pages) {
  const turn = (to) => () => { go({ params: { 'table.page': String(to) } }); boxOf('table').scrollTop = 0; };
  return make('nav', { className: 'pages', 'aria-label': t('pages') },
    stepButton(t('previous'), turn(page - 1), page <= 1, { 'data-key': 'previous' }),
    make('span', { textContent: t('page', { page, pages }) }),
    stepButton(t('next'), turn(page + 1), page >= pages, { 'data-key': 'next' }));
}

function tableSearch(count) {
  const input = make('input', {
    type: 'search', value: param('table', 'q'), placeholder: t('inTable'), ariaLabel: t('inTable'), 'data-key': 'table q', maxLength: 60,
    on: { input: (event) => { if (!event.isComposing) searchTable(event.target.value); }, compositionend: (event) => searchTable(event.target.value) },
  });
  return make('p', { className: 'bar' }, input, make('span', { className: 'quiet', role: 'status', textContent: t('nFacts', { n: count }) }));
}

/** With something selected, a button that leaves only the facts on it. */
function onlySelected() {
  if (!state.sel) return '';
  const only = Boolean(param('table', 'only'));
  return make('p', { className: 'bar' }, button(t('onlySelected', { what: titleOfSelection(state.sel) }), () => (
    go({ params: { 'table.only': only ? null : '1', 'table.page': null } })), { 'aria-pressed': String(only), 'data-key': 'only' }));
}

function searchTable(text) {
  go({ params: { 'table.q': text, 'table.page': null } }, { replace: true });
}

function drawTable(box) {
  const rows = tableRows();
  const pages = Math.max(1, Math.ceil(rows.length / ROWS_AT_ONCE));
  const page = Math.min(pages, Math.max(1, Number.parseInt(param('table', 'page'), 10) || 1));
  const onPage = rows.slice((page - 1) * ROWS_AT_ONCE, page * ROWS_AT_ONCE);
  const table = make('table', {},
    make('caption', { textContent: t('tableCaption') }),
    make('thead', {}, make('tr', {}, ...COLUMNS.map(tableHead), make('th', { scope: 'col', textContent: t('sentence') }))),
    make('tbody', {}, ...onPage.map(tableRow)));
  const field = box.querySelector('input');
  const bar = tableSearch(rows.length);
  if (field && field === document.activeElement) { // the field that is being typed in stays
    field.parentElement.querySelector('.quiet').textContent = t('nFacts', { n: rows.length });
    box.replaceChildren(field.parentElement, onlySelected(), rows.length ? table : nothingHere(), ...(pages > 1 ? [pageButtons(page, pages)] : []));
    field.focus();
    return;
  }
  box.replaceChildren(bar, onlySelected(), rows.length ? table : nothingHere(), ...(pages > 1 ? [pageButtons(page, pages)] : []));
}
