// The answer as a table: names lead to their nodes, quotes to where they stand, and all of it can be saved.

const ANSWER_ROWS = 200;
const QUOTE_COLUMN = WORDS['cite.quotation'][0]; // the questions name their columns in Chinese
const labelled = new Map(); // label → nodes
for (const node of nodeOf.values()) labelled.set(node.label, [...(labelled.get(node.label) || []), node]);

/** The node that a cell names: by IRI, or by its label where the row leaves no doubt which one is meant. */
function nodeOfTerm(term, row) {
  if (term.type === 'uri') return nodeOfIri(term.value);
  const found = labelled.get(term.value) || [];
  if (found.length < 2) return found[0] || null;
  const beside = new Set(row.filter(Boolean).map((other) => other.value));
  const near = (node) => (node.kind === 'place' ? node.path : linksOf.get(node.id).map((edge) => nodeOf.get(edge.from).label));
  const fitting = found.filter((node) => near(node).some((name) => beside.has(name)));
  return fitting.length === 1 ? fitting[0] : null;
}

function nodeOfIri(iri) {
  const { base, practices } = asked.index;
  const tail = iri.startsWith(base) ? iri.slice(base.length) : '';
  if (nodeOf.has(tail)) return nodeOf.get(tail);
  const practice = tail.startsWith('practice/') && practices.find((one) => one[NAME.iri] === tail);
  return practice ? nodeOf.get(`practice/${normalName(practice[NAME.label])}`) || null : null;
}

function answerCell(term, column, row) {
  if (!term) return make('td');
  const number = /#(integer|decimal|double)$/.test(term.datatype || '');
  const fact = term.type === 'uri' && /\/fact\/([0-9a-f]{16})$/.exec(term.value);
  if (fact) return make('td', {}, button(fact[1], () => openFacts([fact[1]]), { className: 'plain' }));
  if (column === QUOTE_COLUMN) return make('td', { className: 'sentence' }, quoteLink(term.value, row));
  const node = number ? null : nodeOfTerm(term, row);
  if (node) return make('td', { className: widthOfCell(node.label) }, jump(node));
  const text = term.type === 'uri' ? term.value.replace(asked.index.base, '') : term.value;
  return make('td', { className: number ? 'number' : widthOfCell(text) }, make('bdi', { textContent: text }));
}

/** Names stay on one line; titles get room. */
const widthOfCell = (text) => ([...text].length > 10 ? 'title' : 'short');

const quoteLink = (text, row) => make('button', {
  type: 'button', className: 'saying', title: t('ask.openQuote'), on: { click: () => openSaying(text, row) },
}, make('bdi', { textContent: text }));

function drawAnswer() {
  const { columns, rows } = asked.answer;
  const box = byId('ask-answer');
  if (!rows.length) { box.replaceChildren(make('p', { className: 'nothing', textContent: t('ask.none') })); return; }
  const body = make('tbody');
  const more = button('', () => add(), { className: 'more' });
  let count = 0;
  const add = () => {
    for (const row of rows.slice(count, count + ANSWER_ROWS)) body.append(make('tr', {}, ...row.map((term, i) => answerCell(term, columns[i], row))));
    count = Math.min(rows.length, count + ANSWER_ROWS);
    more.hidden = count >= rows.length;
    more.textContent = t('ask.more', { n: rows.length - count });
  };
  box.replaceChildren(
    make('p', { className: 'ask-save' }, button(t('save.csv'), () => saveAnswer('csv'), { id: 'ask-csv' }), button(t('save.json'), () => saveAnswer('json'), { id: 'ask-json' })),
    make('div', { className: 'scroll', tabIndex: 0, role: 'region', ariaLabel: t('ask.answer') }, make('table', { className: 'answer' },
      make('thead', {}, make('tr', {}, ...columns.map((name) => make('th', { scope: 'col', textContent: name })))), body)), more);
  add();
}

function saveAnswer(form) {
  const { columns, rows } = asked.answer;
  const plain = rows.map((row) => row.map((term) => term?.value ?? ''));
  saveTable(form, asked.question?.name || 'query', columns, plain);
}

/** Open the quote that a row of an answer shows: the facts in the graph whose evidence reads so. */
async function openSaying(text, row) {
  const query = `SELECT DISTINCT ?fact ?title ?source WHERE {
    ?selector oa:prefix ?before ; oa:exact ?exact ; oa:suffix ?after .
    FILTER(CONCAT(?before, ?exact, ?after) = ${JSON.stringify(text)})
    ?evidence oa:hasSelector ?selector . ?fact zt:evidence ?evidence ; prov:hadPrimarySource ?article .
    ?article dcterms:title ?title ; zt:printedIn/rdfs:label ?source }`;
  try {
    const { rows: found } = await askGraph(preparedQuery(query, asked.index).query, 'select');
    const names = new Set(row.filter(Boolean).map((term) => term.value));
    const ids = found.map(([fact]) => fact.value.slice(-16));
    openFacts(ids, { names, text, title: found[0]?.[1].value, source: found[0]?.[2].value });
  } catch (error) {
    tellAsk(wordsOf(error, query), true);
  }
}
