// The questions: choose one or write a sentence, fill in its slots, see and change its SPARQL, read the answer.

const asked = { index: null, question: null, filled: {}, sparql: '', answer: null, running: false, counts: new Map() };

addView({ id: 'ask', params: { q: '', fill: '', sparql: '' }, draw: drawAsk });

const labelOfSlot = (slot) => (state.lang === 'en' ? slot.en : slot.zh);
const titleOfQuestion = (question) => (state.lang === 'en' ? question.en : question.zh);

async function drawAsk(box, change) {
  if (!canAsk()) {
    box.replaceChildren(make('div', { className: 'prose' }, make('p', { textContent: t(META.asking === 'large' ? 'ask.large' : 'ask.left') })));
    return;
  }
  if (!asked.index) {
    box.replaceChildren(make('p', { className: 'nothing', textContent: t('ask.loading') }));
    try {
      asked.index = await loadIndex();
    } catch {
      box.replaceChildren(make('p', { className: 'nothing', textContent: t('cannotUnpack') }));
      return;
    }
    change.first = true;
  }
  if (change.first || change.language) buildAsk(box);
  if (change.first || change.params) readAskAddress();
  showQuestion();
}

function buildAsk(box) {
  const sentence = make('input', {
    id: 'ask-sentence', type: 'search', maxlength: 200, autocomplete: 'off', placeholder: t('ask.sentenceHint'), ariaLabel: t('ask.sentence'),
    on: { keydown: (event) => { if (event.key === 'Enter' && !event.isComposing) askSentence(event.target.value); } },
  });
  box.replaceChildren(make('div', { className: 'ask' },
    make('div', { className: 'ask-side' }, sentence, ...questionGroups().flatMap(([group, questions]) => [
      make('h2', { textContent: t(`ask.about.${group}`) }), questionList(questions)])),
    make('div', { className: 'ask-main' },
      make('div', { id: 'ask-form' }),
      make('p', { id: 'ask-note', role: 'status' }),
      make('div', { id: 'ask-answer' }))));
  showQuestionCounts();
  if (asked.answer) drawAnswer();
}

/** The questions by what they are about, those that can be asked in most ways first. */
function questionGroups() {
  const groups = { practice: [], place: [], all: [] };
  for (const question of asked.index.questions) {
    groups[{ practice: 'practice', concept: 'practice', place: 'place' }[question.slots[0]?.type] || 'all'].push(question);
  }
  for (const own of Object.values(groups)) own.sort((a, b) => b.phrases.length - a.phrases.length || (a.name < b.name ? -1 : 1));
  return Object.entries(groups);
}

const questionList = (questions) => make('ul', { className: 'ask-list' }, ...questions.map((question) => (
  make('li', {}, make('button', {
    type: 'button', 'data-question': question.name, 'data-key': `ask-${question.name}`, on: { click: () => chooseQuestion(question) },
  }, make('span', { textContent: titleOfQuestion(question) }), make('small', { 'data-count': question.name }))))));

/** What the address asks for; a link with a question in it is answered at once. */
function readAskAddress() {
  const [name, fill, sparql] = ['q', 'fill', 'sparql'].map((key) => param('ask', key));
  const question = asked.index.questions.find((one) => one.name === name);
  if (!question && !sparql) { startCounting(); return; }
  const filled = { ...defaultsOf(question), ...Object.fromEntries(new URLSearchParams(fill)) };
  if (question === asked.question && JSON.stringify(filled) === JSON.stringify(asked.filled) && sparql === asked.sparql) return;
  Object.assign(asked, { question: question || null, filled, sparql });
  runAsked();
}

function chooseQuestion(question, filled = {}) {
  const fill = new URLSearchParams(Object.entries(filled).filter(([, value]) => value)).toString();
  go({ view: 'ask', params: { 'ask.q': question.name, 'ask.fill': fill || null, 'ask.sparql': null } });
}

function askSentence(text) {
  const read = readSentence(text, asked.index);
  if (read) chooseQuestion(read.question, read.filled);
  else if (text.trim()) {
    tellAsk(t('ask.noSentence'), true);
    byId('ask-note').append(...nearestQuestions(text).map((question) => button(titleOfQuestion(question), () => chooseQuestion(question), { className: 'plain' })));
  }
}

/** The three questions whose titles share most with a sentence: pairs of characters, the rarer the weightier. */
function nearestQuestions(text) {
  const pairsOf = (words) => new Set([...words.toLowerCase()].map((char, i, all) => char + (all[i + 1] ?? '')));
  const titled = asked.index.questions.map((question) => ({ question, pairs: pairsOf(titleOfQuestion(question)) }));
  const wanted = [...pairsOf(text)].map((pair) => [pair, titled.filter(({ pairs }) => pairs.has(pair)).length]).filter(([, n]) => n);
  const likeness = ({ pairs }) => wanted.reduce((sum, [pair, n]) => sum + (pairs.has(pair) ? 1 / n : 0), 0);
  return titled.map((one) => [likeness(one), one.question]).filter(([score]) => score > 0)
    .sort((a, b) => b[0] - a[0]).slice(0, 3).map(([, question]) => question);
}

/** What a slot holds before anyone types: the question's own example where this graph knows it, else what it has most of. */
function defaultsOf(question) {
  return Object.fromEntries((question?.slots || []).map((slot) => [slot.name, defaultOf(slot)]));
}

function defaultOf(slot) {
  const years = META.articles.map((article) => (article[ARTICLE.date] || '').slice(0, 4)).filter(Boolean).sort();
  if (slot.type === 'year') return slot.default || years[years.length - 1] || '';
  if (!slot.default || FIND[slot.type](slot.default, asked.index).length) return slot.default;
  const kinds = { place: ['place'], concept: ['concept'], practice: ['practice', 'concept'] }[slot.type] || [];
  const most = NODES.filter((node) => kinds.includes(node.kind)).sort((a, b) => linksOf.get(b.id).length - linksOf.get(a.id).length)[0];
  return most ? most.label : '';
}

function showQuestion() {
  for (const one of document.querySelectorAll('.ask-list [data-question]')) {
    one.setAttribute('aria-current', String(one.dataset.question === asked.question?.name));
  }
  const form = byId('ask-form');
  if (!asked.question && !asked.sparql) {
    form.replaceChildren(make('p', { className: 'nothing', textContent: t('ask.start') }));
    return;
  }
  const { question } = asked;
  form.replaceChildren(...[
    make('h2', { textContent: question ? titleOfQuestion(question) : t('ask.ownQuery') }),
    question ? make('div', { className: 'ask-slots' }, ...question.slots.map(slotField)) : null,
    make('p', { className: 'run' },
      button(t('ask.run'), () => runTyped(), { id: 'ask-run', className: 'strong', hidden: asked.running }),
      button(t('ask.stop'), () => stopAsking(), { id: 'ask-stop', hidden: !asked.running })),
    sparqlField(),
  ].filter(Boolean));
}

function slotField(slot) {
  const options = make('datalist', { id: `ask-names-${slot.name}` });
  const names = labelsOf(slot.type, asked.index).slice(0, 2000).map((label) => make('option', { value: label }));
  options.append(...names);
  const input = make('input', {
    id: `ask-slot-${slot.name}`, value: asked.filled[slot.name] || '', maxlength: 200, autocomplete: 'off', spellcheck: false,
    on: { keydown: (event) => { if (event.key === 'Enter' && !event.isComposing) runTyped(); } },
  });
  if (names.length) input.setAttribute('list', options.id);
  return make('label', {}, make('span', { textContent: labelOfSlot(slot) }), input, options);
}

function sparqlField() {
  const text = asked.sparql || shownQuery();
  const area = make('textarea', {
    id: 'ask-sparql', value: text, spellcheck: false, rows: Math.min(24, text.split('\n').length + 1), ariaLabel: t('ask.sparql'),
    on: { keydown: (event) => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) { event.preventDefault(); runEdited(); } } },
  });
  return make('details', { id: 'ask-query', open: Boolean(asked.sparql) }, make('summary', { textContent: t('ask.sparql') }), area,
    make('p', { className: 'run' }, button(t('ask.runQuery'), runEdited, { id: 'ask-run-query' }),
      make('small', { textContent: t('ask.queryHint') })));
}

/** The query of the question as far as its slots can be filled. */
function shownQuery() {
  try {
    return filledQuery(asked.question, asked.filled, asked.index);
  } catch {
    return asked.question?.sparql || '';
  }
}

function runTyped() {
  const { question } = asked;
  if (!question) { runEdited(); return; }
  const filled = Object.fromEntries(question.slots.map((slot) => [slot.name, byId(`ask-slot-${slot.name}`).value.trim()]));
  asked.question = null; // so that the same words are asked again
  chooseQuestion(question, filled);
  if (!asked.question) readAskAddress();
}

function runEdited() {
  const text = byId('ask-sparql').value;
  asked.sparql = null;
  go({ params: { 'ask.sparql': text } }, { replace: true });
  if (asked.sparql === null) readAskAddress();
}

const tellAsk = (text, wrong = false) => {
  byId('ask-note').textContent = text;
  byId('ask-note').className = wrong ? 'wrong' : 'quiet';
};

/** Run what is asked for and show the answer, or what hinders it. */
async function runAsked() {
  const mine = { ...asked };
  const text = asked.sparql || null;
  asked.answer = null;
  byId('ask-answer').replaceChildren();
  setRunning(true);
  tellAsk(t(engine ? 'ask.running' : 'ask.opening'));
  const began = performance.now();
  try {
    const found = await answerOf(text ?? filledQuery(mine.question, mine.filled, asked.index));
    if (asked.question !== mine.question || asked.filled !== mine.filled || asked.sparql !== mine.sparql) return;
    asked.answer = found;
    setRunning(false);
    drawAnswer();
    const seconds = ((performance.now() - began) / 1000).toFixed(2);
    tellAsk(t('ask.rows', { n: found.rows.length, seconds }) + (found.cut ? t('ask.cut', { n: ASK_LIMITS.rows }) : ''));
    if (!text) setCount(mine.question, mine.filled, found);
    startCounting();
  } catch (error) {
    if (asked.question !== mine.question || asked.sparql !== mine.sparql) return;
    setRunning(false);
    tellAsk(error instanceof AskError ? error.words || wordsOf(error, text ?? asked.question.sparql) : String(error.message), true);
    if (text) document.getElementById('ask-query').open = true;
  }
}

const wordsOf = (error, text) => (error.why === 'slot' ? error.message : errorWords(error, text));

/** The answer to a query as it was typed; rows that the query leaves unordered are sorted, as kg query does. */
async function answerOf(text, most) {
  const fault = faultIn(text, asked.index);
  if (fault) throw Object.assign(new AskError('query'), { words: faultWords(text, fault) });
  const { query, kind, ordered } = preparedQuery(text, asked.index, most);
  const found = await askGraph(query, kind, most);
  if (!ordered || kind === 'graph') {
    const key = (row) => row.map((term) => (term ? `${term.value} ${{ uri: 'URIRef', bnode: 'BNode' }[term.type] || 'Literal'}` : '')).join('\u0000');
    const keyed = found.rows.map((row) => [key(row), row]).sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0));
    found.rows = keyed.map(([, row]) => row);
  }
  return found;
}

function setRunning(on) {
  asked.running = on;
  showQuestion();
}

// How many rows each question has as it stands: worked out one by one while nobody waits.

let counting = false;

async function startCounting() {
  if (counting) return;
  counting = true;
  for (const question of asked.index.questions) {
    if (asked.counts.has(question.name)) continue;
    try {
      const found = await answerOf(filledQuery(question, defaultsOf(question), asked.index), 1000);
      asked.counts.set(question.name, found.cut ? '1000+' : String(found.rows.length));
    } catch (error) {
      if (['stopped', 'time', 'sandbox', 'memory'].includes(error.why)) break;
      asked.counts.set(question.name, '—'); // a slot that has to be filled first
    }
    showQuestionCounts();
  }
  counting = false;
}

function setCount(question, filled, found) {
  const plain = defaultsOf(question);
  if (Object.keys(plain).every((name) => plain[name] === filled[name])) asked.counts.set(question.name, String(found.rows.length));
  showQuestionCounts();
}

function showQuestionCounts() {
  for (const box of document.querySelectorAll('[data-count]')) {
    const count = asked.counts.get(box.dataset.count);
    box.textContent = count === undefined ? '' : count;
    box.title = count === undefined ? '' : t('ask.count', { n: count });
  }
}
