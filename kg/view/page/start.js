// Choosing, moving between views, addresses, keys: everything that ties the parts together.

let tableShown = false;

/** Choose a node, a group or nothing. The address follows, so the back button and copied links work. */
function choose(id, move) {
  const known = id && (nodeOf.has(id) || id.startsWith('group/') || id.startsWith('province/')) ? id : null;
  writeAddress(known);
  select(known, move);
}

function select(id, move) {
  selected = id;
  document.body.classList.toggle('chosen', Boolean(id));
  if (id && nodeOf.has(id)) {
    if (!shown.nodes.has(id)) resetFilter();
    if (overview && !META.overview.points[id]) setOverview(false);
    else if (overview && nodeOf.get(id).kind === 'place') setOverview(false);
    showNode(id);
    announce(`已选中 ${nodeOf.get(id).label}`);
    if (move && !tableShown) reveal(id);
  } else if (id && id.startsWith('group/')) showGroup(id.slice(6));
  else if (id) showProvince(id);
  else showStart();
  network.redraw();
}

function writeAddress(id) {
  const hash = id ? `#${encodeURI(id)}` : '#';
  if (hash === (location.hash || '#')) return;
  try {
    history.pushState(null, '', hash);
  } catch {
    // inside a notebook's frame the page has no address of its own
  }
}

function readAddress() {
  let id = '';
  try {
    id = decodeURIComponent(location.hash.slice(1));
  } catch {
    return; // a broken escape in a hand-written address
  }
  const known = nodeOf.has(id) || (id.startsWith('group/') && groupOf.has(id.slice(6)));
  if ((known ? id : null) !== selected) select(known ? id : null, true);
}

/** After any change of filter: count, redraw, tell. */
function refresh(fit) {
  applyFilter();
  drawFilters(() => refresh(true));
  if (!selected) showStart();
  else if (nodeOf.has(selected)) showNode(selected);
  drawGraph(fit);
  if (tableShown) drawTable();
  showCounts();
  showWhatIsMissing();
}

function showCounts() {
  const count = (kind) => NODES.filter((node) => node.kind === kind && shown.nodes.has(node.id)).length;
  const articles = isFiltered() ? new Set(shown.edges.flatMap((edge) => edge.articles)).size : META.articles.length;
  byId('counts').textContent = `${isFiltered() ? '筛选后 ' : ''}${count('place')} 个地方 · ${count('practice')} 项具名做法 · `
    + `${count('concept')} 类做法 · 出自 ${articles} 篇报道`;
  byId('reset').hidden = !isFiltered();
}

function showWhatIsMissing() {
  const empty = !shown.nodes.size;
  byId('nothing').hidden = !empty;
  byId('hint').hidden = empty;
  byId('nothing').textContent = NODES.length
    ? '没有符合筛选的内容。放宽类别、地区或日期，或点“清除筛选”。'
    : `读了 ${META.articles.length} 篇报道，还没有找到做法。换些讲基层治理做法的报道，再运行一次 kg build。`;
}

function resetFilter() {
  filter = freshFilter();
  refresh(true);
}

function setOverview(on) {
  overview = on;
  byId('overview').setAttribute('aria-pressed', String(on));
  drawGraph(true);
}

function showTable(on) {
  tableShown = on;
  byId('table').hidden = !on;
  byId('stage').hidden = on;
  byId('show-table').setAttribute('aria-pressed', String(on));
  byId('show-graph').setAttribute('aria-pressed', String(!on));
  if (on) drawTable();
  else if (network) network.redraw();
}

const isDark = () => (document.documentElement.dataset.theme
  || (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')) === 'dark';

function showTheme() {
  byId('theme').textContent = isDark() ? '浅色' : '深色';
  byId('theme').setAttribute('aria-pressed', String(isDark()));
  for (const box of document.querySelectorAll('.key .mark')) {
    const kind = box.dataset.mark;
    box.replaceChildren(kind === 'place' ? markOf('dot', styleValue('--place')) : markOf('diamond', styleValue('--quiet'), kind === 'concept'));
  }
}

function changeTheme() {
  document.documentElement.dataset.theme = isDark() ? 'light' : 'dark';
  showTheme();
  refresh(false);
}

function regionAt(point) {
  return regions().find(({ x, y, r, group }) => filter.groups.has(group) && Math.hypot(point.x - x, point.y - y) < r);
}

function startGraphEvents() {
  network.on('click', ({ nodes, pointer }) => {
    if (nodes.length) choose(nodes[0]);
    else if (selected) choose(null);
    else if (regionAt(pointer.canvas)) choose(`group/${regionAt(pointer.canvas).group}`);
  });
  network.on('doubleClick', ({ nodes }) => {
    if (nodes.length && nodes[0].startsWith('province/')) {
      filter.area = [nodes[0].slice(9)];
      overview = false;
      byId('overview').setAttribute('aria-pressed', 'false');
      refresh(true);
      choose(null);
    }
  });
  network.on('hoverNode', ({ node }) => { hovered = node; byId('graph').style.cursor = 'pointer'; network.redraw(); });
  network.on('blurNode', () => { hovered = null; byId('graph').style.cursor = ''; network.redraw(); });
  network.on('resize', () => requestAnimationFrame(() => { if (!selected) drawGraph(true); }));
  if (OPTIONS.interaction.hideNodesOnDrag) movePictureWhileDragging();
}

function startKeys() {
  const zoom = (factor) => network.moveTo({ scale: network.getScale() * factor, animation: false });
  const pan = (dx, dy) => {
    const at = network.getViewPosition();
    const step = 80 / network.getScale();
    network.moveTo({ position: { x: at.x + dx * step, y: at.y + dy * step }, animation: false });
  };
  const keys = {
    ArrowLeft: () => pan(-1, 0), ArrowRight: () => pan(1, 0), ArrowUp: () => pan(0, -1), ArrowDown: () => pan(0, 1),
    '+': () => zoom(1.25), '=': () => zoom(1.25), '-': () => zoom(0.8), 0: fitAll,
  };
  byId('graph').addEventListener('keydown', (event) => {
    if (!keys[event.key]) return;
    keys[event.key]();
    event.preventDefault();
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.defaultPrevented && selected) choose(null);
  });
  byId('zoom-in').addEventListener('click', () => zoom(1.3));
  byId('zoom-out').addEventListener('click', () => zoom(1 / 1.3));
  byId('zoom-fit').addEventListener('click', fitAll);
}

function startButtons() {
  byId('groups-all').addEventListener('click', () => { filter.groups = freshFilter().groups; refresh(true); });
  byId('groups-none').addEventListener('click', () => { filter.groups = new Set(); refresh(true); });
  byId('reset').addEventListener('click', resetFilter);
  byId('show-graph').addEventListener('click', () => showTable(false));
  byId('show-table').addEventListener('click', () => showTable(true));
  byId('to-table').addEventListener('click', (event) => { event.preventDefault(); showTable(true); byId('table').focus(); });
  byId('theme').addEventListener('click', changeTheme);
  byId('overview').hidden = !META.overview;
  byId('overview').setAttribute('aria-pressed', String(overview));
  byId('overview').addEventListener('click', () => setOverview(!overview));
  byId('open-filters').addEventListener('click', () => {
    const open = document.body.classList.toggle('filtering');
    byId('open-filters').setAttribute('aria-expanded', String(open));
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => { showTheme(); refresh(false); });
  window.addEventListener('popstate', readAddress);
  window.addEventListener('hashchange', readAddress);
}

showTheme();
refresh(true);
startGraphEvents();
startKeys();
startButtons();
startSearch();
readAddress();
document.documentElement.dataset.ready = 'yes';
