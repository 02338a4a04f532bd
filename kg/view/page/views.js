// The views on the one selection. A view is added by `addView` from a file of its own:
// {id, params: {name: default}, draw(box, change)}. `change` says what is new: first, filter, selection, params,
// language, theme, move (bring the selection into view). The words of its tab are `view.<id>` in words.js.

const VIEWS = [];
const addView = (view) => VIEWS.push({ params: {}, ...view });
const viewOf = (id) => VIEWS.find((view) => view.id === id);
const boxOf = (id) => byId(`view-${id}`);

function buildViews() {
  byId('tabs').append(...VIEWS.map((view) => make('button', {
    type: 'button', role: 'tab', id: `tab-${view.id}`, 'aria-controls': `view-${view.id}`, 'data-t': `view.${view.id}`,
    on: { click: () => go({ view: view.id }) },
  })));
  for (const view of VIEWS) {
    if (boxOf(view.id)) continue;
    byId('views').append(make('section', {
      id: `view-${view.id}`, className: 'view', role: 'tabpanel', 'aria-labelledby': `tab-${view.id}`, tabIndex: 0, hidden: true,
    }));
  }
  byId('tabs').addEventListener('keydown', moveBetweenTabs);
}

function moveBetweenTabs(event) {
  const steps = { ArrowRight: 1, ArrowLeft: -1, Home: -Infinity, End: Infinity };
  if (!(event.key in steps)) return;
  const at = VIEWS.findIndex((view) => view.id === state.view);
  const to = Number.isFinite(steps[event.key])
    ? (at + steps[event.key] + VIEWS.length) % VIEWS.length : { Home: 0, End: VIEWS.length - 1 }[event.key];
  go({ view: VIEWS[to].id });
  byId(`tab-${VIEWS[to].id}`).focus();
  event.preventDefault();
}

const stale = new Map(); // view → what changed since it was last drawn

/** Draw the open view and remember for the others what they missed. */
function drawViews(change) {
  for (const view of VIEWS) {
    const open = view.id === state.view;
    const tab = byId(`tab-${view.id}`);
    tab.setAttribute('aria-selected', String(open));
    tab.tabIndex = open ? 0 : -1;
    if (open) tab.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    boxOf(view.id).hidden = !open;
    stale.set(view.id, { ...(stale.get(view.id) || { first: true }), ...trueOnly(change) });
  }
  const view = viewOf(state.view);
  const missed = stale.get(view.id);
  stale.set(view.id, {});
  document.body.dataset.view = view.id;
  if (Object.keys(missed).length) keepFocus(boxOf(view.id), () => view.draw(boxOf(view.id), missed));
}

const trueOnly = (flags) => Object.fromEntries(Object.entries(flags).filter(([, on]) => on));

/** What a view shows in place of an empty picture. */
const nothingHere = (text = t(FACTS.length ? 'nothing' : 'nothingRead', { n: META.articles.length })) => (
  make('p', { className: 'nothing', textContent: text }));

/** Redraw something without losing the keyboard's place: elements are known by their `data-key`. */
function keepFocus(box, draw) {
  const active = document.activeElement;
  const key = active && box.contains(active) ? active.dataset.key : null;
  draw();
  if (key) [...box.querySelectorAll('[data-key]')].find((one) => one.dataset.key === key)?.focus({ preventScroll: true });
}
