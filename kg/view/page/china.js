// Where in China: the provinces as tiles, and in each its prefectures and counties where their centres lie.

const FRAME = { width: 640, height: 520, edge: 46 };

addView({ id: 'china', params: { area: '' }, draw: drawChina });

/** What the colours count: the chosen practice, kind or field, or that of the chosen cell; null for all practices. */
function countedThing() {
  const kind = kindOf(state.sel);
  if (kind === 'cell') return cellOf(state.sel).concept;
  return ['practice', 'concept', 'group'].includes(kind) ? state.sel : null;
}

function countedFacts() {
  const counts = matcherOf(countedThing());
  return shown.facts.filter((fact) => isDoing(fact) && fact.place && counts(fact));
}

/** How many of the facts stand in each unit at a level, as [unit, count]. */
function countsAt(facts, level) {
  const counts = new Map();
  for (const fact of facts) {
    const unit = unitAt(fact.place, level);
    if (unit) counts.set(unit, (counts.get(unit) || 0) + 1);
  }
  return [...counts].sort(([a, n], [b, m]) => m - n || (a.key < b.key ? -1 : 1));
}

function drawChina(box) {
  const facts = countedFacts();
  const area = UNITS.get(param('china', 'area'));
  const what = countedThing() ? titleOfSelection(countedThing()) : t('allPractices');
  const bar = make('div', { className: 'bar' }, breadcrumb(area), make('span', { className: 'quiet', textContent: t('coloursCount', { what }) }));
  box.replaceChildren(bar, area ? insideOf(area, facts) : tilesOf(facts));
}

function breadcrumb(area) {
  const steps = area ? [...area.path.map((_, i) => UNITS.get(area.path.slice(0, i + 1).join('/'))), area] : [];
  const to = (key) => () => go({ params: { 'china.area': key } });
  const parts = [button(t('wholeCountry'), to(null), { className: 'plain', disabled: !area, 'data-key': 'country' }),
    ...steps.flatMap((unit, i) => [' › ', button(unit.label, to(unit.key), { className: 'plain', disabled: i === steps.length - 1, 'data-key': `crumb ${unit.key}` })])];
  return make('nav', { className: 'crumbs', 'aria-label': t('whereNow') }, ...parts);
}

/** Open a unit. A chosen practice or kind stays chosen, so that the colours go on counting it. */
function openUnit(unit, deeper) {
  const thing = countedThing();
  const cell = nodeOf.get(thing)?.kind === 'concept' ? cellId('within', unit.key, thing) : thing;
  go({ sel: cell ?? unitSelection(unit), params: deeper ? { 'china.area': unit.key } : {} });
}

function tilesOf(facts) {
  const counts = new Map(countsAt(facts, 'province').map(([unit, n]) => [unit.key, n]));
  const bounds = shadesAmong(Object.keys(TILES).map((name) => counts.get(name) || 0));
  const tiles = Object.entries(TILES).map(([name, [column, row]]) => {
    const count = counts.get(name) || 0;
    const said = `${state.lang === 'en' ? shortProvince(name) : name}${t('colon')}${count ? t('nFacts', { n: count }) : silence()}`;
    const tile = button('', () => openUnit(UNITS.get(name), true), {
      className: 'tile', disabled: !count, 'data-shade': shadeOf(count, bounds), title: said, 'data-key': `tile ${name}`,
    });
    tile.style.gridArea = `${row} / ${column}`;
    tile.append(make('span', { textContent: shortProvince(name) }), make('b', { textContent: count || '–' }));
    if (!count) tile.append(make('span', { className: 'unseen', textContent: silence() }));
    return tile;
  });
  const elsewhere = countsAt(facts, 'reported').filter(([unit]) => !((unit.path[0] ?? unit.label) in TILES));
  return make('div', { className: 'china' }, make('div', { className: 'tiles', role: 'group', 'aria-label': t('provinces') }, ...tiles),
    make('div', {}, shadeLegend(bounds, t('factsEach')), make('p', { className: 'bar quiet', textContent: t('tilesNote') })),
    unitList(t('noProvince'), elsewhere));
}

function insideOf(area, facts) {
  const level = area.level === 'province' && countsAt(facts.filter((fact) => liesIn(fact.place, area.key)), 'prefecture').some(([unit]) => unit !== area)
    ? 'prefecture' : 'county';
  const counts = countsAt(facts.filter((fact) => liesIn(fact.place, area.key)), level);
  const placed = counts.filter(([unit]) => unit !== area && META.points[unit.key]);
  const bounds = shadesAmong(counts.map(([, n]) => n));
  const rest = counts.filter(([unit]) => unit === area || !META.points[unit.key]);
  return make('div', { className: 'china inside' },
    placed.length ? pointMap(placed, bounds) : make('p', { className: 'bar quiet', textContent: t('noPoints') }),
    make('div', {}, shadeLegend(bounds, t('factsEach')), make('p', { className: 'bar quiet', textContent: t('pointsNote') })),
    unitList(t('onTheMap'), placed), unitList(t('notOnTheMap'), rest));
}

function unitList(title, counts) {
  if (!counts.length) return '';
  return make('div', { className: 'units' }, heading(title, counts.length, 'h2'), ...counts.map(([unit, n]) => make('p', { className: 'line' },
    button(unit.label, () => openUnit(unit, false), { className: 'plain', title: unit.path.join(' › '), 'data-key': `unit ${unit.key}` }),
    make('small', { textContent: t('nFacts', { n }) }))));
}

/** Centres on a plane: degrees of longitude shrink with the latitude, the whole is fitted into the frame. */
function fitted(counts) {
  const points = counts.map(([unit]) => META.points[unit.key]);
  const middle = points.reduce((sum, [, lat]) => sum + lat, 0) / points.length;
  const flat = points.map(([lng, lat]) => [lng * Math.cos((middle * Math.PI) / 180), -lat]);
  const [xs, ys] = [flat.map(([x]) => x), flat.map(([, y]) => y)];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const [wide, high] = [Math.max(...xs) - left, Math.max(...ys) - top];
  const scale = Math.min((FRAME.width - 2 * FRAME.edge) / (wide || 1e-9), (FRAME.height - 2 * FRAME.edge) / (high || 1e-9), 400);
  return flat.map(([x, y]) => [
    FRAME.width / 2 + (x - left - wide / 2) * scale, FRAME.height / 2 + (y - top - high / 2) * scale]);
}

const SVG = 'http://www.w3.org/2000/svg';

function svg(tag, attributes, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

const SIDES = [[0, 1], [0, -1], [1, 0], [-1, 0]]; // where a label may stand: below, above, right, left

/** The largest are labelled first; a label that has room on no side shows when its dot is pointed at. */
function pointMap(counts, bounds) {
  const spots = fitted(counts);
  const taken = new Boxes();
  const radii = counts.map(([, n]) => 9 + 3 * shadeOf(n, bounds));
  const circles = spots.map(([x, y], i) => [x - radii[i], y - radii[i], x + radii[i], y + radii[i]]);
  circles.forEach((circle) => taken.add(circle));
  const marks = counts.map(([unit, n], i) => {
    const half = unit.label.length * 6.8;
    const at = ([dx, dy]) => [spots[i][0] + dx * (radii[i] + half + 3), spots[i][1] + dy * (radii[i] + 11)];
    const boxAt = ([x, y]) => [x - half, y - 8, x + half, y + 8];
    const free = SIDES.map(at).find((spot) => taken.free(boxAt(spot), circles[i]));
    if (free) taken.add(boxAt(free));
    const [x, y] = free ?? at(SIDES[0]);
    return pointMark(unit, n, { spot: spots[i], radius: radii[i], label: [x - spots[i][0], y - spots[i][1]], bare: !free, bounds });
  });
  return svg('svg', { viewBox: `0 0 ${FRAME.width} ${FRAME.height}`, class: 'points', role: 'group', 'aria-label': t('onTheMap') }, ...marks);
}

function pointMark(unit, n, { spot, radius, label, bare, bounds }) {
  const said = `${unit.label} ${t('nFacts', { n })}`;
  const open = () => openUnit(unit, unit.level === 'prefecture');
  const mark = svg('g', {
    role: 'button', tabindex: '0', class: `point${bare ? ' bare' : ''}${state.sel === unitSelection(unit) ? ' current' : ''}`,
    'aria-label': said, 'data-key': `point ${unit.key}`, transform: `translate(${spot.map((one) => one.toFixed(1)).join(' ')})`,
  }, svg('title', {}, said), svg('circle', { r: radius, 'data-shade': shadeOf(n, bounds) }),
  svg('text', { class: 'label', x: label[0].toFixed(1), y: (label[1] + 4).toFixed(1) }, unit.label), ' ',
  svg('text', { class: 'count', 'data-shade': shadeOf(n, bounds), y: 4 }, String(n)));
  mark.addEventListener('click', open);
  mark.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    open();
  });
  return mark;
}
