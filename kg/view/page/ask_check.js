// Looks a query over before it runs, as kg/graph/query.py does, and says in words where it fails and what to do.

const QUOTED = /"""[\s\S]*?"""|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|<[^<>\s]*>|#[^\n]*/g;
const WIDE = /[\u3000。、“”‘’\uff01-\uff60\uffe0-\uffe6]/u;
const OUR_TERM = /(?<![\w:])zt:([A-Za-z]\w*)/g;
const USED_PREFIX = /(?<![\w:?$-])([A-Za-z][\w.-]*):/g;
const UPDATE = /\b(INSERT|DELETE|LOAD|CLEAR|DROP|CREATE|ADD|MOVE|COPY)\b/i;
const FORM = /(?<![\w?$:])(SELECT|ASK|CONSTRUCT|DESCRIBE)\b/i;

/** A query with all that is quoted turned to spaces: what is left is its grammar. */
const bareOf = (text) => text.replace(QUOTED, (quoted) => quoted.replace(/[^\n]/g, ' '));

/** What is between no brackets of a bare query. */
function outside(bare) {
  let depth = 0;
  return [...bare].map((char) => {
    if ('{('.includes(char)) depth += 1;
    if ('})'.includes(char)) depth -= 1;
    return depth > 0 || '{}()'.includes(char) ? ' ' : char;
  }).join('');
}

/** {query, kind}: with the known prefixes before it, on a line of their own, and a limit of rows where it has none. */
function preparedQuery(text, { prefixes }, most = ASK_LIMITS.rows) {
  const bare = bareOf(text);
  const form = (FORM.exec(bare) || ['', 'SELECT'])[1].toUpperCase();
  const kind = { ASK: 'ask', SELECT: 'select' }[form] || 'graph';
  const head = Object.entries(prefixes).map(([name, iri]) => `PREFIX ${name}: <${iri}>`).join(' ');
  const free = !/(?<![\w?$:])(LIMIT|VALUES)\b/i.test(outside(bare)) && kind !== 'ask';
  return { query: `${head}\n${text}${free ? `\nLIMIT ${most + 1}` : ''}`, kind, ordered: isOrdered(bare) };
}

/** Whether a query states its order, or takes a slice; that of an inner one does not hold outside. */
const isOrdered = (bare) => /(?<![\w?$:])(ORDER\s+BY|LIMIT|OFFSET)\b/i.test(outside(bare));

/** The first thing in a query that cannot run here: {at, key, values}, null where nothing was found. */
function faultIn(text, { prefixes, terms }) {
  const bare = bareOf(text);
  if (!bare.trim()) return { at: 0, key: 'ask.empty', values: {} };
  const wide = WIDE.exec(bare);
  if (wide) return { at: wide.index, key: 'ask.wide', values: { mark: wide[0] } };
  const update = UPDATE.exec(outside(bare));
  if (update && !FORM.test(bare)) return { at: update.index, key: 'ask.readOnly', values: { what: update[1] } };
  for (const [word, key] of [['FROM', 'ask.from'], ['SERVICE', 'ask.service']]) {
    const found = new RegExp(`(?<![\\w?$:])${word}\\s`, 'i').exec(bare);
    if (found) return { at: found.index, key, values: {} };
  }
  return unknownName(bare, prefixes, terms);
}

function unknownName(bare, prefixes, terms) {
  for (const term of bare.matchAll(OUR_TERM)) {
    if (terms.includes(term[1])) continue;
    const near = nearest(term[1], terms, 1)[0];
    return { at: term.index, key: near ? 'ask.nearTerm' : 'ask.noTerm', values: { term: term[1], near, all: terms.join(' ') } };
  }
  const declared = new Set([...bare.matchAll(/\bPREFIX\s+([\w.-]*)\s*:/gi)].map((found) => found[1]));
  for (const used of bare.matchAll(USED_PREFIX)) {
    if (declared.has(used[1]) || Object.hasOwn(prefixes, used[1]) || used[1] === '_') continue;
    return { at: used.index, key: 'ask.noPrefix', values: { prefix: used[1], all: Object.keys(prefixes).map((name) => `${name}:`).join(' ') } };
  }
  return null;
}

/** The words for a fault: where, and what to do. */
function faultWords(text, { at, key, values }) {
  const before = text.slice(0, at).split('\n');
  const where = { line: before.length, column: [...before[before.length - 1]].length + 1 };
  return `${t('ask.at', where)}${t(key, values)}`;
}

/** The words for what the engine objected to; its own lines begin one after ours. */
function errorWords(error, text) {
  if (error.why !== 'query') return t(`ask.${error.why}`, { n: ASK_LIMITS.seconds });
  const place = /error at (\d+):(\d+)/.exec(error.message);
  const bare = bareOf(text);
  const hint = ['{}', '()'].map(([left, right]) => {
    const missing = bare.split(left).length - bare.split(right).length;
    if (!missing) return '';
    return t(missing > 0 ? 'ask.missing' : 'ask.surplus', { n: Math.abs(missing), mark: right });
  }).join('');
  if (!place) return t('ask.cannot', { said: error.message.slice(0, 160) });
  const line = Number(place[1]) - 1;
  const whole = text.split('\n')[line - 1] || '';
  const column = whole.slice(0, Number(place[2]) - 1).search(/\w*$/) + 1; // it stops inside words, too
  const rest = column > whole.length ? '' : whole.slice(Math.max(0, column - 13), column + 19).trim();
  return `${t('ask.at', { line, column })}${rest ? t('ask.syntax', { rest }) : t('ask.ends')}${hint}`;
}
