// Search by Chinese name, pinyin, initials, alias or code: a combobox after the ARIA authoring practices.

const MOST_FOUND = 12;
let found = [];
let active = -1;

/** How well a node answers; 0 is best, Infinity not at all. */
function rank(node, text) {
  const label = node.label.toLowerCase();
  if (label === text) return 0;
  if (label.startsWith(text)) return 1;
  if (label.includes(text)) return 2;
  const keys = node.keys ? node.keys.split(' ') : [];
  if (keys.includes(text)) return 3;
  if (text.length > 1 && keys.some((key) => key.startsWith(text))) return 4;
  if ((node.alt || []).some((alias) => alias.toLowerCase().includes(text))) return 5;
  if (node.code && text.length > 3 && node.code.startsWith(text)) return 5;
  if (text.length > 2 && (node.en || '').toLowerCase().includes(text)) return 6;
  if (text.length > 2 && keys.some((key) => key.includes(text))) return 7;
  return Infinity;
}

function find(query) {
  const text = query.trim().toLowerCase().replace(/\s+/g, '');
  if (!text) return [];
  return [...nodeOf.values()].map((node) => [rank(node, text), node]).filter(([score]) => score < Infinity)
    .sort((a, b) => a[0] - b[0] || b[1].size - a[1].size || (a[1].id < b[1].id ? -1 : 1))
    .slice(0, MOST_FOUND).map(([, node]) => node);
}

function noteOf(node) {
  if (node.kind === 'place') return trail(node) || t(`level.${node.level}`);
  return `${node.kind === 'concept' ? t('conceptOf') : t(`kind.${node.what}`)} · ${labelOf(groupOf.get(node.group))}`;
}

function drawFound() {
  const list = byId('found');
  const input = byId('search');
  const options = found.map((node, i) => make('li', {
    id: `found-${i}`, role: 'option', 'aria-selected': String(i === active),
    on: { mousedown: (event) => { event.preventDefault(); take(i); } },
  }, markFor(node), make('bdi', { textContent: labelOf(node) }), make('small', {}, make('bdi', { textContent: noteOf(node) }))));
  const query = input.value.trim();
  list.replaceChildren(...options);
  if (query && !found.length) list.append(make('li', { className: 'quiet', textContent: t('foundNothing') }));
  list.hidden = !query;
  input.setAttribute('aria-expanded', String(!list.hidden));
  if (active >= 0) input.setAttribute('aria-activedescendant', `found-${active}`);
  else input.removeAttribute('aria-activedescendant');
}

function closeFound() {
  found = [];
  active = -1;
  byId('found').hidden = true;
  byId('search').setAttribute('aria-expanded', 'false');
}

function take(index) {
  const node = found[index];
  if (!node) return;
  byId('search').value = labelOf(node).slice(0, 60);
  closeFound();
  choose(node.id, true);
}

function startSearch() {
  const input = byId('search');
  const look = () => {
    found = find(input.value);
    active = found.length ? 0 : -1;
    drawFound();
    if (input.value.trim()) announce(t('foundCount', { n: found.length }));
  };
  input.addEventListener('input', look);
  input.addEventListener('focus', () => { if (input.value.trim()) { look(); input.select(); } });
  input.addEventListener('blur', closeFound);
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return; // an input method is choosing characters
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && found.length) {
      active = (active + step + found.length) % found.length;
      drawFound();
      byId(`found-${active}`).scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter') take(active);
    else if (event.key === 'Escape') closeFound();
    else return;
    event.preventDefault();
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.target.matches('input, textarea, select')) return;
    event.preventDefault();
    input.focus();
  });
}
