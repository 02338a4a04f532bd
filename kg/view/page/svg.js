// SVG of what is on the screen: of the network through its own drawing code, of everything else from its boxes and words.

const SVG_SPACE = 'http://www.w3.org/2000/svg';

function svgElement(tag, attributes = {}, ...children) {
  const element = document.createElementNS(SVG_SPACE, tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined && value !== '') element.setAttribute(name, value);
  element.append(...children);
  return element;
}

const round = (number) => Math.round(number * 100) / 100;

/** The part of a canvas's context that the network draws with; what is drawn becomes elements of `root`. */
class SvgContext {
  constructor(root) {
    Object.assign(this, { root, globalAlpha: 1, fillStyle: '#000', strokeStyle: '#000', lineWidth: 1, font: '', textAlign: 'start', textBaseline: '' });
    this.path = [];
    this.ruler = make('canvas').getContext('2d');
  }

  beginPath() { this.path = []; }

  moveTo(x, y) { this.path.push(`M${round(x)} ${round(y)}`); }

  lineTo(x, y) { this.path.push(`L${round(x)} ${round(y)}`); }

  closePath() { this.path.push('Z'); }

  arc(x, y, r) { this.path.push(`M${round(x - r)} ${round(y)}a${round(r)} ${round(r)} 0 1 0 ${round(2 * r)} 0a${round(r)} ${round(r)} 0 1 0 ${round(-2 * r)} 0Z`); }

  fill() { this.put('path', { d: this.path.join(''), fill: this.fillStyle, 'fill-opacity': this.alpha() }); }

  stroke() { this.put('path', { d: this.path.join(''), fill: 'none', stroke: this.strokeStyle, 'stroke-width': round(this.lineWidth), 'stroke-opacity': this.alpha() }); }

  fillRect(x, y, width, height) { this.put('rect', { x: round(x), y: round(y), width: round(width), height: round(height), fill: this.fillStyle, 'fill-opacity': this.alpha() }); }

  fillText(text, x, y) { this.write(text, x, y, { fill: this.fillStyle }); }

  strokeText(text, x, y) { this.write(text, x, y, { fill: 'none', stroke: this.strokeStyle, 'stroke-width': this.lineWidth, 'stroke-linejoin': 'round' }); }

  measureText(text) {
    this.ruler.font = this.font;
    return this.ruler.measureText(text);
  }

  alpha() { return this.globalAlpha === 1 ? undefined : round(this.globalAlpha); }

  put(tag, attributes) { this.root.append(svgElement(tag, attributes)); }

  write(text, x, y, paint) {
    const [, weight, size, family] = /^(\d+ )?([\d.]+)px (.*)$/.exec(this.font) || ['', '', '12', 'sans-serif'];
    const anchor = { center: 'middle', right: 'end' }[this.textAlign];
    const drop = this.textBaseline === 'middle' ? Number(size) * 0.36 : 0;
    this.root.append(svgElement('text', {
      x: round(x), y: round(y + drop), 'font-size': size, 'font-weight': (weight || '').trim(), 'font-family': family, 'text-anchor': anchor,
      'fill-opacity': this.alpha(), ...paint,
    }, cleanText(text)));
  }
}

/** Text that an XML file may hold. */
const cleanText = (text) => text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd');

const NOT_DRAWN = '.unseen, .bar, .pages, input, select, textarea';

/** The elements of a box as SVG: backgrounds, borders, drawings and lines of text, where they stand on the screen. */
function boxToSvg(box, root) {
  const frame = box.getBoundingClientRect();
  const origin = { x: frame.left - box.scrollLeft, y: frame.top - box.scrollTop };
  const walk = (element) => {
    if (element.tagName === 'svg') { copyDrawing(element, origin, root); return; }
    const style = getComputedStyle(element);
    if (style.display === 'none' || style.visibility === 'hidden' || element.matches(NOT_DRAWN)) return;
    drawBox(element, style, origin, root);
    for (const child of element.childNodes) {
      if (child.nodeType === Node.ELEMENT_NODE) walk(child);
      else if (child.nodeType === Node.TEXT_NODE && child.data.trim()) drawText(child, style, origin, root);
    }
  };
  walk(box);
  return { width: Math.max(box.scrollWidth, frame.width), height: Math.max(box.scrollHeight, frame.height) };
}

const isSeen = (colour) => !/^rgba\(.*, 0\)$|^transparent$/.test(colour);

function drawBox(element, style, origin, root) {
  const { left, top, width, height } = element.getBoundingClientRect();
  if (!width || !height) return;
  const [x, y] = [round(left - origin.x), round(top - origin.y)];
  const thick = parseFloat(style.borderTopWidth);
  const framed = thick && ['Right', 'Bottom', 'Left'].every((side) => parseFloat(style[`border${side}Width`]) === thick) && isSeen(style.borderTopColor);
  if (framed || isSeen(style.backgroundColor)) {
    root.append(svgElement('rect', {
      x, y, width: round(width), height: round(height), rx: parseFloat(style.borderRadius) || undefined,
      fill: isSeen(style.backgroundColor) ? style.backgroundColor : 'none', stroke: framed ? style.borderTopColor : undefined, 'stroke-width': framed ? thick : undefined,
    }));
  }
  if (!framed) drawSides(style, x, y, width, height, root);
}

function drawSides(style, x, y, width, height, root) {
  const sides = { Top: [x, y, x + width, y], Bottom: [x, y + height, x + width, y + height], Left: [x, y, x, y + height], Right: [x + width, y, x + width, y + height] };
  for (const [side, [x1, y1, x2, y2]] of Object.entries(sides)) {
    const thick = parseFloat(style[`border${side}Width`]);
    const colour = style[`border${side}Color`];
    if (thick && isSeen(colour)) root.append(svgElement('line', { x1: round(x1), y1: round(y1), x2: round(x2), y2: round(y2), stroke: colour, 'stroke-width': thick }));
  }
}

/** One element a line: a text node is cut where the browser broke it. */
function drawText(node, style, origin, root) {
  const range = document.createRange();
  const lines = [];
  for (let at = 0; at < node.data.length;) {
    const step = node.data.codePointAt(at) > 0xffff ? 2 : 1;
    range.setStart(node, at);
    range.setEnd(node, at + step);
    const spot = range.getBoundingClientRect();
    const last = lines[lines.length - 1];
    if (!spot.width) { at += step; continue; }
    if (last && Math.abs(last.top - spot.top) < spot.height / 2) last.text += node.data.slice(at, at + step);
    else lines.push({ text: node.data.slice(at, at + step), left: spot.left, top: spot.top, height: spot.height });
    at += step;
  }
  for (const { text, left, top, height } of lines) {
    const size = parseFloat(style.fontSize);
    root.append(svgElement('text', {
      x: round(left - origin.x), y: round(top - origin.y + height / 2 + size * 0.36), 'font-size': size, 'font-family': style.fontFamily,
      'font-weight': style.fontWeight === '400' ? '' : style.fontWeight, fill: style.color, 'xml:space': 'preserve',
    }, cleanText(text)));
  }
}

const PAINT = ['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-opacity', 'stroke-dasharray', 'opacity', 'font-size', 'font-family', 'font-weight', 'text-anchor', 'dominant-baseline'];

/** A drawing of the page, its colours written out, since they come from the page's style sheet. */
function copyDrawing(drawing, origin, root) {
  const { left, top, width, height } = drawing.getBoundingClientRect();
  if (!width || !height) return;
  const copy = drawing.cloneNode(true);
  const [from, to] = [[drawing, ...drawing.querySelectorAll('*')], [copy, ...copy.querySelectorAll('*')]];
  from.forEach((element, i) => {
    const style = getComputedStyle(element);
    for (const name of PAINT) to[i].setAttribute(name, style.getPropertyValue(name));
    if (style.display === 'none') to[i].setAttribute('display', 'none');
    for (const name of ['style', 'class', 'id', 'tabindex', 'href']) to[i].removeAttribute(name);
  });
  for (const [name, value] of Object.entries({ x: round(left - origin.x), y: round(top - origin.y), width: round(width), height: round(height) })) copy.setAttribute(name, value);
  root.append(copy);
}
