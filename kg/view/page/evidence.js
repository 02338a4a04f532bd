// A quote as the reader sees it: the sentence with the statement marked, and where it stands.

async function copyText(text, done, said) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const held = document.activeElement;
    const area = make('textarea', { value: text, className: 'unseen' });
    document.body.append(area);
    area.select();
    document.execCommand('copy'); // the only way left where a page from disk may not use the clipboard
    area.remove();
    held?.focus();
  }
  done.textContent = said;
  announce(said);
}

/** Where a quote stands, in words: date, file and number, and how the statement was read out. */
function whereSaid(quote) {
  const article = META.articles[quote[QUOTE.article]];
  const nth = t('nth', { source: article[ARTICLE.source], n: article[ARTICLE.n] });
  return `${article[ARTICLE.date] || t('undated')} · ${nth}`;
}

/** What an article says of something done, in a few words each: a stage short of done, pilot or rolled out, the start, whom it serves. */
function waysOf(fact) {
  return [
    fact.stage && fact.stage !== 'done' ? t(`stage.${fact.stage}`) : '', fact.extent ? t(`extent.${fact.extent}`) : '', fact.since ? t('sinceWhen', { when: fact.since }) : '',
    fact.confidence === 'low' ? t('checkFirst') : '',
    fact.serves.length ? t('servesWhom', { who: fact.serves.map(servedLabel).join(t('comma')) }) : '',
  ].filter(Boolean);
}

/** The sentence behind a fact; a fact that only the report's locality puts where it is says so. */
function quoteCard(all, fact) {
  const quote = all.quotes[fact.quote];
  const parts = quote[QUOTE.parts].map((part, i) => (i % 2 ? make('mark', { textContent: part }) : part));
  return make('figure', { className: 'quote' },
    make('blockquote', {}, ...(parts.length ? parts : [t('notInText')])),
    make('figcaption', {},
      make('cite', { textContent: `《${META.articles[fact.article][ARTICLE.title]}》` }),
      make('span', { textContent: whereSaid(quote) }),
      ...(isDoing(fact) ? waysOf(fact) : []).map((way) => make('span', { className: 'chip', textContent: way })),
      fact.loose ? make('span', { className: 'loose', textContent: t('looseHere') }) : null,
      make('span', { className: 'acts' }, button(t('toReader'), () => readFact(fact), { className: 'plain' }), ...quoteActs(all, fact))));
}

/** The facts' quotes, each once, the earliest dated first. */
function quoteCards(all, facts) {
  const once = [...new Map(facts.map((fact) => [fact.quote, fact])).values()];
  const date = (fact) => fact.date || '9999';
  once.sort((a, b) => (date(a) < date(b) ? -1 : date(a) > date(b) ? 1 : a.i - b.i));
  return once.map((fact) => quoteCard(all, fact));
}

/** A line that opens to the quotes of its facts; `open` from the start where there are few. */
function foldedQuotes(head, all, facts, open) {
  const body = make('div', { className: 'quotes', hidden: true });
  const toggle = button('', () => show(body.hidden), { className: 'fold', ariaLabel: t('openQuote') });
  const show = (on) => {
    if (on && !body.childElementCount) body.append(...quoteCards(all, facts));
    body.hidden = !on;
    toggle.setAttribute('aria-expanded', String(on));
  };
  const press = (event) => { if (!event.target.closest('a, button')) show(body.hidden); };
  show(open);
  return make('div', { className: 'folded' }, make('p', { className: 'line', on: { click: press } }, toggle, ...head), body);
}
