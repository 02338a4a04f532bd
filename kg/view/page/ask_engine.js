// The query engine in its worker (kg/view/engine): started with the first query, ended when a query takes too long.

const ASK_LIMITS = { seconds: 30, opening: 180, rows: 10000 };
const canAsk = () => META.asking === 'yes';

let engine = null; // {worker, opened, waiting}
let queue = Promise.resolve();
let turn = 0;

/** Why a query gave no answer; `why` is time, stopped, sandbox, memory or query. */
class AskError extends Error {
  constructor(why, message = '') {
    super(message);
    this.why = why;
  }
}

let index = null;
/** Questions, names, prefixes and terms, see kg/graph/portable.py. */
const loadIndex = () => (index ??= laterData('index'));

/** The answer to a query that `preparedQuery` made; one query runs at a time, in the order of asking. */
function askGraph(query, kind, most = ASK_LIMITS.rows) {
  const mine = turn;
  const answer = queue.then(async () => {
    if (mine !== turn) throw new AskError('stopped');
    const running = await startedEngine();
    if (mine !== turn) throw new AskError('stopped');
    return send(running, { what: 'ask', query, kind, most }, ASK_LIMITS.seconds);
  });
  queue = answer.catch(() => {});
  return answer;
}

/** End whatever runs and forget what waits; the next query opens the graph anew. */
function stopAsking(why = 'stopped') {
  turn += 1;
  const ended = engine;
  engine = null;
  if (!ended) return;
  ended.worker.terminate();
  for (const { reject } of ended.waiting.values()) reject(new AskError(why));
  ended.waiting.clear();
}

async function startedEngine() {
  if (!engine) {
    const started = { worker: null, waiting: new Map(), opened: null };
    const { code } = await laterData('code');
    started.worker = newWorker(code, started);
    engine = started;
    const [packedEngine, quads] = await Promise.all(['engine', 'quads'].map(laterBlock));
    if (engine !== started) throw new AskError('stopped');
    started.opened = send(started, { what: 'open', engine: packedEngine, quads }, ASK_LIMITS.opening);
  }
  const opening = engine;
  try {
    await opening.opened;
  } catch (error) {
    if (engine === opening) engine = null;
    throw error;
  }
  return opening;
}

/** A worker out of the page's own bytes; a notebook or a locked-down frame may forbid it. */
function newWorker(code, started) {
  const url = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
  try {
    const worker = new Worker(url);
    worker.onmessage = ({ data }) => settle(started, data);
    worker.onerror = (event) => {
      event.preventDefault();
      for (const { reject } of started.waiting.values()) reject(new AskError('sandbox', event.message || ''));
      started.waiting.clear();
      if (engine === started) engine = null;
    };
    return worker;
  } catch (error) {
    throw new AskError('sandbox', String(error.message || error));
  } finally {
    setTimeout(() => URL.revokeObjectURL(url), 60000);
  }
}

function settle(started, { id, found, error, broken }) {
  const asked = started.waiting.get(id);
  started.waiting.delete(id);
  if (!asked) return;
  if (error === undefined) { asked.resolve(found); return; }
  if (broken && engine === started) { started.worker.terminate(); engine = null; }
  asked.reject(new AskError(broken ? 'memory' : asked.what === 'open' ? 'sandbox' : 'query', error));
}

let messages = 0;

function send(running, message, seconds) {
  const id = messages += 1;
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => { if (running.waiting.has(id)) stopAsking('time'); }, seconds * 1000);
    const over = (settled) => (value) => { clearTimeout(timer); settled(value); };
    running.waiting.set(id, { what: message.what, resolve: over(resolve), reject: over(reject) });
    running.worker.postMessage({ id, ...message });
  });
}
