// The picture of the open view with its title and legend: SVG, and PNG made from it at twice the size.

const PICTURE = { margin: 24, title: 20, line: 22, legendColumn: 190, largest: 16000 };

/** An SVG element of the open view: title, what is chosen, the view itself, legend, and where it comes from. */
function pictureOf() {
  readTheme();
  const view = state.view;
  const body = svgElement('svg'); // cuts off what reaches beyond the view
  const size = view === 'network' ? drawNetwork(new SvgContext(body), byId('graph')) : boxToSvg(boxOf(view), body);
  const width = Math.max(size.width, 480) + 2 * PICTURE.margin;
  const legend = ['network', 'china', 'timeline', 'matrix'].includes(view) ? META.groups.filter(({ id }) => shown.groups.has(id)) : [];
  const columns = Math.max(1, Math.floor((width - 2 * PICTURE.margin) / PICTURE.legendColumn));
  const rows = Math.ceil(legend.length / columns);
  const top = PICTURE.margin + PICTURE.title + PICTURE.line + 12;
  const height = top + size.height + 16 + rows * PICTURE.line + PICTURE.line + PICTURE.margin;
  const picture = svgElement('svg', { xmlns: SVG_SPACE, width: Math.ceil(width), height: Math.ceil(height), viewBox: `0 0 ${Math.ceil(width)} ${Math.ceil(height)}` },
    svgElement('title', {}, document.title), svgElement('rect', { width: '100%', height: '100%', fill: theme.paper }));
  writeHead(picture, width);
  for (const [name, value] of Object.entries({ x: PICTURE.margin, y: top, ...size })) body.setAttribute(name, round(value));
  picture.append(body);
  writeLegend(picture, legend, columns, top + size.height + 16);
  writeLine(picture, t('picture.foot', { n: META.articles.length }), PICTURE.margin, height - PICTURE.margin + 6, { size: 11, colour: theme.quiet });
  return picture;
}

function writeLine(root, text, x, y, { size = 12, colour = theme.ink, weight = '' } = {}) {
  root.append(svgElement('text', { x, y, 'font-size': size, 'font-weight': weight, 'font-family': FACE, fill: colour }, cleanText(text)));
}

function writeHead(root, width) {
  writeLine(root, shorten(cleanText(document.title), 60), PICTURE.margin, PICTURE.margin + 14, { size: 17, weight: '600' });
  const parts = [t(`view.${state.view}`), selectionInWords(), ...filtersInWords(), byId('counts').textContent];
  writeLine(root, shorten(parts.filter(Boolean).join(' · '), Math.floor(width / 12.5)), PICTURE.margin, PICTURE.margin + PICTURE.title + 14, { colour: theme.quiet });
}

function selectionInWords() {
  if (!state.sel) return '';
  return nodeOf.has(state.sel) ? labelOf(nodeOf.get(state.sel)) : '';
}

const filtersInWords = () => Object.entries(state.filter).map(([id, values]) => (
  `${t(`facet.${id}`)}${t('colon')}${values.map((value) => facetOf(id).label(value)).join(t('comma'))}`));

function writeLegend(root, groups, columns, top) {
  const context = new SvgContext(root);
  groups.forEach((group, i) => {
    const [x, y] = [PICTURE.margin + (i % columns) * PICTURE.legendColumn, top + Math.floor(i / columns) * PICTURE.line + 8];
    traceShape(context, group.shape, x + 6, y, 5.5);
    context.fillStyle = group.colour;
    context.fill();
    writeLine(root, shorten(labelOf(group), 26), x + 18, y + 4.5);
  });
}

/** The network as it stands on the screen, drawn by the same code. */
function drawNetwork(context, stage) {
  const [width, height] = [stage.clientWidth, stage.clientHeight];
  drawScene(context, width, height);
  return { width, height };
}

const svgText = (picture) => `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(picture)}\n`;

async function savePicture(form) {
  const text = svgText(pictureOf());
  const name = `${fileName(`${t(`view.${state.view}`)}-${nameOfSelection()}`)}.${form}`;
  if (form === 'svg') { saveFile(name, 'image/svg+xml;charset=utf-8', text); return; }
  try {
    saveFile(name, 'image/png', await pngOf(text));
  } catch {
    tellSaved(t('save.noPng'));
  }
}

/** The bytes of a PNG at twice the size, less where no browser would draw so large a picture. */
async function pngOf(text) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const times = Math.min(2, PICTURE.largest / Math.max(image.width, image.height));
  const canvas = make('canvas', { width: Math.round(image.width * times), height: Math.round(image.height * times) });
  canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done, fail) => { canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error('empty'))), 'image/png'); });
}

/** Paper takes no canvas in the colours of a dark screen: the network is printed as a drawing in its place. */
function preparePrint() {
  const dark = isDark();
  document.documentElement.dataset.printing = dark ? 'dark' : 'light';
  document.documentElement.dataset.theme = 'light';
  readTheme();
  if (state.view === 'network' && network) {
    const body = svgElement('g');
    drawGraph(false);
    const { width, height } = drawNetwork(new SvgContext(body), byId('graph'));
    byId('print').replaceChildren(svgElement('svg', { viewBox: `0 0 ${width} ${height}`, class: 'printed' }, body));
  }
  for (const fold of document.querySelectorAll('#panel .fold[aria-expanded="false"]')) { fold.click(); fold.dataset.printing = 'yes'; }
}

function afterPrint() {
  const { printing } = document.documentElement.dataset;
  delete document.documentElement.dataset.printing;
  document.documentElement.dataset.theme = printing;
  byId('print').replaceChildren();
  for (const fold of document.querySelectorAll('#panel .fold[data-printing]')) { fold.click(); delete fold.dataset.printing; }
  readTheme();
  if (network) drawGraph(false);
}

function startPrinting() {
  window.addEventListener('beforeprint', preparePrint);
  window.addEventListener('afterprint', afterPrint);
}
