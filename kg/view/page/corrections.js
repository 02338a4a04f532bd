// "Something is wrong here": kept in this browser, downloaded as corrections.csv (columns: kg/view/corrections.py).

const CORRECTIONS_KEY = 'zhitu.corrections'; // pages from disk share one storage
const corrections = new Map(readCorrections()); // fact id → row without its columns of origin

/** What was kept; rows that another program or version left there are passed over. */
function readCorrections() {
  try {
    const kept = JSON.parse(localStorage.getItem(CORRECTIONS_KEY) || '[]');
    return kept.filter((pair) => Array.isArray(pair) && /^[0-9a-f]{16}$/.test(pair[0]) && Array.isArray(pair[1]?.wrong));
  } catch {
    return []; // no storage here, or not ours
  }
}

/** Keep the corrections; false where this browser keeps nothing for the page. */
function keepCorrections() {
  try {
    localStorage.setItem(CORRECTIONS_KEY, JSON.stringify([...corrections]));
    return true;
  } catch {
    return false;
  }
}

const isReported = (id) => corrections.has(id);

/** The form for a fact; where its sentence says several things, the reader chooses which of them is meant. */
function openReport(fact) {
  const alike = FACTS.filter((other) => other.quote === fact.quote);
  const which = make('select', { id: 'report-fact', on: { change: () => fillReport(FACTS[Number(which.value)]) } },
    ...alike.map((other) => make('option', { value: String(other.i), textContent: shorten(wordsOfFact(other), 60), selected: other === fact })));
  const ticks = META.corrections.wrong.map((code) => make('label', { className: 'choice' },
    make('input', { type: 'checkbox', value: code, name: 'wrong' }), make('span', { textContent: t(`report.${code}`) })));
  const save = button(t('report.save'), () => saveReport(FACTS[Number(which.value)]), { id: 'report-save', className: 'strong' });
  const drop = button(t('report.drop'), () => dropReport(FACTS[Number(which.value)]), { id: 'report-drop' });
  const body = make('div', { id: 'report-body' },
    make('label', { hidden: alike.length < 2 }, make('span', { textContent: t('report.which') }), which),
    make('p', { className: 'quiet', id: 'report-words' }),
    make('fieldset', {}, make('legend', { textContent: t('report.wrong') }), ...ticks),
    make('label', {}, make('span', { textContent: t('report.proposed') }), make('input', { id: 'report-proposed', maxlength: 500, autocomplete: 'off' })),
    make('label', {}, make('span', { textContent: t('report.note') }), make('textarea', { id: 'report-note', rows: 2, maxlength: 2000 })),
    make('p', { className: 'run' }, save, drop), make('p', { id: 'report-said', role: 'status' }));
  openDialog('report', t('report.button'), body);
  fillReport(fact);
}

function fillReport(fact) {
  const known = corrections.get(fact.id);
  byId('report-words').textContent = wordsOfFact(fact);
  for (const box of byId('report-body').querySelectorAll('[name=wrong]')) box.checked = Boolean(known?.wrong.includes(box.value));
  byId('report-proposed').value = known?.proposed || '';
  byId('report-note').value = known?.note || '';
  byId('report-drop').hidden = !known;
}

function saveReport(fact) {
  const wrong = [...byId('report-body').querySelectorAll('[name=wrong]:checked')].map((box) => box.value);
  const [proposed, note] = ['report-proposed', 'report-note'].map((id) => byId(id).value.trim());
  if (!wrong.length && (proposed || note)) wrong.push('other');
  if (!wrong.length) { byId('report-said').textContent = t('report.tick'); return; }
  corrections.set(fact.id, { wrong, proposed, note });
  const kept = keepCorrections();
  byId('report-drop').hidden = false;
  byId('report-said').replaceChildren(t(kept ? 'report.saved' : 'report.notKept', { n: reportedFacts().length }), ' ',
    button(t('save.corrections'), saveCorrections, { id: 'report-download' }));
  markReported();
}

function dropReport(fact) {
  corrections.delete(fact.id);
  keepCorrections();
  byId('report').close();
  markReported();
}

/** The reported facts of this page, each once: a fact may stand at several places. */
const reportedFacts = () => [...new Map(FACTS.map((fact) => [fact.id, fact])).values()].filter((fact) => isReported(fact.id));

/** Say on every quote in sight whether it was reported. */
function markReported() {
  for (const one of document.querySelectorAll('.report[data-fact]')) {
    one.textContent = t(isReported(one.dataset.fact) ? 'report.again' : 'report.button');
  }
}

/** Download the corrections of this page's facts; those of facts that other pages hold stay where they are. */
async function saveCorrections() {
  const { texts: whole, spans } = await loadTexts();
  const rows = reportedFacts().map((fact) => correctionRow(fact, [...whole[fact.article]], spans[fact.i]));
  if (!rows.length) { tellSaved(t('report.none')); return; }
  saveFile('corrections.csv', TABLES.csv, csvOf(META.corrections.columns, rows));
}

/** `text` as code points; `span` is where in it the fact is said, empty where the evidence stands outside of it. */
function correctionRow(fact, text, [start = '', end = '']) {
  const article = META.articles[fact.article];
  const { wrong, proposed, note } = corrections.get(fact.id);
  const cells = {
    fact: `${META.corrections.base}fact/${fact.id}`, source: article[ARTICLE.source], article: article[ARTICLE.n],
    start, end, quote: start === '' ? '' : text.slice(start, end).join(''),
    family: fact.family, wrong: wrong.join(';'), proposed, note,
  };
  return META.corrections.columns.map((name) => cells[name]);
}
