// The graph on its canvas. vis-network moves and zooms the canvas; what stands on it is drawn and found here:
// vis-network takes far longer to set up a mark or a link than to draw it, and a selection never touches a data set.

let network = null;
let theme = {};
let views = new Map();
let order = [];
let links = [];
let selected = null;
let hovered = null;
let overview = Boolean(META.overview);
let moving = null;
let zooming = null;
let boost = 1;

const CLOSE = 0.4; // from this scale on, labels of practices of one place are written, where there is room
const LARGEST_MARK = { place: 24, practice: 13, concept: 14 }; // in world units: seats are 34 apart, those of places more
const SMALLEST_MARK = 3.8; // radius in pixels of a practice when the whole map is in view

function readTheme() {
  theme = Object.fromEntries(['paper', 'ink', 'quiet', 'place', 'accent', 'tint'].map((name) => [name, styleValue(`--${name}`)]));
}

const regions = () => (overview ? META.overview.regions : META.regions);
const weight = (node) => ({ place: 2, concept: 1, practice: 0 }[node.kind] * 6 + node.size);

/** Grown marks stop short of the next seat. */
const markSize = (node) => Math.max(node.size, Math.min(node.size * boost, LARGEST_MARK[node.kind]));

function nodeView(node, point) {
  const colour = node.kind === 'place' ? theme.place : groupOf.get(node.group).colour;
  const [x, y] = point ?? [node.x, node.y];
  return { id: node.id, x, y, shape: node.shape, size: markSize(node), node, colour, hollow: node.kind === 'concept' };
}

const linkView = (from, to, n) => ({ from, to, width: Math.min(3, 0.8 + 0.4 * n), colour: groupOf.get(nodeOf.get(to).group).colour });

function plainViews() {
  return [
    NODES.filter((node) => shown.nodes.has(node.id)).map((node) => nodeView(node)),
    shown.edges.map((edge) => linkView(edge.from, edge.to, edge.n)),
  ];
}

/** Provinces and concepts; a link between them is as wide as the links it stands for are many. */
function overviewViews() {
  const points = META.overview.points;
  const counts = new Map(); // province → concept → links
  const totals = new Map();
  for (const edge of shown.edges) {
    const province = provinceOf(nodeOf.get(edge.from));
    const target = nodeOf.get(edge.to);
    if (!counts.has(province)) counts.set(province, new Map());
    const own = counts.get(province);
    totals.set(province, (totals.get(province) || 0) + 1);
    for (const concept of target.kind === 'concept' ? [target.id] : target.concepts) own.set(concept, (own.get(concept) || 0) + 1);
  }
  const provinces = [...totals].filter(([name]) => points[`province/${name}`]).map(([name, n]) => nodeView({
    id: `province/${name}`, kind: 'place', label: name, shape: 'dot', size: Math.min(14, 6 + 0.4 * Math.sqrt(n)),
  }, points[`province/${name}`]));
  const concepts = NODES.filter((node) => node.kind === 'concept' && shown.nodes.has(node.id) && points[node.id]);
  const between = [...counts].flatMap(([name, own]) => [...own].map(([to, n]) => linkView(`province/${name}`, to, Math.sqrt(n) / 2)))
    .filter(({ from, to }) => points[from] && points[to] && shown.nodes.has(to));
  return [[...provinces, ...concepts.map((node) => nodeView({ ...node, size: Math.min(9, node.size) }, points[node.id]))], between];
}

/** Draw anew after a change of filter, theme or level; keeps the view where it is unless `fit`. */
function drawGraph(fit) {
  readTheme();
  if (fit) chooseBoost();
  const [nodes, between] = overview ? overviewViews() : plainViews();
  views = new Map(nodes.map((view) => [view.id, view]));
  order = [...nodes].sort((a, b) => weight(b.node) - weight(a.node) || (a.id < b.id ? -1 : 1));
  links = between.map((link) => ({ ...link, a: views.get(link.from), b: views.get(link.to) })).filter(({ a, b }) => a && b);
  network ??= new StillNetwork(byId('graph'));
  if (fit) fitAll();
  else network.redraw();
}

/** The box around everything shown, with room for titles and labels; null where nothing is shown. */
function wholeBox() {
  const points = overview ? META.overview.points : null;
  const spots = NODES.filter((node) => shown.nodes.has(node.id)).map((node) => ({ x: node.x, y: node.y }));
  const boxes = regions().filter(({ group }) => shown.groups.has(group)).map(({ x, y, r }) => [x - r, y - r, x + r, y + r]);
  if (spots.length && !points) boxes.push(boundsOf(spots));
  if (!boxes.length) return null;
  return [0, 1].map((i) => Math.min(...boxes.map((box) => box[i])))
    .concat([2, 3].map((i) => Math.max(...boxes.map((box) => box[i]))));
}

/** The view that shows everything: 26 pixels above for the topmost titles, 40 below for the hint and the buttons. */
function wholeView() {
  const box = wholeBox();
  const stage = byId('graph');
  if (!box || !stage.clientWidth) return null;
  const [left, top, right, bottom] = box;
  const scale = Math.min(1.25, (stage.clientWidth - 28) / (right - left), (stage.clientHeight - 66) / (bottom - top));
  return { position: { x: (left + right) / 2, y: (top + bottom) / 2 + 7 / scale }, scale, animation: false };
}

function fitAll() {
  const view = wholeView();
  if (view) network.moveTo(view);
}

/** Marks grow where the whole map has to be small: on a phone, or with many nodes. */
function chooseBoost() {
  const view = wholeView();
  if (view) boost = Math.min(2.1, Math.max(1, SMALLEST_MARK / (6 * view.scale)));
}

/** What belongs to the selection: a node and what it is linked with. */
function focusOf(id) {
  const node = nodeOf.get(id);
  const edges = linksOf.get(id).filter(inFilter);
  const nodes = new Set([id, ...edges.flatMap((edge) => [edge.from, edge.to])]);
  const kin = node.kind === 'concept' ? practicesOf.get(id).filter((practice) => shown.nodes.has(practice.id)) : [];
  for (const practice of kin) {
    nodes.add(practice.id);
    for (const edge of linksOf.get(practice.id).filter(inFilter)) { edges.push(edge); nodes.add(edge.from); }
  }
  (node.concepts || []).forEach((concept) => nodes.add(concept));
  return { nodes, edges };
}

/** Draw the frame: in pixels of the screen, whatever transformation vis-network has set for its own world. */
function drawAll(context) {
  const ratio = context.canvas.width / context.canvas.clientWidth || 1;
  context.save();
  context.setTransform(1, 0, 0, 1, 0, 0);
  if (moving) {
    const at = network.getViewPosition();
    const step = moving.scale * ratio;
    context.drawImage(moving.picture, (moving.at.x - at.x) * step, (moving.at.y - at.y) * step);
  } else {
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    drawScene(context, context.canvas.clientWidth, context.canvas.clientHeight);
  }
  context.restore();
}

/** Everything of the network on a stage of a size in pixels: on the screen, in a saved picture, on paper. */
function drawScene(context, width, height) {
  const scale = network.getScale();
  const middle = network.getViewPosition();
  const toScreen = ({ x, y }) => ({ x: (x - middle.x) * scale + width / 2, y: (y - middle.y) * scale + height / 2 });
  const stage = { width, height, scale, toScreen, near: ({ x, y }, by = 40) => x > -by && y > -by && x < width + by && y < height + by };
  drawRegions(context, stage);
  if (!zooming) drawLinks(context, stage);
  for (let i = order.length - 1; i >= 0; i -= 1) {
    const point = toScreen(order[i]);
    if (stage.near(point)) drawMark(context, order[i], point, order[i].size * scale);
  }
  drawLabelsAndFocus(context, stage);
}

function drawRegions(context, { scale, toScreen, near }) {
  for (const region of regions()) {
    const point = toScreen(region);
    if (!shown.groups.has(region.group) || !near(point, region.r * scale)) continue;
    context.fillStyle = groupOf.get(region.group).colour;
    context.strokeStyle = context.fillStyle;
    context.lineWidth = 1;
    traceShape(context, 'dot', point.x, point.y, region.r * scale);
    context.globalAlpha = Number(theme.tint);
    context.fill();
    context.globalAlpha = Number(theme.tint) * 2.6;
    context.stroke();
    context.globalAlpha = 1;
  }
}

function drawLinks(context, { scale, toScreen }) {
  context.globalAlpha = links.length > 400 ? 0.16 : 0.28;
  for (const { a, b, colour, width } of links) {
    const [from, to] = [toScreen(a), toScreen(b)];
    context.strokeStyle = colour;
    context.lineWidth = width * scale;
    context.beginPath();
    context.moveTo(from.x, from.y);
    context.lineTo(to.x, to.y);
    context.stroke();
  }
  context.globalAlpha = 1;
}

function drawLabelsAndFocus(context, { width, height, scale, toScreen }) {
  const focus = selected && views.has(selected) && nodeOf.has(selected) && !overview ? focusOf(selected) : null;
  if (focus) drawFocus(context, focus, toScreen, scale, width, height);
  else if (views.has(selected)) drawStrongMark(context, views.get(selected), toScreen(views.get(selected)), scale, true);
  const titles = regions().filter(({ group }) => shown.groups.has(group)).map((region) => {
    const group = groupOf.get(region.group);
    const point = toScreen(region);
    const look = { text: labelOf(group), shape: group.shape, colour: group.colour, faint: Boolean(focus) };
    return { ...point, r: region.r * scale, ...look };
  });
  const labelled = [];
  for (const view of [...order].sort((a, b) => first(b) - first(a))) {
    if (view.id !== hovered && (focus ? !focus.nodes.has(view.id) : isMinor(view) && scale < CLOSE)) continue;
    const point = toScreen(view);
    if (point.x < -60 || point.x > width + 60 || point.y < -30 || point.y > height + 30) continue;
    const must = view.id === selected || view.id === hovered ? 'always' : focus ? 'focus' : '';
    labelled.push({ ...point, size: view.size * scale, text: labelOf(view.node), kind: view.node.kind, must });
  }
  writeLabels(context, labelled, titles, { width, height, theme });
}

/** A practice of one place: one of so many that its name says little before the reader comes closer. */
const isMinor = (view) => view.node.kind === 'practice' && linksOf.get(view.id).length < 2;
const first = (view) => (view.id === selected ? 2 : 0) + (view.id === hovered ? 1 : 0);

/** Veil everything, then draw the selection and its links over the veil. */
function drawFocus(context, focus, toScreen, scale, width, height) {
  context.globalAlpha = 0.8;
  context.fillStyle = theme.paper;
  context.fillRect(0, 0, width, height);
  context.globalAlpha = 0.7;
  for (const edge of focus.edges) {
    const [from, to] = [views.get(edge.from), views.get(edge.to)];
    if (!from || !to) continue;
    const [a, b] = [toScreen(from), toScreen(to)];
    context.strokeStyle = to.colour;
    context.lineWidth = Math.min(3.5, 1 + 0.5 * edge.n);
    context.beginPath();
    context.moveTo(a.x, a.y);
    context.lineTo(b.x, b.y);
    context.stroke();
  }
  context.globalAlpha = 1;
  for (const id of focus.nodes) {
    const view = views.get(id);
    if (view) drawStrongMark(context, view, toScreen(view), scale, id === selected);
  }
}

/** A mark of the selection: never too small to see, and ringed where it is the one that was chosen. */
function drawStrongMark(context, view, point, scale, ringed) {
  const radius = Math.max(SMALLEST_MARK, view.size * scale);
  if (ringed) {
    traceShape(context, 'dot', point.x, point.y, radius + 5);
    context.strokeStyle = theme.accent;
    context.lineWidth = 2.5;
    context.stroke();
  }
  drawMark(context, view, point, radius);
}

function drawMark(context, view, point, radius) {
  traceShape(context, view.shape, point.x, point.y, radius);
  context.fillStyle = view.hollow ? theme.paper : view.colour;
  context.fill();
  if (view.node.kind === 'practice') return;
  context.strokeStyle = view.hollow ? view.colour : theme.paper;
  context.lineWidth = view.hollow ? 1.8 : 1;
  context.stroke();
}

/** The mark at a point of the graph's world, or the nearest within a few pixels of it; null where there is none. */
function markAt({ x, y }) {
  const reach = 4 / network.getScale();
  let [nearest, least] = [null, reach];
  for (const view of order) {
    const away = Math.hypot(view.x - x, view.y - y) - view.size;
    if (away < least) [nearest, least] = [view.id, away];
  }
  return nearest;
}

/** Bring a node and what it is linked with into view, unless they are in view already. */
function reveal(id) {
  const own = overview ? new Set([id]) : focusOf(id).nodes;
  const [left, top, right, bottom] = boundsOf([...own].map((one) => views.get(one)).filter(Boolean));
  const stage = byId('graph');
  if (left === Infinity || !stage.clientWidth) return;
  const fitting = Math.min(1.3, (stage.clientWidth - 60) / (right - left), (stage.clientHeight - 80) / (bottom - top));
  const scale = Math.min(fitting, Math.max(network.getScale(), 0.75));
  const at = network.getViewPosition();
  const [halfWidth, halfHeight] = [stage.clientWidth / 2 / network.getScale(), stage.clientHeight / 2 / network.getScale()];
  const inView = left >= at.x - halfWidth && right <= at.x + halfWidth && top >= at.y - halfHeight && bottom <= at.y + halfHeight;
  if (inView && network.getScale() >= scale * 0.8) return;
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  network.moveTo({
    position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale,
    animation: calm ? false : { duration: 350, easingFunction: 'easeInOutQuad' },
  });
}

/** The box around some views, with room for their labels. */
function boundsOf(some) {
  return [
    Math.min(...some.map((view) => view.x - 40)), Math.min(...some.map((view) => view.y - 20)),
    Math.max(...some.map((view) => view.x + 40)), Math.max(...some.map((view) => view.y + 28)),
  ];
}

/** While a large map is dragged nothing is drawn anew: its last picture is moved instead. While it is zoomed its links wait. */
function drawLessWhileMoving() {
  network.on('dragStart', () => {
    const canvas = byId('graph').querySelector('canvas');
    const picture = make('canvas', { width: canvas.width, height: canvas.height });
    picture.getContext('2d').drawImage(canvas, 0, 0);
    moving = { picture, at: network.getViewPosition(), scale: network.getScale() };
  });
  network.on('dragEnd', () => { moving = null; network.redraw(); });
  network.on('zoom', () => {
    clearTimeout(zooming);
    zooming = setTimeout(() => { zooming = null; network.redraw(); }, 250);
  });
}
