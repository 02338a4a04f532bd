// A quote as the reader sees it: the sentence with the statement marked, where it stands, and a citation to copy.

function citation(quote) {
  const article = META.articles[quote[QUOTE.article]];
  const date = article[ARTICLE.date] ? `，${article[ARTICLE.date]}` : '';
  const authors = article[ARTICLE.authors].length ? `${article[ARTICLE.authors].join('、')}：` : '';
  return `“${quote[QUOTE.parts].join('').trim()}”——${authors}《${article[ARTICLE.title]}》${date}，`
    + `${article[ARTICLE.source]} 第 ${article[ARTICLE.n]} 篇，第 ${quote[QUOTE.start]}–${quote[QUOTE.end]} 字`;
}

async function copyText(text, done) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = make('textarea', { value: text, className: 'unseen' });
    document.body.append(area);
    area.select();
    document.execCommand('copy'); // the only way left where a page from disk may not use the clipboard
    area.remove();
  }
  done.textContent = '已复制';
  announce('引文已复制');
}

function quoteCard(quote) {
  const article = META.articles[quote[QUOTE.article]];
  const copy = button('复制引文', (event) => copyText(citation(quote), event.target), { className: 'plain' });
  const stage = STAGES[quote[QUOTE.stage]];
  const parts = quote[QUOTE.parts].map((part, i) => (i % 2 ? make('mark', { textContent: part }) : part));
  const where = [
    article[ARTICLE.date] || '未注明日期',
    `${article[ARTICLE.source]} 第 ${article[ARTICLE.n]} 篇`,
    `规则 ${quote[QUOTE.rule]}`,
  ];
  return make('figure', { className: 'quote' },
    make('blockquote', {}, ...(parts.length ? parts : ['（依据在报头、发送名单等处，不在正文中）'])),
    make('figcaption', {},
      make('cite', { textContent: `《${article[ARTICLE.title]}》` }),
      make('span', { textContent: where.join(' · ') }),
      stage ? make('span', { className: 'chip', textContent: stage }) : null,
      copy));
}

/** Quotes from different articles, each once, the earliest dated first. */
function quoteCards(all, indices) {
  const dateOf = (index) => META.articles[all.quotes[index][QUOTE.article]][ARTICLE.date] || '9999';
  const sorted = [...new Set(indices)].sort((a, b) => (dateOf(a) < dateOf(b) ? -1 : dateOf(a) > dateOf(b) ? 1 : a - b));
  return sorted.map((index) => quoteCard(all.quotes[index]));
}

/** A line that opens to its quotes; `open` from the start where there are few. */
function foldedQuotes(head, all, indices, open) {
  const body = make('div', { className: 'quotes' });
  const fill = () => { if (!body.childElementCount) body.append(...quoteCards(all, indices)); };
  const fold = make('details', { open, on: { toggle: fill } }, make('summary', {}, ...head), body);
  if (open) fill();
  return fold;
}
