// The network as a view: what a click, a key and a change of the state do to the canvas.

function regionAt(point) {
  return regions().find(({ x, y, r, group }) => shown.groups.has(group) && Math.hypot(point.x - x, point.y - y) < r);
}

/** Choose what is at a point of the graph's world. */
function chooseAt(point) {
  const mark = markAt(point);
  if (mark) choose(mark);
  else if (state.sel) choose(null);
  else if (regionAt(point)) choose(`group/${regionAt(point).group}`);
}

/** What vis-network tells of, once it is there. */
function listenToNetwork() {
  network.on('click', ({ pointer }) => chooseAt(pointer.canvas));
  network.on('doubleClick', ({ pointer }) => expand(markAt(pointer.canvas)));
  network.on('resize', refit);
  if (META.overview) drawLessWhileMoving();
}

/** After a change of size: the whole again, or the selection, which the panel of a phone may have covered. */
const refit = () => requestAnimationFrame(() => {
  if (!state.sel) drawGraph(true);
  else if (views.has(state.sel) && nodeOf.has(state.sel)) reveal(state.sel);
});

function startPointing() {
  const graph = byId('graph');
  const pointOf = ({ clientX, clientY }) => {
    const { left, top } = graph.getBoundingClientRect();
    return network.DOMtoCanvas({ x: clientX - left, y: clientY - top });
  };
  let still = false; // a press on the still picture; vis-network tells of those on its own
  graph.addEventListener('pointerdown', () => { still = network instanceof StillNetwork; });
  graph.addEventListener('click', (event) => { if (still) chooseAt(pointOf(event)); });
  graph.addEventListener('dblclick', (event) => { if (still) expand(markAt(pointOf(event))); });
  graph.addEventListener('pointermove', (event) => { if (!event.buttons) hover(markAt(pointOf(event))); });
  graph.addEventListener('pointerleave', () => hover(null));
}

/** The mark under the pointer is named; a large map takes too long to draw for that. */
function hover(mark) {
  if (mark === hovered) return;
  byId('graph').style.cursor = mark ? 'pointer' : '';
  hovered = mark;
  if (!META.overview) network.redraw();
}

/** Open what a mark of the overview stands for; other marks hold nothing more. */
function expand(id) {
  if (id?.startsWith('province/')) enterProvince(id.slice(9));
}

/** Choose the next or the last of what the network shows: its fields of practice, then its marks, the weightiest first. */
function stepThrough(by) {
  const fields = regions().filter(({ group }) => shown.groups.has(group)).map(({ group }) => `group/${group}`);
  const all = [...fields, ...order.map(({ id }) => id)];
  if (!all.length) return;
  const at = all.indexOf(state.sel);
  const next = at < 0 ? (by > 0 ? 0 : all.length - 1) : (at + by + all.length) % all.length;
  go({ sel: all[next] }, { replace: true, move: true });
}

/** Leave the overview for the places of one province. */
function enterProvince(name) {
  setOverview(false);
  go({ sel: null, filter: { ...state.filter, province: [name] } });
}

function setOverview(on) {
  overview = on;
  byId('overview').setAttribute('aria-pressed', String(on));
}

function startGraphKeys() {
  const zoom = (factor) => network.moveTo({ scale: network.getScale() * factor, animation: false });
  const pan = (dx, dy) => {
    const at = network.getViewPosition();
    const step = 80 / network.getScale();
    network.moveTo({ position: { x: at.x + dx * step, y: at.y + dy * step }, animation: false });
  };
  const keys = {
    ArrowLeft: () => pan(-1, 0), ArrowRight: () => pan(1, 0), ArrowUp: () => pan(0, -1), ArrowDown: () => pan(0, 1),
    '+': () => zoom(1.25), '=': () => zoom(1.25), '-': () => zoom(0.8), 0: fitAll,
    n: () => stepThrough(1), p: () => stepThrough(-1), Enter: () => expand(state.sel),
  };
  byId('graph').addEventListener('keydown', (event) => {
    if (!keys[event.key] || event.ctrlKey || event.metaKey || event.altKey) return;
    keys[event.key]();
    event.preventDefault();
  });
  byId('zoom-in').addEventListener('click', () => zoom(1.3));
  byId('zoom-out').addEventListener('click', () => zoom(1 / 1.3));
  byId('zoom-fit').addEventListener('click', fitAll);
  byId('overview').hidden = !META.overview;
  byId('overview').addEventListener('click', () => { setOverview(!overview); drawGraph(true); });
}

function showKey() {
  for (const box of document.querySelectorAll('.key .mark')) {
    const kind = box.dataset.mark;
    box.replaceChildren(kind === 'place' ? markOf('dot', styleValue('--place')) : markOf('diamond', styleValue('--quiet'), kind === 'concept'));
  }
}

addView({
  id: 'network',
  draw(box, change) {
    selected = state.sel;
    showKey();
    byId('nothing').hidden = shown.nodes.size > 0;
    byId('nothing').textContent = t(FACTS.length ? 'nothing' : 'nothingRead', { n: META.articles.length });
    byId('hint').hidden = !shown.nodes.size;
    const inside = selected && nodeOf.has(selected) && overview
      && (!META.overview.points[selected] || nodeOf.get(selected).kind === 'place');
    if (inside) setOverview(false);
    const first = !network;
    const anew = change.first || change.filter || change.theme || change.language || inside;
    if (anew) drawGraph(Boolean(change.first || change.filter || inside));
    if (first) { startPointing(); startGraphKeys(); }
    startMoving();
    setOverview(overview);
    if (selected && change.move && nodeOf.has(selected)) reveal(selected);
    if (!anew) network.redraw(); // new data is drawn with the next frame
  },
});
