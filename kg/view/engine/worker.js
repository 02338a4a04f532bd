// The other side of ask_engine.js: a graph and its queries in a worker, which can be ended when one takes too long.
// Runs as one script behind oxigraph.js; nothing is fetched, everything comes in the first message.

const OPTIONS = { use_default_graph_as_union: true };
const ROWS = 'application/sparql-results+json';
let store = null;

async function unpacked(base64) {
  const packed = atob(base64);
  const bytes = new Uint8Array(packed.length);
  for (let i = 0; i < bytes.length; i += 1) bytes[i] = packed.charCodeAt(i);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

async function open({ engine, quads }) {
  initSync({ module: await unpacked(engine) });
  store = new Store();
  store.load(await unpacked(quads), { format: 'application/n-quads', no_transaction: true, lenient: true });
  return { quads: store.size };
}

const termOf = ({ termType, value, language, datatype }) => ({
  type: { NamedNode: 'uri', BlankNode: 'bnode' }[termType] || 'literal', value,
  'xml:lang': language || undefined, datatype: datatype?.value,
});

/** {kind, columns, rows, cut}: rows of terms in the shape of SPARQL's JSON results, null where nothing is bound. */
function ask({ query, kind, most }) {
  if (kind === 'graph') {
    const found = store.query(query, OPTIONS);
    const rows = found.slice(0, most).map(({ subject, predicate, object }) => [subject, predicate, object].map(termOf));
    return { kind, columns: ['subject', 'predicate', 'object'], rows, cut: found.length > most };
  }
  const { head, boolean, results } = JSON.parse(store.query(query, { ...OPTIONS, results_format: ROWS }));
  if (boolean !== undefined) return { kind: 'ask', columns: ['answer'], rows: [[{ type: 'literal', value: String(boolean) }]], cut: false };
  const rows = results.bindings.slice(0, most).map((row) => head.vars.map((name) => row[name] || null));
  return { kind: 'select', columns: head.vars, rows, cut: results.bindings.length > most };
}

self.onmessage = async ({ data: { id, what, ...rest } }) => {
  try {
    const found = await { open, ask }[what](rest);
    self.postMessage({ id, found });
  } catch (error) {
    // a panic of the engine leaves it unusable: the page starts another
    self.postMessage({ id, error: String(error.message || error), broken: error instanceof WebAssembly.RuntimeError });
  }
};
