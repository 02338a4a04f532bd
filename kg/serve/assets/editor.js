// The SPARQL editor: colours, ready questions, answers as a table. Nothing is loaded from elsewhere.
"use strict";
const $ = (id) => document.getElementById(id);
const box = $("query"), paint = $("paint"), out = $("out"), note = $("note");
const TOKEN = /(#[^\n]*)|("(?:[^"\\\n]|\\.)*"(?:@[a-zA-Z-]+)?|<[^<>\s]*>)|([?$][\w\u4e00-\u9fff]+)|\b(SELECT|DISTINCT|WHERE|PREFIX|FILTER|OPTIONAL|UNION|GRAPH|VALUES|BIND|AS|ASK|CONSTRUCT|DESCRIBE|ORDER|GROUP|BY|HAVING|LIMIT|OFFSET|DESC|ASC|NOT|EXISTS|MINUS|IN|COUNT|SUM|MIN|MAX|AVG|SAMPLE|GROUP_CONCAT|LANG|STR|REGEX|CONTAINS|BOUND|IF|COALESCE|a)\b/g;
const CLASS = ["", "c", "s", "v", "k"];

function colour() {
  paint.replaceChildren();
  let last = 0;
  for (const m of box.value.matchAll(TOKEN)) {
    paint.append(box.value.slice(last, m.index));
    const span = document.createElement("span");
    span.className = CLASS[[1, 2, 3, 4].find((i) => m[i] !== undefined)];
    span.textContent = m[0];
    paint.append(span);
    last = m.index + m[0].length;
  }
  paint.append(box.value.slice(last) + "\n");
  paint.scrollTop = box.scrollTop;
}

function cell(term) {
  const td = document.createElement("td");
  if (!term) return td;
  if (term.type === "uri") {
    const a = document.createElement("a");
    const local = term.value.startsWith("https://w3id.org/zhitu/id/");
    a.href = local ? "/id/" + term.value.slice(26).split("/").map(encodeURIComponent).join("/") : term.value;
    if (!/^https?:/.test(term.value)) { td.textContent = term.value; return td; }
    a.textContent = local ? decodeURI(term.value.slice(26)) : term.value;
    a.rel = "noreferrer";
    td.append(a);
  } else td.textContent = term.value;
  return td;
}

function table(names, rows) {
  const t = document.createElement("table"), head = t.createTHead().insertRow();
  for (const name of names) { const th = document.createElement("th"); th.scope = "col"; th.textContent = name; head.append(th); }
  const body = t.createTBody();
  for (const row of rows) { const tr = body.insertRow(); for (const name of names) tr.append(cell(row[name])); }
  const wrap = document.createElement("div");
  wrap.className = "scroll"; wrap.tabIndex = 0; wrap.append(t);
  return wrap;
}

function send(accept) {
  return fetch("/sparql", { method: "POST", headers: { "Content-Type": "application/sparql-query", Accept: accept }, body: box.value });
}

async function run() {
  out.replaceChildren(); note.className = "soft"; note.textContent = "正在查…… / running";
  location.hash = encodeURIComponent(box.value);
  const began = performance.now();
  let answer;
  try { answer = await send("application/sparql-results+json, text/turtle;q=0.9"); }
  catch { note.className = "error"; note.textContent = "连不上服务，kg serve 还开着吗 / the server does not answer"; return; }
  const text = await answer.text();
  if (!answer.ok) { note.className = "error"; note.textContent = text; return; }
  const took = ((performance.now() - began) / 1000).toFixed(2), cut = answer.headers.get("Zhitu-Cut");
  if (answer.headers.get("Content-Type").startsWith("text/turtle")) {
    const pre = document.createElement("pre"); pre.textContent = text; out.append(pre);
    note.textContent = `${took} 秒 / s`; return;
  }
  const found = JSON.parse(text);
  if ("boolean" in found) { note.textContent = (found.boolean ? "是 / yes" : "否 / no") + ` · ${took} 秒 / s`; return; }
  out.append(table(found.head.vars, found.results.bindings));
  note.textContent = `${found.results.bindings.length} 行 / rows · ${took} 秒 / s` + (cut ? ` · 只取了前 ${cut} 行，请加 LIMIT / cut at ${cut}` : "");
}

async function save() {
  const answer = await send("text/csv, text/turtle;q=0.9");
  if (!answer.ok) { note.className = "error"; note.textContent = await answer.text(); return; }
  const csv = answer.headers.get("Content-Type").startsWith("text/csv");
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob(csv ? ["\ufeff", await answer.text()] : [await answer.text()]));
  link.download = csv ? "zhitu.csv" : "zhitu.ttl";
  link.click();
  URL.revokeObjectURL(link.href);
}

box.addEventListener("input", colour);
box.addEventListener("scroll", () => { paint.scrollTop = box.scrollTop; });
box.addEventListener("keydown", (e) => { if (e.key === "Enter" && (e.ctrlKey || e.metaKey)) { e.preventDefault(); run(); } });
$("run").addEventListener("click", run);
$("save").addEventListener("click", save);
$("ready").addEventListener("change", (e) => { const one = document.querySelector(`template[data-name="${CSS.escape(e.target.value)}"]`); if (one) { box.value = one.content.textContent; colour(); run(); } });
if (location.hash.length > 1) { try { box.value = decodeURIComponent(location.hash.slice(1)); } catch { /* a hash that is no query */ } }
colour();
