// The network before vis-network moves it: the same picture, drawn by the same code, standing still. It answers clicks and
// keys at once, while vis-network, half a megabyte of script, is still to be read and run.

/** The part of vis.Network that the page uses, without the dragging and the wheel. */
class StillNetwork {
  constructor(stage) {
    this.stage = stage;
    this.canvas = make('canvas');
    this.scale = 1;
    this.middle = { x: 0, y: 0 };
    this.due = false;
    stage.replaceChildren(this.canvas);
    this.sizes = new ResizeObserver(() => {
      const { width, height } = this.sized();
      if (this.canvas.width !== width || this.canvas.height !== height) refit();
    });
    this.sizes.observe(stage);
  }

  getScale() { return this.scale; }

  getViewPosition() { return this.middle; }

  moveTo({ position = this.middle, scale = this.scale }) {
    Object.assign(this, { middle: position, scale });
    this.redraw();
  }

  DOMtoCanvas({ x, y }) {
    const { clientWidth, clientHeight } = this.stage;
    return { x: this.middle.x + (x - clientWidth / 2) / this.scale, y: this.middle.y + (y - clientHeight / 2) / this.scale };
  }

  redraw() {
    if (this.due) return;
    this.due = true;
    requestAnimationFrame(() => { this.due = false; this.draw(); });
  }

  sized() {
    const { clientWidth, clientHeight } = this.stage;
    return { width: Math.round(clientWidth * devicePixelRatio), height: Math.round(clientHeight * devicePixelRatio) };
  }

  draw() {
    if (!this.canvas.isConnected || !this.stage.clientWidth) return;
    Object.assign(this.canvas, this.sized()); // clears it, too
    drawAll(this.canvas.getContext('2d'));
  }
}

let starting = false;

/** Put vis-network in the still picture's place as soon as it has been read and nothing else is to be done. */
async function startMoving() {
  if (starting || !(network instanceof StillNetwork)) return;
  starting = true;
  const { code } = await laterData('vis');
  await idle();
  if (!globalThis.vis) document.head.append(make('script', { textContent: code })); // the page's policy names its hash
  starting = false;
  if (byId('graph').clientWidth) moveNetwork(); // else with the next opening of the view
}

const idle = () => new Promise((done) => {
  if (globalThis.requestIdleCallback) requestIdleCallback(done, { timeout: 1000 });
  else setTimeout(done, 100); // Safari
});

function moveNetwork() {
  const still = network;
  network = new vis.Network(byId('graph'), { nodes: [], edges: [] }, OPTIONS);
  byId('graph').firstElementChild.tabIndex = -1; // its frame would be a second stop of the keyboard, where no key works
  network.on('afterDrawing', drawAll);
  network.moveTo({ position: still.getViewPosition(), scale: still.getScale(), animation: false });
  still.sizes.disconnect();
  listenToNetwork();
  document.documentElement.dataset.moves = 'yes';
}
