// Building elements. Corpus text enters the page only as textContent, never as HTML.

const byId = (id) => document.getElementById(id);

/** An element; props are set as properties, `on` as listeners, `aria`/`data` as attributes. */
function make(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (name === 'on') {
      for (const [event, listener] of Object.entries(value)) element.addEventListener(event, listener);
    } else if (name in element) {
      element[name] = value;
    } else {
      element.setAttribute(name, value);
    }
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

const button = (text, click, props = {}) => make('button', { type: 'button', textContent: text, on: { click }, ...props });

/** A button that keeps the keyboard's place where it has nothing to do. */
const stepButton = (text, click, off, props = {}) => button(text, () => { if (!off) click(); }, { 'aria-disabled': String(off), ...props });

/** The value of a colour or length that the style sheet defines. */
const styleValue = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** Tell screen readers. */
const announce = (text) => { byId('live').textContent = text; };

/** The outline of a shape in a box from -1 to 1; the same shapes vis-network knows. */
const OUTLINES = {
  square: [[-0.85, -0.85], [0.85, -0.85], [0.85, 0.85], [-0.85, 0.85]],
  diamond: [[0, -1], [1, 0], [0, 1], [-1, 0]],
  triangle: [[0, -0.95], [0.98, 0.75], [-0.98, 0.75]],
  triangleDown: [[0, 0.95], [-0.98, -0.75], [0.98, -0.75]],
  hexagon: [[-1, 0], [-0.5, -0.87], [0.5, -0.87], [1, 0], [0.5, 0.87], [-0.5, 0.87]],
  star: Array.from({ length: 10 }, (_, i) => {
    const radius = i % 2 ? 0.48 : 1.1;
    return [radius * Math.sin((i * Math.PI) / 5), -radius * Math.cos((i * Math.PI) / 5)];
  }),
};

/** Trace a shape around (x, y) into a canvas path. */
function traceShape(context, shape, x, y, radius) {
  context.beginPath();
  if (!OUTLINES[shape]) {
    context.arc(x, y, radius, 0, 2 * Math.PI);
    return;
  }
  OUTLINES[shape].forEach(([dx, dy], i) => context[i ? 'lineTo' : 'moveTo'](x + dx * radius, y + dy * radius));
  context.closePath();
}

/** A small drawing of a node's mark, for legend, lists and search results. */
function markOf(shape, colour, hollow) {
  const space = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(space, 'svg');
  svg.setAttribute('viewBox', '-1.3 -1.3 2.6 2.6');
  svg.setAttribute('class', 'shape');
  svg.setAttribute('aria-hidden', 'true');
  const drawn = document.createElementNS(space, OUTLINES[shape] ? 'polygon' : 'circle');
  if (OUTLINES[shape]) drawn.setAttribute('points', OUTLINES[shape].map((point) => point.join()).join(' '));
  else drawn.setAttribute('r', '0.9');
  drawn.setAttribute('fill', hollow ? 'none' : colour);
  drawn.setAttribute('stroke', colour);
  drawn.setAttribute('stroke-width', hollow ? '0.36' : '0');
  svg.append(drawn);
  return svg;
}
