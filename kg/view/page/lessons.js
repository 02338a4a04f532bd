// Who learned from whom, as articles state it: lists in the panel, and in the timeline arrows from source to learner.

const OPEN_LESSONS = 5;
const ARROW = { head: 5, apart: 7 }; // pixels: half the width of an arrow's head, and from one arrow to the next beside it

const isLesson = (fact) => fact.family === 'lesson';

/** Learner, source and, where the article names it, what was learned. */
function wordsOfLesson(fact) {
  const who = t('whoFromWhom', { learner: labelOf(fact.place), source: labelOf(fact.from) });
  return fact.target ? `${who} · ${labelOf(fact.target)}` : who;
}

/** The lessons of a place, those it took and those it gave apart. */
function lessonsOfPlace(all, facts, node) {
  const list = (title, own, other) => (own.length ? [heading(t(title), own.length), ...own.slice(0, MOST_LISTED).map((fact) => foldedQuotes(
    [jump(other(fact)), make('small', {}, make('bdi', { textContent: valueOf(fact) }))], all, [fact], false))] : []);
  const lessons = facts.filter(isLesson);
  return [
    ...list('learnedFromWhom', lessons.filter((fact) => fact.place === node), (fact) => fact.from),
    ...list('learnedByWhom', lessons.filter((fact) => fact.from === node), (fact) => fact.place),
  ];
}

/** The lessons in a practice: who, from whom. */
function lessonsInPractice(all, facts) {
  const lessons = facts.filter(isLesson);
  return lessons.length ? [heading(t('lessons'), lessons.length), ...lessons.slice(0, MOST_LISTED).map((fact) => foldedQuotes(
    [jump(fact.place), make('small', { textContent: t('learnedFrom', { place: '' }) }), jump(fact.from)], all, [fact], false))] : [];
}

/** Everything that articles state of learning on the timeline's subject, each leading to its sentence. */
function lessonList(lessons, pick) {
  const item = (fact) => make('li', {}, button(`${wordsOfLesson(fact)}${t('colon')}${fact.date || t('undated')}`, () => pick(fact), {
    className: `plain${state.sel === `fact/${fact.id}` ? ' current' : ''}`, 'data-key': `lesson ${fact.i}`,
  }));
  return make('details', { className: 'lessons', open: lessons.length <= OPEN_LESSONS },
    make('summary', { textContent: t('statedLessons', { n: lessons.length }), 'data-key': 'lessons' }),
    make('ul', {}, ...lessons.slice(0, MOST_LISTED).map(item)),
    lessons.length > MOST_LISTED ? make('p', { className: 'quiet', textContent: t('lessonsLeftOut', { n: lessons.length - MOST_LISTED }) }) : null);
}

/** Arrows over the lines of the timeline, drawn again whenever these change their places. */
function drawArrows(times, arrows) {
  const drawing = svgElement('svg', { class: 'arrows', 'aria-hidden': 'true' });
  times.append(drawing);
  const draw = () => {
    const box = times.getBoundingClientRect();
    const lineOf = (node) => times.querySelector(`li[data-node="${CSS.escape(node.id)}"] .track`);
    const paths = arrows.flatMap(({ fact, at, off }, i) => {
      const [from, mark] = [lineOf(fact.from), times.querySelector(`[data-key="time lesson ${fact.i}"]`)];
      if (!from || !mark) return [];
      const [start, end] = [from.getBoundingClientRect(), mark.getBoundingClientRect()];
      const x = start.left - box.left + (start.width * at) / 100 + (1 + (i % 3)) * ARROW.apart;
      return [arrowPath(x, start.top - box.top + start.height / 2, end.left - box.left + end.width / 2, end.top - box.top + end.height / 2, off)];
    });
    drawing.replaceChildren(...paths.flat());
  };
  draw();
  new ResizeObserver(draw).observe(times);
}

/** A line from the source's row to the learner's mark, and the head that points at it. */
function arrowPath(x, from, to, end, off) {
  const down = end > from ? 1 : -1;
  const { head } = ARROW;
  const look = { class: `arrow${off ? ' off' : ''}` };
  return [
    svgElement('path', { ...look, fill: 'none', d: `M${x} ${from}L${x} ${end - down * 14}L${to} ${end - down * head}` }),
    svgElement('circle', { ...look, cx: x, cy: from, r: 3 }),
    svgElement('path', { ...look, d: `M${to} ${end}l${-head} ${-down * head * 1.8}h${2 * head}z` }),
  ];
}
