// Places × kinds of practice. Rows are drawn only where they are in view, so that hundreds of places stay quick.

const ROW_HEIGHT = 28;
const ROWS_AROUND = 6;

addView({ id: 'matrix', params: { level: 'county', sort: '' }, draw: drawMatrix });

let grid = null; // what the open matrix shows: {rows, concepts, body, box, first, active: [row, column]}

/** {rows: [{unit, cells: Map(concept → facts), coverage}], concepts: [node]} of what is shown. */
function matrixOf(level) {
  const rows = new Map();
  const totals = new Map();
  for (const fact of shown.facts) {
    const unit = isDoing(fact) && fact.place && unitAt(fact.place, level);
    if (!unit) continue;
    if (!rows.has(unit.key)) rows.set(unit.key, { unit, cells: new Map(), count: 0, coverage: coverageOf(unit.key, level) });
    const row = rows.get(unit.key);
    for (const id of fact.concepts) {
      row.cells.set(id, (row.cells.get(id) || 0) + 1);
      totals.set(id, (totals.get(id) || 0) + 1);
    }
  }
  const rank = new Map(META.groups.map((group, i) => [group.id, i]));
  const concepts = [...totals.keys()].map((id) => nodeOf.get(id)).sort((a, b) => (
    rank.get(a.group) - rank.get(b.group) || totals.get(b.id) - totals.get(a.id) || (a.id < b.id ? -1 : 1)));
  return { rows: sortMatrix([...rows.values()], param('matrix', 'sort')), concepts };
}

function sortMatrix(rows, sort) {
  const path = (row) => [...row.unit.path, row.unit.label].join('/');
  const measures = {
    articles: (row) => row.coverage.articles, facts: (row) => row.coverage.facts, '': (row) => row.cells.size,
  };
  const by = measures[sort] ?? ((row) => row.cells.get(sort) || 0);
  const name = new Intl.Collator('zh-CN').compare;
  return rows.sort((a, b) => (sort === 'name' ? 0 : by(b) - by(a)) || name(path(a), path(b)));
}

function drawMatrix(box, change) {
  if (grid && !change.first && !change.filter && !change.params && !change.language) { // only the selection is another
    grid.first = -1;
    drawRows();
    if (change.move) revealRow();
    return;
  }
  const level = param('matrix', 'level');
  const { rows, concepts } = matrixOf(level);
  const [top, left, active] = change.first || !grid ? [0, 0, [0, 0]] : [grid.scroller.scrollTop, grid.scroller.scrollLeft, grid.active];
  const most = Math.max(0, ...rows.flatMap((row) => [...row.cells.values()]));
  const levels = ['province', 'prefecture', 'county', 'reported'].map((id) => [id, t(`rows.${id}`)]);
  const bar = make('div', { className: 'bar' },
    choiceOf(t('rowsAre'), levels, level, (to) => go({ params: { 'matrix.level': to } })),
    make('span', { className: 'quiet', textContent: t('matrixNote', { rows: rows.length, columns: concepts.length }) }));
  if (!rows.length || !concepts.length) { grid = null; box.replaceChildren(bar, nothingHere()); return; }
  const body = make('tbody');
  const scroller = make('div', { className: 'scroller', on: { scroll: () => drawRows() } }, make('table', {
    className: 'matrix', role: 'grid', 'aria-label': t('view.matrix'), 'aria-rowcount': rows.length + 1, 'aria-colcount': concepts.length + 3,
    on: { keydown: moveInMatrix, focusin: (event) => noteActive(event.target) },
  }, matrixHead(concepts), body));
  box.replaceChildren(bar, scroller, shadeLegend(shadesFor(most), t('factsEach')));
  grid = { rows, concepts, body, scroller, level, bounds: shadesFor(most), first: -1, active: [Math.min(active[0], rows.length - 1), active[1]] };
  scroller.scrollTop = top;
  scroller.scrollLeft = left;
  drawRows();
  if (change.move || change.first) revealRow();
}

function matrixHead(concepts) {
  const spans = META.groups.map((group) => [group, concepts.filter((concept) => concept.group === group.id).length]).filter(([, n]) => n);
  const groups = spans.map(([group, n]) => make('th', { colSpan: n, scope: 'colgroup', className: 'span', title: labelOf(group) },
    markOf(group.shape, group.colour), make('span', { className: n > 2 ? '' : 'unseen', textContent: labelOf(group) })));
  const head = (id, text) => make('th', { scope: 'col', className: id.startsWith('concept/') ? 'column' : 'fixed', 'aria-sort': sortedBy(id) },
    button('', () => go({ params: { 'matrix.sort': id === param('matrix', 'sort') ? null : id } }), {
      className: 'plain', title: t('sortBy', { what: text }), 'data-key': `sort ${id}`,
    }));
  const heads = [['name', t('place')], ['articles', t('coverArticles')], ['facts', t('coverFacts')], ...concepts.map((concept) => [concept.id, labelOf(concept)])];
  return make('thead', {}, make('tr', {}, make('td', { colSpan: 3, className: 'corner' }, t('coverage')), ...groups),
    make('tr', {}, ...heads.map(([id, text]) => {
      const cell = head(id, text);
      cell.firstChild.append(make('span', { textContent: text }));
      return cell;
    })));
}

const sortedBy = (id) => (param('matrix', 'sort') === id ? (id === 'name' ? 'ascending' : 'descending') : 'none');

/** Draw the rows in view and room for the others. */
function drawRows() {
  const { scroller, rows, body } = grid;
  const head = body.previousSibling.offsetHeight;
  const visible = Math.ceil((scroller.clientHeight - head) / ROW_HEIGHT) + 2 * ROWS_AROUND;
  const first = Math.max(0, Math.floor(scroller.scrollTop / ROW_HEIGHT) - ROWS_AROUND);
  if (first === grid.first) return;
  grid.first = first;
  const held = body.contains(document.activeElement);
  const last = Math.min(rows.length, first + visible);
  const room = (count) => {
    const row = make('tr', { ariaHidden: 'true' }, make('td', { colSpan: grid.concepts.length + 3, className: 'room' }));
    row.firstChild.style.height = `${count * ROW_HEIGHT}px`;
    return row;
  };
  body.replaceChildren(...(first ? [room(first)] : []), ...rows.slice(first, last).map((row, i) => matrixRow(row, first + i)),
    ...(last < rows.length ? [room(rows.length - last)] : []));
  if (held) cellAt(grid.active)?.focus({ preventScroll: true });
}

function matrixRow(row, r) {
  const chosen = state.sel === unitSelection(row.unit);
  const head = make('th', { scope: 'row', className: `fixed${chosen ? ' current' : ''}` }, button('', () => choose(unitSelection(row.unit)), {
    className: 'plain', title: [...row.unit.path, row.unit.label].join(' › '), 'data-key': `row ${row.unit.key}`,
  }));
  head.firstChild.append(make('bdi', { textContent: row.unit.label }), make('small', { textContent: row.unit.path.slice(-1)[0] ?? '' }));
  return make('tr', { 'aria-rowindex': r + 2 }, head,
    make('td', { className: 'cover', textContent: row.coverage.articles }), make('td', { className: 'cover', textContent: row.coverage.facts }),
    ...grid.concepts.map((concept, c) => matrixCell(row, concept, r, c)));
}

function matrixCell(row, concept, r, c) {
  const count = row.cells.get(concept.id) || 0;
  const id = cellId(grid.level, row.unit.key, concept.id);
  const where = `${row.unit.label}${t('comma')}${labelOf(concept)}${t('colon')}`;
  const said = where + (count ? t('nFacts', { n: count }) : silence());
  const chosen = state.sel === id || state.sel === concept.id;
  return make('td', {
    role: 'gridcell', className: `cell${chosen ? ' current' : ''}`, 'data-shade': shadeOf(count, grid.bounds), textContent: count || '',
    title: said, 'aria-label': said, tabIndex: grid.active[0] === r && grid.active[1] === c ? 0 : -1, 'data-at': `${r} ${c}`,
    'data-key': `cell ${r} ${c}`, on: count ? { click: () => choose(id) } : {},
  });
}

const cellAt = ([r, c]) => grid.body.querySelector(`[data-at='${r} ${c}']`);

function noteActive(cell) {
  if (!cell.dataset.at) return;
  cellAt(grid.active)?.setAttribute('tabindex', '-1');
  grid.active = cell.dataset.at.split(' ').map(Number);
  cell.tabIndex = 0;
}

/** Arrow keys, Home, End, Page Up and Down move between cells; Enter opens one. */
function moveInMatrix(event) {
  if (!event.target.dataset.at) return;
  const [r, c] = grid.active;
  const page = Math.max(1, Math.floor(grid.scroller.clientHeight / ROW_HEIGHT) - 5);
  const moves = {
    ArrowDown: [r + 1, c], ArrowUp: [r - 1, c], ArrowRight: [r, c + 1], ArrowLeft: [r, c - 1],
    PageDown: [r + page, c], PageUp: [r - page, c], Home: [r, 0], End: [r, grid.concepts.length - 1],
  };
  if (event.key === 'Enter' || event.key === ' ') event.target.click();
  else if (moves[event.key]) goToCell(moves[event.key]);
  else return;
  event.preventDefault();
}

function goToCell([r, c]) {
  const to = [Math.min(Math.max(0, r), grid.rows.length - 1), Math.min(Math.max(0, c), grid.concepts.length - 1)];
  showRow(to[0]);
  cellAt(to)?.focus({ preventScroll: true });
  cellAt(to)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

/** Scroll a row into view under the head. */
function showRow(r) {
  const { scroller } = grid;
  const room = scroller.clientHeight - grid.body.previousSibling.offsetHeight - ROW_HEIGHT;
  if (r * ROW_HEIGHT < scroller.scrollTop) scroller.scrollTop = r * ROW_HEIGHT;
  else if (r * ROW_HEIGHT > scroller.scrollTop + room) scroller.scrollTop = r * ROW_HEIGHT - room;
  drawRows();
}

/** Bring the chosen place into view. */
function revealRow() {
  const key = state.sel?.startsWith('cell/') ? cellOf(state.sel).unit : null;
  const at = grid.rows.findIndex(({ unit }) => unit.key === key || (state.sel && unitSelection(unit) === state.sel));
  if (at >= 0) showRow(at);
  const concept = state.sel?.startsWith('cell/') ? cellOf(state.sel).concept : state.sel;
  const column = grid.concepts.findIndex(({ id }) => id === concept);
  if (column >= 0) showColumn(column);
}

/** Scroll a column into view beside the names. */
function showColumn(column) {
  const head = grid.scroller.querySelectorAll('th.column')[column];
  const names = grid.scroller.querySelector('th.fixed').offsetWidth;
  const { scrollLeft, clientWidth } = grid.scroller;
  if (head.offsetLeft >= scrollLeft + names && head.offsetLeft + head.offsetWidth <= scrollLeft + clientWidth) return;
  grid.scroller.scrollLeft = head.offsetLeft - (clientWidth + names) / 2;
}
