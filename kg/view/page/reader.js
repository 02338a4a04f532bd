// The articles themselves, with every fact highlighted where it is said.

addView({ id: 'reader', params: { at: '' }, draw: drawReader });

const keyOfArticle = (i) => `${META.articles[i][ARTICLE.source]}:${META.articles[i][ARTICLE.n]}`;

/** Open the article of a fact at the words that say it. */
function readFact(fact) {
  go({ view: 'reader', sel: `fact/${fact.id}`, params: { 'reader.at': keyOfArticle(fact.article) } }, { move: true });
}

/** The articles of the filter and the selection, the earliest dated first. */
function articlesToRead() {
  const facts = shown.facts.filter(matcherOf(state.sel));
  const found = [...new Set(facts.map((fact) => fact.article))];
  const date = (i) => META.articles[i][ARTICLE.date] || '9999';
  const all = found.length || FACTS.length ? found : META.articles.map((_, i) => i);
  return all.sort((a, b) => (date(a) < date(b) ? -1 : date(a) > date(b) ? 1 : a - b));
}

async function drawReader(box, change) {
  const articles = articlesToRead();
  const at = articles.find((i) => keyOfArticle(i) === param('reader', 'at')) ?? articles[0];
  if (at === undefined) { box.replaceChildren(nothingHere()); return; }
  let all = null;
  try {
    all = await loadTexts();
  } catch {
    box.replaceChildren(nothingHere(t('cannotUnpack')));
    return;
  }
  if (state.view !== 'reader') return; // another view was opened while unpacking
  const key = box.contains(document.activeElement) ? document.activeElement.dataset.key : null;
  box.replaceChildren(readerBar(articles, at), readerKey(), articleText(at, all));
  if (key) [...box.querySelectorAll('[data-key]')].find((one) => one.dataset.key === key)?.focus({ preventScroll: true });
  const first = box.querySelector('.said.current');
  if (first && (change.move || change.first)) first.scrollIntoView({ block: 'center' });
}

function readerBar(articles, at) {
  const open = (i) => go({ params: { 'reader.at': keyOfArticle(i) } });
  const place = articles.indexOf(at);
  const title = (i) => `${META.articles[i][ARTICLE.date] || t('undated')}　${META.articles[i][ARTICLE.title]}`;
  return make('p', { className: 'bar' },
    stepButton(t('previousArticle'), () => open(articles[place - 1]), place < 1, { 'data-key': 'previous' }),
    make('select', {
      ariaLabel: t('whichArticle'), 'data-key': 'article', on: { change: (event) => open(Number(event.target.value)) },
    }, ...articles.map((i) => make('option', { value: String(i), textContent: title(i), selected: i === at }))),
    stepButton(t('nextArticle'), () => open(articles[place + 1]), place + 1 >= articles.length, { 'data-key': 'next' }),
    make('span', { className: 'quiet', textContent: t('articleOf', { at: place + 1, n: articles.length }) }));
}

/** Which highlight stands for what. */
function readerKey() {
  const families = ['place', ...new Set(FACTS.map((fact) => fact.family))];
  return make('p', { className: 'chips' }, ...families.map((family) => make('span', {
    className: 'said', 'data-family': family, textContent: family === 'place' ? t('place') : t(`family.${family}`),
  })));
}

function articleText(at, all) {
  const [title, source, n, date, authors] = META.articles[at];
  const points = [...all.texts[at]]; // offsets count code points
  const cuts = cutsOf(at, all, points.length);
  const lines = linesOf(points).map(([start, end], i) => make(i ? 'p' : 'h2', {}, ...saidIn(points, cuts, start, end)));
  const meta = [date || t('undated'), t('nth', { source, n }), authors.join(t('comma'))].filter(Boolean).join(' · ');
  lines.splice(1, 0, make('p', { className: 'quiet', textContent: meta }));
  return make('article', { className: 'text', lang: 'zh-CN', ariaLabel: title }, ...lines);
}

/** The lines of a text as [start, end), empty ones left out. */
function linesOf(points) {
  const lines = [];
  let start = 0;
  for (let i = 0; i <= points.length; i += 1) {
    if (i < points.length && points[i] !== '\n') continue;
    if (i > start) lines.push([start, i]);
    start = i + 1;
  }
  return lines;
}

/** The stretches between the borders of facts and place names, each with what covers it, the narrowest first. */
function cutsOf(at, all, length) {
  const spans = all.places[at].filter(([id]) => nodeOf.has(id)).map(([id, start, end]) => ({ start, end, place: nodeOf.get(id) }));
  for (const fact of shown.facts) {
    if (fact.article !== at) continue;
    for (let i = 0; i < all.spans[fact.i].length; i += 2) spans.push({ start: all.spans[fact.i][i], end: all.spans[fact.i][i + 1], fact });
  }
  const borders = [...new Set([0, length, ...spans.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
  const width = ({ start, end, place }) => end - start + (place ? 0.5 : 0);
  spans.sort((a, b) => a.start - b.start);
  const cuts = [];
  let open = [];
  let next = 0;
  for (let i = 0; i + 1 < borders.length; i += 1) {
    open = open.filter((span) => span.end > borders[i]);
    while (next < spans.length && spans[next].start <= borders[i]) { if (spans[next].end > borders[i]) open.push(spans[next]); next += 1; }
    cuts.push({ start: borders[i], end: borders[i + 1], over: [...open].sort((a, b) => width(a) - width(b)) });
  }
  return cuts;
}

function saidIn(points, cuts, start, end) {
  const inside = cuts.filter((cut) => cut.start < end && cut.end > start);
  return inside.map((cut) => {
    const text = points.slice(Math.max(start, cut.start), Math.min(end, cut.end)).join('');
    return cut.over.length ? said(cut, text) : text;
  });
}

/** A highlighted stretch; pressed, it selects the narrowest fact there, pressed again the next one. */
function said({ start, over }, text) {
  const ids = [...new Set(over.map(({ place, fact }) => (place ? place.id : `fact/${fact.id}`)))];
  const own = over[0];
  const current = state.sel && over.some(({ fact, place }) => (fact ? matcherOf(state.sel)(fact) : place.id === state.sel));
  const what = over.map(({ place, fact }) => (place ? t('place') : `${t(`family.${fact.family}`)} ${nameOf(fact)}`));
  const press = () => choose(ids[(ids.indexOf(state.sel) + 1) % ids.length]);
  const key = (event) => { if (event.key === 'Enter' || event.key === ' ') { event.preventDefault(); press(); } };
  return make('span', { // a button would not break across lines
    className: `said${current ? ' current' : ''}`, 'data-family': own.place ? 'place' : own.fact.family, textContent: text,
    role: 'button', tabIndex: 0, title: [...new Set(what)].join(t('semicolon')), 'data-key': `said ${start}`,
    on: { click: press, keydown: key },
  });
}
