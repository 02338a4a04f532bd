// What stands around the views: counts, language, light and dark, the link to this very screen.

/** Show a state: what changed against the one before decides what is drawn. */
function apply(next, { move = false } = {}) {
  const before = state;
  state = next;
  const differs = (part) => !before || JSON.stringify(before[part]) !== JSON.stringify(next[part]);
  const change = {
    view: differs('view'), filter: differs('filter'), selection: differs('sel'), params: differs('params'), language: differs('lang'), move,
  };
  if (change.filter) applyFilter();
  drawFrame(change);
  drawViews({ ...change, view: false });
  if (change.selection && next.sel) announce(t('chose', { what: titleOfSelection(next.sel) }));
}

function drawFrame(change) {
  document.body.classList.toggle('chosen', Boolean(state.sel));
  if (change.language) showWords();
  if (change.language || change.theme) showTheme();
  if (change.filter || change.language || change.theme) { drawFacets(); showCounts(); } else if (change.selection) drawChosen();
  if (change.filter || change.language || change.theme || change.selection || (change.view && !state.sel)) drawPanel();
}

function showCounts() {
  const count = (kind) => NODES.filter((node) => node.kind === kind && shown.nodes.has(node.id)).length;
  const articles = isFiltered() ? new Set(shown.facts.map((fact) => fact.article)).size : META.articles.length;
  const values = { places: count('place'), practices: count('practice'), concepts: count('concept'), articles };
  byId('counts').textContent = (isFiltered() ? t('filtered') : '') + t('counts', values);
}

const isDark = () => (document.documentElement.dataset.theme
  || (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')) === 'dark';

function showTheme() {
  byId('theme').textContent = t(isDark() ? 'light' : 'dark');
}

function redrawInTheme() {
  const change = { theme: true };
  drawFrame(change);
  drawViews(change);
}

function changeTheme() {
  document.documentElement.dataset.theme = isDark() ? 'light' : 'dark';
  redrawInTheme();
}

async function copyLink() {
  await copyText(location.href, byId('link'), t('linkCopied'));
  setTimeout(() => { byId('link').textContent = t('copyLink'); }, 2000);
}

function startShell() {
  byId('to-table').addEventListener('click', (event) => {
    event.preventDefault();
    go({ view: 'table' });
    boxOf('table').focus();
  });
  byId('theme').addEventListener('click', changeTheme);
  byId('language').addEventListener('click', () => go({ lang: state.lang === 'en' ? 'zh' : 'en' }));
  byId('link').addEventListener('click', copyLink);
  byId('open-filters').addEventListener('click', () => {
    const open = document.body.classList.toggle('filtering');
    byId('open-filters').setAttribute('aria-expanded', String(open));
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.defaultPrevented && state.sel) choose(null);
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redrawInTheme);
  window.addEventListener('popstate', readAddress);
  window.addEventListener('hashchange', readAddress);
}
