// Saving: files out of the page's own bytes, tables that a spreadsheet opens right, and the facts that are selected.

const BOM = '\ufeff'; // without it Excel reads UTF-8 as the local code page
const FORMULA = /^\s*[=+\-@]/; // OWASP, CSV injection
const UNWRITABLE = /[\u0000]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const TABLES = { csv: 'text/csv;charset=utf-8', json: 'application/json' };

/** Hand a file to the browser; a notebook's sandbox may forbid it, so what to do then is said beside it. */
function saveFile(name, type, content) {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = make('a', { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 60000);
  tellSaved(t(isSandboxed() ? 'save.sandboxed' : 'save.done', { name }));
}

/** Whether the page stands in a frame of another origin than its own, as some notebooks have it. */
const isSandboxed = () => self.origin === 'null' && location.protocol === 'about:';

let toldUntil = 0;

function tellSaved(text) {
  byId('save-note').textContent = text;
  announce(text);
  clearTimeout(toldUntil);
  toldUntil = setTimeout(() => { byId('save-note').textContent = ''; }, Math.max(4000, text.length * 120));
}

/** A cell that no spreadsheet takes for a formula. */
function safeCell(value) {
  if (typeof value !== 'string') return String(value ?? '');
  const clean = value.replace(UNWRITABLE, '\ufffd').replace(/\r\n?/g, '\n');
  const number = /^-?\d+(\.\d+)?$/.test(clean);
  return FORMULA.test(clean) && !number ? `'${clean}` : clean;
}

function csvOf(columns, rows) {
  const cell = (value) => {
    const text = safeCell(value);
    return /[",\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
  };
  return BOM + [columns, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

const jsonOf = (columns, rows) => `${JSON.stringify(rows.map((row) => Object.fromEntries(columns.map((name, i) => [name, row[i]]))), null, 2)}\n`;

function saveTable(form, name, columns, rows) {
  saveFile(`${fileName(name)}.${form}`, TABLES[form], form === 'csv' ? csvOf(columns, rows) : jsonOf(columns, rows));
}

/** A name that every file system takes. */
const fileName = (name) => `zhitu-${name}`.replace(/[\u0000-\u001f\\/:*?"<>|\s]+/g, '-').slice(0, 80);

/** The facts that the filters leave, and of these the ones of the selection. */
const selectedFacts = () => shown.facts.filter(matcherOf(state.sel));

const FACT_COLUMNS = ['where', 'place', 'code', 'family', 'what', 'value', 'kinds', 'group', 'stage', 'extent', 'since', 'serves', 'confidence', 'date', 'title', 'source', 'nth', 'start', 'end', 'quote', 'rule', 'id'];

function factRow(all, fact) {
  const quote = all.quotes[fact.quote];
  const article = META.articles[fact.article];
  const target = fact.target;
  return [
    fact.place ? trail(fact.place) : '', fact.place?.label ?? '', fact.place?.code ?? '', t(`family.${fact.family}`),
    nameOf(fact), valueOf(fact), fact.concepts.map((id) => labelOf(nodeOf.get(id))).join(t('semicolon')),
    target?.group ? labelOf(groupOf.get(target.group)) : '', fact.stage ? t(`stage.${fact.stage}`) : '',
    fact.extent ? t(`extent.${fact.extent}`) : '', fact.since, fact.serves.map(servedLabel).join(t('semicolon')),
    fact.confidence ? t(`confidence.${fact.confidence}`) : '', fact.date,
    article[ARTICLE.title], article[ARTICLE.source], article[ARTICLE.n], quote?.[QUOTE.start] ?? '', quote?.[QUOTE.end] ?? '',
    quote ? quote[QUOTE.parts].join('').trim() : '', quote?.[QUOTE.rule] ?? '', fact.id,
  ];
}

async function saveFacts(form) {
  const all = await loadEvidence();
  const rows = selectedFacts().map((fact) => factRow(all, fact));
  saveTable(form, nameOfSelection(), FACT_COLUMNS.map((name) => t(`csv.${name}`)), rows);
}

const nameOfSelection = () => (state.sel && nodeOf.has(state.sel) ? nodeOf.get(state.sel).label : t('save.name'));

/** The menu behind "Save": the picture, the table of facts, the corrections, print. */
function buildSaveMenu() {
  const item = (id, key, act) => make('button', { type: 'button', id, 'data-t': key, textContent: t(key), on: { click: () => { closeSaveMenu(); byId('save').focus(); act(); } } });
  byId('save-menu').replaceChildren(
    item('save-png', 'save.png', () => savePicture('png')), item('save-svg', 'save.svg', () => savePicture('svg')),
    item('save-csv', 'save.csv', () => saveFacts('csv')), item('save-json', 'save.json', () => saveFacts('json')),
    item('save-print', 'save.print', () => window.print()), item('save-corrections', 'save.corrections', saveCorrections));
  byId('save').addEventListener('click', () => {
    byId('save-menu').hidden = !byId('save-menu').hidden;
    byId('save').setAttribute('aria-expanded', String(!byId('save-menu').hidden));
    if (!byId('save-menu').hidden) byId('save-menu').querySelector('button').focus();
  });
  document.addEventListener('click', (event) => { if (!event.target.closest('#save, #save-menu')) closeSaveMenu(); });
  byId('save-menu').addEventListener('keydown', moveInSaveMenu);
}

function moveInSaveMenu(event) {
  const items = [...byId('save-menu').children];
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) items[(items.indexOf(document.activeElement) + step + items.length) % items.length].focus();
  else if (event.key === 'Escape') { closeSaveMenu(); byId('save').focus(); } else return;
  event.preventDefault();
  event.stopPropagation();
}

function closeSaveMenu() {
  byId('save-menu').hidden = true;
  byId('save').setAttribute('aria-expanded', 'false');
}
