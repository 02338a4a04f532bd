// The facets on the screen: a fold each, with a box and a live count for every value that still leads to something.

const VALUES_AT_ONCE = 8;
const unfolded = new Map(FACETS.map((facet) => [facet.id, Boolean(facet.open)]));
const lengthened = new Set();

function drawFacets() {
  keepFocus(byId('facets'), () => {
    byId('facets').replaceChildren(...FACETS.map(facetFold).filter(Boolean));
    drawChosen();
  });
}

/** The values that lead to something under the other facets, and those chosen, as [value, count]. */
function valuesOf(facet) {
  const counts = shown.counts.get(facet.id);
  const all = new Map([...(state.filter[facet.id] || []).map((value) => [value, 0]), ...counts]);
  const order = facet.order;
  const place = (value) => (Array.isArray(order) ? order.indexOf(value) : 0);
  return [...all].sort(([a, n], [b, m]) => (order === 'count' ? m - n : 0) || place(a) - place(b) || (a < b ? -1 : 1));
}

function facetFold(facet) {
  const values = valuesOf(facet);
  const chosen = state.filter[facet.id] || [];
  if (!values.length || facet.size < 2) return null; // nothing to choose between, whatever else is chosen
  const open = unfolded.get(facet.id) || chosen.length > 0;
  const note = chosen.length ? t('chosen', { n: chosen.length }) : String(values.length);
  const body = make('div', { className: 'values', role: 'group', 'aria-label': t(`facet.${facet.id}`) });
  const fill = () => { if (!body.childElementCount) body.append(...valueList(facet, values, chosen)); };
  if (open) fill();
  const head = make('summary', { 'data-key': `facet ${facet.id}` },
    make('span', { textContent: t(`facet.${facet.id}`) }), make('small', { textContent: note }));
  return make('details', {
    className: 'facet', open, 'data-facet': facet.id,
    on: { toggle: (event) => { unfolded.set(facet.id, event.target.open); fill(); } },
  }, head, body);
}

function valueList(facet, values, chosen) {
  const most = lengthened.has(facet.id) || facet.id === 'group' ? Infinity : VALUES_AT_ONCE;
  const first = values.filter(([value], i) => i < most || chosen.includes(value));
  const rows = facet.under ? underHeadings(facet, first, chosen) : first.map((pair) => valueRow(facet, pair, chosen));
  const rest = values.length - first.length;
  if (rest <= 0) return rows;
  const more = () => { lengthened.add(facet.id); drawFacets(); };
  return [...rows, button(t('moreValues', { n: rest }), more, { className: 'plain', 'data-key': `more ${facet.id}` })];
}

function underHeadings(facet, pairs, chosen) {
  const headings = new Map();
  for (const pair of pairs) {
    const heading = facet.under(pair[0]);
    if (!headings.has(heading)) headings.set(heading, []);
    headings.get(heading).push(pair);
  }
  return [...headings].flatMap(([heading, own]) => [
    make('p', { className: 'under', textContent: heading }), ...own.map((pair) => valueRow(facet, pair, chosen))]);
}

function valueRow(facet, [value, count], chosen) {
  const note = facet.note ? facet.note(value) : '';
  return make('label', { className: 'choice', title: note ? `${note} ${facet.label(value)}` : '' },
    make('input', {
      type: 'checkbox', checked: chosen.includes(value), value, 'data-key': `${facet.id} ${value}`,
      on: { change: () => toggleValue(facet, value) },
    }),
    facet.mark ? facet.mark(value) : null, make('bdi', { textContent: facet.label(value) }),
    make('small', { textContent: count }));
}

/** What is chosen, above the view, each with a way to drop it. */
function drawChosen() {
  const chips = FACETS.flatMap((facet) => (state.filter[facet.id] || []).map((value) => button(
    `${t(`facet.${facet.id}`)}${t('colon')}${facet.label(value)} ×`, () => toggleValue(facet, value),
    { className: 'chip', ariaLabel: t('dropValue', { what: `${t(`facet.${facet.id}`)} ${facet.label(value)}` }), 'data-key': `chip ${facet.id} ${value}` },
  )));
  const clear = button(t('clearFilter'), () => go({ filter: {} }), { id: 'reset', className: 'plain', 'data-key': 'reset' });
  const dropped = !chips.length && state.sel && state.sel === droppedFor;
  byId('chosen').hidden = !chips.length && !dropped;
  byId('chosen').replaceChildren(...chips, ...(chips.length ? [clear] : []),
    dropped ? make('span', { textContent: t('filterDropped', { what: titleOfSelection(state.sel) }) }) : '');
}
