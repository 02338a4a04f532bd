// What can be done with a quote: cite it after GB/T 7714—2015 or in plain words, link to it, say that it is wrong.

/** The address that opens a fact's quote again; empty in a frame that has no address of its own. */
const linkToFact = (id) => (/^(file|https?):/.test(location.href) ? `${location.href.split('#')[0]}#fact/${id}` : '');

/** The reference and, on a line of its own, the link. */
const referenceOf = (fact) => [META.articles[fact.article][ARTICLE.reference], linkToFact(fact.id)].filter(Boolean).join('\n');

/** The sentence in quotation marks and where it stands, for a text processor. */
function quotationOf(all, fact) {
  const quote = all.quotes[fact.quote];
  const said = quote[QUOTE.parts].join('').trim().replace(/“/g, '‘').replace(/”/g, '’');
  const credit = META.articles[fact.article][ARTICLE.credit];
  const where = quote[QUOTE.end] > quote[QUOTE.start] ? t('cite.where', { from: quote[QUOTE.start] + 1, to: quote[QUOTE.end] }) : '';
  return `${said ? `“${said}”` : ''}（${credit}${where}）`;
}

/** The buttons under a quote. */
function quoteActs(all, fact) {
  const copy = (key, text) => button(t(key), (event) => copyAs(text(), event.target), { className: 'plain', title: t(`${key}Hint`) });
  const link = linkToFact(fact.id);
  const report = button(t(isReported(fact.id) ? 'report.again' : 'report.button'), () => openReport(fact), { className: 'plain report', title: t('report.hint') });
  report.dataset.fact = fact.id;
  return [
    copy('cite.reference', () => referenceOf(fact)), copy('cite.quotation', () => quotationOf(all, fact)),
    link ? copy('cite.link', () => link) : null, report,
  ].filter(Boolean);
}

/** Copy, and say so where it was asked for; where no clipboard is allowed the text is shown, chosen, to be copied by hand. */
async function copyAs(text, asker) {
  const said = asker.textContent;
  await copyText(text, asker, t('cite.copied'));
  setTimeout(() => { asker.textContent = said; }, 1600);
}

/** A fact in few words: where, and what. */
function wordsOfFact(fact) {
  const what = [nameOf(fact), valueOf(fact)].filter(Boolean).join(' ');
  return [fact.place?.label, `${t(`family.${fact.family}`)}${t('colon')}${what}`].filter(Boolean).join(' · ');
}

/** A dialog over the page; Escape and the cross close it. */
function openDialog(id, title, ...content) {
  document.getElementById(id)?.remove();
  const dialog = make('dialog', { id, className: 'dialog' },
    make('div', { className: 'dialog-head' }, make('h2', { id: `${id}-title`, textContent: title }),
      button('×', () => dialog.close(), { className: 'close', ariaLabel: t('close') })), ...content.filter(Boolean));
  dialog.setAttribute('aria-labelledby', `${id}-title`);
  dialog.addEventListener('close', () => dialog.remove());
  dialog.addEventListener('keydown', (event) => { if (event.key === 'Escape') event.stopPropagation(); });
  dialog.addEventListener('click', (event) => { if (event.target === dialog) dialog.close(); });
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

/**
 * Open the quote of facts, given by their ids in the graph. `names` are words that the right one is about; `text`,
 * `title` and `source` are shown where the page holds none of the facts (people, places in passing).
 */
function openFacts(ids, { names = new Set(), text = '', title = '', source = '' } = {}) {
  const wanted = new Set(ids);
  const fit = (fact) => [fact.place?.label, fact.target?.label, fact.text].filter((word) => names.has(word)).length * 2 + isDoing(fact);
  const [best] = FACTS.filter((fact) => wanted.has(fact.id)).sort((a, b) => fit(b) - fit(a) || a.i - b.i);
  if (best) { choose(`fact/${best.id}`); return; }
  openDialog('quote', title || t('quote.none'), text ? make('figure', { className: 'quote' },
    make('blockquote', { textContent: text }), make('figcaption', {}, make('cite', { textContent: `《${title}》` }), source))
    : make('p', { textContent: t('quote.gone') }));
}
