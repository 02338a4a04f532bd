// Five shades for counts, their legend, and a row of buttons of which one is pressed: shared by several views.

const SHADES = 5;

/** The largest count of each shade; for small counts a shade each, else each about as many times the one before. */
function shadesFor(most) {
  if (most <= SHADES) return Array.from({ length: Math.max(1, most) }, (_, i) => i + 1);
  const bounds = Array.from({ length: SHADES }, (_, i) => Math.round(most ** ((i + 1) / SHADES)));
  for (let i = 0; i < SHADES - 1; i += 1) bounds[i] = Math.max(bounds[i], i ? bounds[i - 1] + 1 : 1);
  return bounds;
}

/** 0 for nothing, else 1 (palest) to 5. */
function shadeOf(count, bounds) {
  return count ? bounds.findIndex((bound) => count <= bound) + 1 : 0;
}

function shadeLegend(bounds, unit) {
  const range = (i) => {
    const from = i ? bounds[i - 1] + 1 : 1;
    return from >= bounds[i] ? String(bounds[i]) : `${from}–${bounds[i]}`;
  };
  return make('p', { className: 'shades' }, make('span', { className: 'quiet', textContent: unit }),
    make('span', {}, make('i', { 'data-shade': 0 }), t('noReport')),
    ...bounds.map((bound, i) => make('span', {}, make('i', { 'data-shade': shadeOf(bound, bounds) }), range(i))));
}

/** Buttons of which one is pressed; `options` are [value, text]. */
function choiceOf(label, options, current, pick) {
  return make('span', { className: 'choices', role: 'group', 'aria-label': label }, make('span', { className: 'quiet', 'aria-hidden': 'true', textContent: label }),
    ...options.map(([value, text]) => button(text, () => pick(value), { 'aria-pressed': String(value === current), 'data-key': `choice ${label} ${value}` })));
}

/** What an empty place in a picture means: silence of the corpus, not absence. */
const silence = () => t(isFiltered() ? 'noReportFiltered' : 'noReport');

/** What the whole corpus holds of a unit, whatever the filter: {articles, facts}. */
const coverages = new Map();

function coverageOf(key, inside) {
  const name = `${inside} ${key}`;
  if (!coverages.has(name)) {
    const facts = FACTS.filter((fact) => fact.place && inUnit(fact.place, inside, key));
    coverages.set(name, { articles: new Set(facts.map((fact) => fact.article)).size, facts: facts.length });
  }
  return coverages.get(name);
}

/** Whether a place counts to a unit: at a level, or ('within') wherever it lies in it. */
const inUnit = (place, level, key) => (level === 'within' ? liesIn(place, key) : unitAt(place, level)?.key === key);

/** The selection that stands for a unit: its own node where it has one, else the area. */
const unitSelection = (unit) => unit.node?.id ?? `area/${unit.key}`;
