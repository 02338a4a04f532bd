// What is on the screen, and the address that says so. Everything that a link has to bring back is in `state`:
// #place/330110?view=matrix&province=浙江省&matrix.level=county&lang=en

const freshState = () => ({ view: VIEWS[0].id, sel: null, lang: 'zh', filter: {}, params: {} });
let state = null;
let droppedFor = null; // what was last chosen from outside the filter, which was dropped for it

/** A setting of a view out of the address, or its default. */
const param = (view, name) => state.params[`${view}.${name}`] ?? viewOf(view).params[name];

const hasParam = (name) => Object.keys(viewOf(split(name, '.')[0])?.params ?? {}).includes(split(name, '.')[1]);

const safe = (text) => encodeURIComponent(text).replace(/%(2F|2C|3A)/g, decodeURIComponent);

function addressOf({ view, sel, lang, filter, params }) {
  const pairs = [];
  if (view !== VIEWS[0].id) pairs.push(['view', view]);
  if (lang !== 'zh') pairs.push(['lang', lang]);
  for (const id of Object.keys(filter).sort()) for (const value of filter[id]) pairs.push([id, value]);
  for (const name of Object.keys(params).sort()) pairs.push([name, params[name]]);
  const query = pairs.map(([name, value]) => `${name}=${safe(value)}`).join('&');
  return `#${sel ? safe(sel) : ''}${query ? `?${query}` : ''}`;
}

/** The state of an address; what it does not know is left out, so that a worn link still opens. */
function stateOf(address) {
  const next = freshState();
  const [head, query] = splitAddress(address.replace(/^#/, ''));
  next.sel = isKnown(head) ? head : null;
  for (const pair of query.split('&').filter(Boolean)) {
    const [name, value] = split(pair, '=').map(decoded);
    if (name === 'view' && viewOf(value)) next.view = value;
    else if (name === 'lang' && value === 'en') next.lang = value;
    else if (facetOf(name)?.has(value)) next.filter[name] = [...(next.filter[name] || []), value];
    else if (hasParam(name)) next.params[name] = value;
  }
  return next;
}

/** The selection and the rest; a practice may have a question mark in its name in links of old. */
function splitAddress(address) {
  if (isKnown(decoded(address))) return [decoded(address), ''];
  const [head, query] = split(address, '?');
  return [decoded(head), query];
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a broken escape in a hand-written address
  }
}

/** Whether something can be selected: a node, a fact, a group, an area, a cell of the matrix. */
function isKnown(id) {
  if (nodeOf.has(id)) return true;
  const [kind, rest] = split(id, '/');
  if (kind === 'fact') return factOf.has(rest);
  if (kind === 'group') return groupOf.has(rest);
  if (kind === 'area' || kind === 'province') return UNITS.has(rest);
  const { unit, level, concept } = cellOf(id);
  return kind === 'cell' && [...Object.keys(RANK), 'reported', 'within'].includes(level) && UNITS.has(unit) && nodeOf.has(concept);
}

/** What a selection is: place, practice, concept, or fact, group, area, province, cell; null for none. */
const kindOf = (id) => (id ? nodeOf.get(id)?.kind ?? split(id, '/')[0] : null);

/** A cell of the matrix: cell/county:浙江省/湖州市/安吉县|concept/mediation. */
const cellId = (level, unit, concept) => `cell/${level}:${unit}|${concept}`;

function cellOf(id) {
  const [level, rest] = split(id.slice('cell/'.length), ':');
  const [unit, concept] = split(rest, '|');
  return { level, unit, concept };
}

function split(text, mark) {
  const at = text.indexOf(mark);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

/**
 * Change the state: {view, sel, lang, filter} replace, {params} are merged (null: back to the default).
 * `replace` keeps the history as it is, for what changes at every key press; `move` brings the selection into view.
 */
function go(changes, { replace = false, move = false } = {}) {
  const next = { ...state, ...changes, params: { ...state.params } };
  for (const [name, value] of Object.entries(changes.params || {})) {
    const [view, key] = split(name, '.');
    if (value === null || value === viewOf(view).params[key]) delete next.params[name];
    else next.params[name] = value;
  }
  next.filter = Object.fromEntries(Object.entries(next.filter).filter(([, values]) => values.length));
  if (changes.filter && next.sel && !holdsAnything(next)) next.sel = null;
  else if (changes.sel && !holdsAnything(next)) [next.filter, droppedFor] = [{}, next.sel];
  const address = addressOf(next);
  if (address !== addressOf(state)) writeAddress(address, replace);
  apply(next, { move });
}

function writeAddress(address, replace) {
  try {
    history[replace ? 'replaceState' : 'pushState'](null, '', address);
  } catch {
    // inside a notebook's frame the page has no address of its own
  }
}

function readAddress() {
  const next = stateOf(location.hash);
  if (addressOf(next) !== addressOf(state)) apply(next, { move: true });
}

const choose = (id, move) => go({ sel: id && isKnown(id) ? id : null }, { move });
const setFilter = (id, values) => go({ filter: { ...state.filter, [id]: values } });
const isFiltered = () => Object.keys(state.filter).length > 0;
