// Five shades for counts, their legend, and a row of buttons of which one is pressed: shared by several views.

const SHADES = 5;

/** The largest count of each shade; for small counts a shade each, else each about as many times the one before. */
function shadesFor(most) {
  if (most <= SHADES) return Array.from({ length: Math.max(1, most) }, (_, i) => i + 1);
  const bounds = Array.from({ length: SHADES }, (_, i) => Math.round(most ** ((i + 1) / SHADES)));
  for (let i = 0; i < SHADES - 1; i += 1) bounds[i] = Math.max(bounds[i], i ? bounds[i - 1] + 1 : 1);
  return bounds;
}

/** The same for the counts of a picture's parts: about as many parts of each shade. */
function shadesAmong(counts) {
  const sorted = counts.filter(Boolean).sort((a, b) => a - b);
  if (!sorted.length || sorted[sorted.length - 1] <= SHADES) return shadesFor(sorted.pop() ?? 1);
  return [...new Set(Array.from({ length: SHADES }, (_, i) => sorted[Math.ceil((sorted.length * (i + 1)) / SHADES) - 1]))];
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

/** What the whole corpus holds of a unit, whatever the filter: {articles, facts}; worked out once a level. */
const coverages = new Map();

function coverageOf(key, level) {
  if (!coverages.has(level)) coverages.set(level, coveragesAt(level));
  return coverages.get(level).get(key);
}

function coveragesAt(level) {
  const found = new Map();
  for (const fact of FACTS) {
    if (!fact.place) continue;
    const units = level === 'within' ? unitsOf.get(fact.place.id) : [unitAt(fact.place, level)].filter(Boolean);
    for (const { key } of units) {
      if (!found.has(key)) found.set(key, { seen: new Set(), articles: 0, facts: 0 });
      const cover = found.get(key);
      cover.articles = cover.seen.add(fact.article).size;
      cover.facts += 1;
    }
  }
  return found;
}

/** Whether a place counts to a unit: at a level, or ('within') wherever it lies in it. */
const inUnit = (place, level, key) => (level === 'within' ? liesIn(place, key) : unitAt(place, level)?.key === key);

/** The selection that stands for a unit: its own node where it has one, else the area. */
const unitSelection = (unit) => unit.node?.id ?? `area/${unit.key}`;
