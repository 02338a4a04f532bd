// The same content as a table: one row for each place and practice, for keyboards, screen readers and printing.

const ROWS_AT_ONCE = 150;

function datesOf(edge) {
  const dates = edge.articles.map((index) => META.articles[index][ARTICLE.date]).filter(Boolean).sort();
  if (!dates.length) return '—';
  return dates.length > 1 ? `${dates[0]} 起` : dates[0];
}

function tableRow(edge) {
  const [place, target] = [nodeOf.get(edge.from), nodeOf.get(edge.to)];
  const concepts = target.kind === 'concept' ? '（未另起名）' : target.concepts.map((id) => nodeOf.get(id).label).join('、');
  const cell = (content) => make('td', {}, content);
  return make('tr', {},
    cell(make('bdi', { textContent: trail(place) })), cell(jump(place)), cell(jump(target)),
    cell(concepts), cell(groupOf.get(target.group).zh), cell(datesOf(edge)),
    cell(button(`${edge.n} 处`, () => choose(edge.to, true), { ariaLabel: `${place.label}，${target.label}：看 ${edge.n} 处原文` })));
}

function drawTable() {
  const box = byId('table');
  const path = (edge) => areaOf(nodeOf.get(edge.from)).join();
  const rows = shown.edges.map((edge) => [path(edge), edge]).sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : a[1].id - b[1].id));
  const body = make('tbody');
  const more = button('', () => addRows(), { className: 'more' });
  let count = 0;
  const addRows = () => {
    body.append(...rows.slice(count, count + ROWS_AT_ONCE).map(([, edge]) => tableRow(edge)));
    count = Math.min(rows.length, count + ROWS_AT_ONCE);
    more.hidden = count >= rows.length;
    more.textContent = `再显示 ${Math.min(ROWS_AT_ONCE, rows.length - count)} 行（共 ${rows.length} 行）`;
  };
  const columns = ['所在', '地方', '做法', '类别', '组', '日期', '原文'];
  box.replaceChildren(make('table', {},
    make('caption', { textContent: `${rows.length} 行：一行是一个地方的一项做法` }),
    make('thead', {}, make('tr', {}, ...columns.map((name) => make('th', { scope: 'col', textContent: name })))), body), more);
  addRows();
}
