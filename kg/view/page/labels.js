// Labels at a constant size on the screen: the weightiest first, none over another label or mark.

const FACE = 'system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif';
const LABEL_SIZE = 12;
const TITLE_SIZE = 13;
const MOST_LABELS = 420;
const WEIGHTIEST = 12; // so many labels may cover marks: the largest places are always named
const CELL = 48;
const RING = 6; // pixels around the mark that was chosen
const HINT = 34; // pixels at the lower edge over which the hint and the buttons stand
const HAN = /[\u3400-\u9fff]/g;
const widths = new Map();

/** Boxes on the screen, found by the cells of a grid that they touch. */
class Boxes {
  constructor() { this.cells = new Map(); }

  * keys([left, top, right, bottom]) {
    for (let column = Math.floor(left / CELL); column <= right / CELL; column += 1) {
      for (let row = Math.floor(top / CELL); row <= bottom / CELL; row += 1) yield column * 4096 + row;
    }
  }

  add(box) {
    for (const key of this.keys(box)) {
      if (!this.cells.has(key)) this.cells.set(key, []);
      this.cells.get(key).push(box);
    }
  }

  free(box, own) {
    for (const key of this.keys(box)) {
      for (const other of this.cells.get(key) || []) {
        if (other !== own && other[0] < box[2] && other[2] > box[0] && other[1] < box[3] && other[3] > box[1]) return false;
      }
    }
    return true;
  }
}

const fontOf = (size, strong) => `${strong ? '600 ' : ''}${size}px ${FACE}`;

/** A Chinese character is as wide as its size: only what else is in a text has to be measured. */
function widthOf(context, text, size, strong) {
  const rest = text.replace(HAN, '');
  const key = `${size}${strong}${rest}`;
  if (rest && !widths.has(key)) {
    context.font = fontOf(size, strong);
    widths.set(key, context.measureText(rest).width);
  }
  return (text.length - rest.length) * size + (rest ? widths.get(key) : 0);
}

const shorten = (text, most) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

function writeLabel(context, text, x, y, font, colour, halo) {
  context.font = font;
  context.lineWidth = 3;
  context.lineJoin = 'round';
  context.strokeStyle = halo;
  context.strokeText(text, x, y);
  context.fillStyle = colour;
  context.fillText(text, x, y);
}

/**
 * Write the labels of `views` ({x, y, size, text, kind, must}, screen coordinates, in order of weight) on a canvas of
 * `width` × `height`. Titles come first, then the weightiest; `must` marks the selection: "always" is written whatever it covers.
 */
function writeLabels(context, views, titles, frame) {
  const boxes = new Boxes();
  const marks = new Boxes();
  context.textBaseline = 'middle';
  context.textAlign = 'center';
  for (const title of titles) writeTitle(context, title, boxes, frame);
  for (const view of views) {
    const reach = Math.max(2, view.size * 0.8);
    view.box = [view.x - reach, view.y - reach, view.x + reach, view.y + reach];
    marks.add(view.box);
  }
  let written = 0;
  for (const view of views) {
    if (written >= MOST_LABELS) break;
    if (writeOne(context, view, boxes, view.must || written >= WEIGHTIEST ? marks : null, frame)) written += 1;
  }
}

const inFrame = (box, frame) => box[0] > 2 && box[1] > 2 && box[2] < frame.width - 2 && box[3] < frame.height - 2;

/** Below the mark if there is room, else beside it, else above; `marks` are the marks it may not cover, if any. */
function writeOne(context, view, boxes, marks, frame) {
  const strong = view.kind !== 'practice' || Boolean(view.must);
  const narrow = view.text.search(HAN) < 0 ? 2 : 1; // Latin letters are half as wide
  const text = shorten(view.text, (view.must ? 22 : 12) * narrow);
  const half = widthOf(context, text, LABEL_SIZE, strong) / 2 + 2;
  const tall = LABEL_SIZE / 2 + 2;
  const away = view.size + (view.must === 'always' ? RING : 0);
  const boxAt = ([dx, dy]) => [view.x + dx - half, view.y + dy - tall, view.x + dx + half, view.y + dy + tall];
  const fits = (box) => inFrame(box, frame) && boxes.free(box, null) && (!marks || marks.free(box, view.box));
  const spots = [[0, away + tall + 1], [away + half + 2, 0], [-away - half - 2, 0], [0, -away - tall - 1]].map(boxAt);
  const box = spots.find(fits) ?? (view.must === 'always' ? spots[0] : null);
  if (!box) return false;
  boxes.add(box);
  const ink = view.kind === 'concept' && !view.must ? frame.theme.quiet : frame.theme.ink;
  writeLabel(context, text, (box[0] + box[2]) / 2, (box[1] + box[3]) / 2, fontOf(LABEL_SIZE, strong), ink, frame.theme.paper);
  return true;
}

/** Above its region, else below it, else in its middle; not at all where even that is taken. One at the edge moves in. */
function writeTitle(context, title, boxes, frame) {
  const width = widthOf(context, title.text, TITLE_SIZE, true);
  const half = width / 2 + 9;
  const inside = title.x > 0 && title.x < frame.width && frame.width > 2 * half;
  const x = inside ? Math.min(Math.max(title.x, half + 3), frame.width - half - 3) : title.x;
  for (const y of [title.y - title.r - 11, title.y + title.r + 11, title.y]) {
    const box = [x - half, y - 9, x + half, y + 9];
    const cut = y - 9 < 0 || y + 9 > frame.height - HINT; // a region that is out of sight altogether needs no title
    if (cut || !boxes.free(box, null)) continue;
    boxes.add(box);
    context.globalAlpha = title.faint ? 0.45 : 1;
    traceShape(context, title.shape, x - width / 2 - 2, y, 5);
    context.fillStyle = title.colour;
    context.fill();
    writeLabel(context, title.text, x + 8, y, fontOf(TITLE_SIZE, true), frame.theme.ink, frame.theme.paper);
    context.globalAlpha = 1;
    return;
  }
}
