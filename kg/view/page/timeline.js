// When: the first report of each thing at each place, in order, and the starts that articles state, kept apart.

const MOST_LINES = 120;
const [MARK_WIDTH, NAMES_WIDTH] = [25, 306]; // pixels: a mark that a finger can hit, and what stands beside the track
const PACE = 900; // milliseconds between two steps of the replay

addView({ id: 'timeline', params: { until: '', of: '' }, draw: drawTimeline });

let replay = null;

/** A date as exact as it is stated, as a number of months: 2023-04-18 and 2023 (its middle) become points on a line. */
function monthsOf(date) {
  const [year, month, day] = date.split('-').map(Number);
  return year * 12 + (month ? month - 1 + (day ? (day - 1) / 31 : 0.5) : 6);
}

/** What the lines are about: the selection, or what was selected before one of its marks was. */
function subjectOfLines() {
  if (!/^(fact|cell)\//.test(state.sel ?? '')) return state.sel;
  const of = param('timeline', 'of');
  return isKnown(of) ? of : null;
}

/** The facts that the lines are made of. */
function timedFacts() {
  const speaks = matcherOf(subjectOfLines());
  const facts = shown.facts.filter((fact) => (isDoing(fact) || fact.family === 'since') && fact.target && speaks(fact));
  return facts.filter((fact) => fact.family === 'since' || fact.date);
}

/** Lines are places where a practice or kind is chosen, practices and kinds where a place is, else kinds. */
function lineKeyOf() {
  if (linesArePlaces()) return (fact) => (fact.place ? [fact.place] : []);
  if (kindOf(subjectOfLines())) return (fact) => [fact.target];
  return (fact) => (fact.target.kind === 'concept' ? [fact.target] : fact.target.concepts.map((id) => nodeOf.get(id)));
}

/** What articles state of learning on the subject of the lines. */
const timedLessons = () => shown.facts.filter((fact) => isLesson(fact) && matcherOf(subjectOfLines())(fact));

/** Whether the lines are places, between which an arrow can stand. */
const linesArePlaces = () => ['practice', 'concept'].includes(kindOf(subjectOfLines()));

/**
 * One line a node: {node, first, reports: [{at, fact, isFirst}], starts: [{at, fact}], lessons: [{at, fact}]}, the earliest
 * first report on top. A lesson stands on the learner's line, and its source has a line, too.
 */
function timelines() {
  const lines = new Map();
  const keys = lineKeyOf();
  const lineOf = (node) => {
    if (!lines.has(node.id)) lines.set(node.id, { node, reports: [], starts: [], lessons: [] });
    return lines.get(node.id);
  };
  for (const fact of timedFacts()) {
    for (const node of keys(fact)) {
      if (fact.family === 'since') lineOf(node).starts.push({ at: monthsOf(fact.value), fact });
      else lineOf(node).reports.push({ at: monthsOf(fact.date), fact });
    }
  }
  for (const fact of linesArePlaces() ? timedLessons().filter(({ date }) => date) : []) {
    lineOf(fact.from);
    lineOf(fact.place).lessons.push({ at: monthsOf(fact.date), fact });
  }
  const all = [...lines.values()].map(firstReports);
  return all.sort((a, b) => a.first - b.first || (a.node.id < b.node.id ? -1 : 1));
}

/** Of each place (or of each thing, on a place's line) only the first report is drawn. */
function firstReports(one) {
  const seen = new Set();
  const sorted = [...one.reports].sort((a, b) => a.at - b.at || a.fact.i - b.fact.i);
  const reports = sorted.filter(({ fact }) => {
    const key = `${fact.place?.id} ${fact.target.id}`;
    return !seen.has(key) && seen.add(key);
  });
  return { ...one, reports, first: Math.min(Infinity, ...reports.map(({ at }) => at)) };
}

function drawTimeline(box) {
  const all = timelines();
  const times = all.flatMap((one) => [...one.reports, ...one.starts, ...one.lessons].map(({ at }) => at));
  const undated = shown.facts.filter((fact) => isDoing(fact) && !fact.date).filter(matcherOf(subjectOfLines())).length;
  const note = make('p', { className: 'bar quiet', textContent: `${t('orderOnly')}${undated ? t('undatedLeftOut', { n: undated }) : ''}` });
  const lessons = timedLessons();
  const stated = lessons.length ? lessonList(lessons, chooseOnLine) : '';
  if (!times.length) { stopReplay(); box.replaceChildren(note, stated, nothingHere(t('noDates'))); return; }
  const steps = [...new Set(all.flatMap((one) => one.reports.map(({ fact }) => fact.date.slice(0, 7))))].sort();
  const until = param('timeline', 'until');
  const scale = { ...scaleOfYears(times), near: (MARK_WIDTH / Math.max(120, box.clientWidth - NAMES_WIDTH)) * 100 };
  const end = until ? monthsOf(until) + 1 : Infinity;
  const order = (one) => all.findIndex(({ first }) => first === one.first) + 1; // alike dates stand on a par
  const lines = all.slice(0, MOST_LINES).map((one) => timeLine(one, order(one), scale, end));
  const lined = make('div', { className: 'times' }, timeAxis(scale), make('ol', {}, ...lines));
  const arrows = all.flatMap((one) => one.lessons).map(({ at, fact }) => ({ fact, at: scale.at(at), off: at > end }));
  box.replaceChildren(steps.length > 1 ? replayBar(steps, until, all, end) : '', note, timeKey(arrows.length > 0), stated, lined,
    all.length > MOST_LINES ? make('p', { className: 'bar quiet', textContent: t('linesLeftOut', { n: all.length - MOST_LINES }) }) : '');
  if (arrows.length) drawArrows(lined, arrows);
}

/** From the year of the earliest time to the end of that of the latest; `at` gives per cent of the width. */
function scaleOfYears(times) {
  const from = Math.floor(Math.min(...times) / 12);
  const to = Math.floor(Math.max(...times) / 12) + 1;
  return { from, to, at: (months) => ((months / 12 - from) / (to - from)) * 100 };
}

function timeAxis({ from, to, at }) {
  const step = Math.max(1, Math.ceil((to - from) / 12));
  const years = Array.from({ length: Math.ceil((to - from) / step) }, (_, i) => from + i * step);
  return make('div', { className: 'axis', 'aria-hidden': 'true' }, make('span', { className: 'room' }), make('div', { className: 'track' }, ...years.map((year) => {
    const tick = make('span', { textContent: year });
    tick.style.left = `${at(year * 12)}%`;
    return tick;
  })));
}

function timeLine({ node, reports, starts, lessons }, order, scale, end) {
  const track = make('div', { className: (starts.length || lessons.length) && reports.length ? 'track both' : 'track' },
    ...lessons.map((one) => lessonMark(one, scale, end)),
    ...inMarks(starts, scale).map((some) => timeMark(some, node, 'start', scale, Infinity)),
    ...inMarks(reports, scale).map((some, k) => timeMark(some, node, k ? 'report' : 'report first', scale, end)));
  const first = reports[0]?.fact;
  const when = first ? t('firstReport', { date: first.date }) : t(starts.length ? 'startOnly' : 'lessonOnly');
  return make('li', { 'data-node': node.id }, make('div', { className: 'whose' }, make('span', { className: 'order', textContent: first ? order : '' }), jump(node),
    make('small', { textContent: when })), track);
}

/** What stands in one month of a line, or too near for two marks side by side, is one mark. */
function inMarks(some, scale) {
  const marks = [];
  for (const one of [...some].sort((a, b) => a.at - b.at)) {
    const last = marks[marks.length - 1];
    const near = last && (Math.floor(one.at) === Math.floor(last[0].at) || scale.at(one.at) - scale.at(last[0].at) < scale.near);
    if (near) last.push(one);
    else marks.push([one]);
  }
  return marks;
}

/** A mark leads to its sentence; where it stands for several, to what its line is about. */
function timeMark(some, node, look, scale, end) {
  const { at, fact } = some[0];
  const what = [...new Set(some.map((one) => `${one.fact.place ? labelOf(one.fact.place) : t('nowhereShort')} · ${labelOf(one.fact.target)}`))];
  const few = what.length > 3 ? t('andOthers', { first: what.slice(0, 3).join(t('semicolon')), n: what.length }) : what.join(t('semicolon'));
  const said = t(look === 'start' ? 'statedStart' : 'reportedOn', { what: few, date: look === 'start' ? fact.value : fact.date });
  const sel = some.length > 1 && node.id !== subjectOfLines() ? node.id : `fact/${fact.id}`;
  const pick = () => go({ sel, params: { 'timeline.of': subjectOfLines() || null } });
  const mark = button('', pick, {
    className: `time ${look}${state.sel === `fact/${fact.id}` ? ' current' : ''}`, title: said, ariaLabel: said, disabled: at > end,
    'data-key': `time ${look} ${node.id} ${fact.i}`,
  });
  mark.style.left = `${scale.at(at)}%`;
  return mark;
}

/** Choose a fact and keep the lines as they are. */
const chooseOnLine = (fact) => go({ sel: `fact/${fact.id}`, params: { 'timeline.of': subjectOfLines() || null } });

/** Where an arrow ends: on the learner's line, at the date of the article that states it. */
function lessonMark({ at, fact }, scale, end) {
  const said = t('lessonOn', { what: wordsOfLesson(fact), date: fact.date });
  const mark = button('', () => chooseOnLine(fact), {
    className: `time lesson${state.sel === `fact/${fact.id}` ? ' current' : ''}`, title: said, ariaLabel: said, disabled: at > end,
    'data-key': `time lesson ${fact.i}`,
  });
  mark.style.left = `${scale.at(at)}%`;
  return mark;
}

function timeKey(withArrows) {
  const item = (look, word) => make('span', {}, make('i', { className: `time ${look}` }), t(word));
  return make('p', { className: 'shades' }, item('report first', 'keyFirst'), item('report', 'keyReport'), item('start', 'keyStart'), withArrows ? item('lesson', 'keyLesson') : null);
}

/** Step through the months in which something was first reported, by hand or played. */
function replayBar(steps, until, all, end) {
  const at = until ? steps.filter((step) => step <= until).length - 1 : steps.length - 1;
  const to = (i, replace) => go({ params: { 'timeline.until': i >= steps.length - 1 ? null : steps[Math.max(0, i)] } }, { replace });
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const places = new Set(all.flatMap((one) => one.reports.filter((report) => report.at < end).map(({ fact }) => fact.place?.id)));
  const play = button(t(replay ? 'pause' : 'play'), () => (replay ? stopReplay(true) : startReplay(to, at, steps)), { 'data-key': 'play' });
  const range = make('input', {
    type: 'range', min: '0', max: String(steps.length - 1), value: String(at), ariaLabel: t('until'), 'aria-valuetext': steps[at], 'data-key': 'until',
    on: { input: (event) => to(Number(event.target.value), true) },
  });
  return make('div', { className: 'bar' }, steps.length > 1 && !calm ? play : null,
    stepButton('‹', () => to(at - 1), at <= 0, { ariaLabel: t('stepBack'), 'data-key': 'back' }), range,
    stepButton('›', () => to(at + 1), at >= steps.length - 1, { ariaLabel: t('stepOn'), 'data-key': 'on' }),
    make('span', { role: 'status', textContent: t('byThen', { date: steps[at] ?? '', n: [...places].filter(Boolean).length }) }));
}

function startReplay(to, at, steps) {
  let next = at >= steps.length - 1 ? 0 : at + 1;
  const step = () => {
    if (state.view !== 'timeline' || next >= steps.length) { stopReplay(true); return; }
    to(next, true);
    next += 1;
  };
  replay = setInterval(step, PACE);
  step();
}

function stopReplay(redraw) {
  clearInterval(replay);
  replay = null;
  if (redraw && state.view === 'timeline') keepFocus(boxOf('timeline'), () => drawTimeline(boxOf('timeline')));
}
