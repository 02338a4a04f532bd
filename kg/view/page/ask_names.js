// What a typed name stands for, found as kg/graph/names.py finds it: place, practice, concept, year, fact.

const NAME = { iri: 0, label: 1, names: 2, around: 3, codes: 4, shorts: 5, members: 3 };

/** A name without case, width, quotes, punctuation and white space, as kg.ids.normal. */
function normalName(name) {
  const folded = [...name.normalize('NFKC').toLowerCase()];
  return folded.filter((char) => /[\p{L}\p{N}+%>-]/u.test(char)).join('') || name;
}

/** An IRI that was typed, as the part after the base; null where it is none of this kind, or not in the graph. */
function typedIri(typed, kind, entries, base) {
  const text = typed.trim().replace(/^<+|>+$/g, '');
  const iri = text.startsWith(base) ? text.slice(base.length) : text;
  const known = iri.includes(`${kind}/`) && entries.some((entry) => entry[NAME.iri] === iri);
  return known ? iri : null;
}

function findPlaces(typed, { places, base }) {
  const whole = normalName(typed);
  const direct = typedIri(typed, 'place', places, base);
  const chosen = (test) => places.filter(test).map((place) => place[NAME.iri]);
  if (direct) return [direct];
  if (/^\d+$/.test(whole)) return chosen((place) => place[NAME.codes].includes(whole));
  const exact = chosen((place) => place[NAME.names].includes(whole));
  if (exact.length) return exact;
  const byIri = new Map(places.map((place) => [place[NAME.iri], place]));
  const byPath = chosen((place) => endsIn(whole, place, byIri));
  return byPath.length ? byPath : chosen((place) => place[NAME.shorts].includes(typed.trim()));
}

/** Whether a run of names, largest first, ends in this place; units between may be left out. */
function endsIn(typed, place, byIri) {
  return place[NAME.names].some((name) => {
    if (typed === name) return true;
    if (!typed.endsWith(name)) return false;
    const rest = typed.slice(0, -name.length);
    for (let above = byIri.get(place[NAME.around]); above; above = byIri.get(above[NAME.around])) {
      if (endsIn(rest, above, byIri)) return true;
    }
    return false;
  });
}

function findConcepts(typed, { concepts, base }) {
  const direct = typedIri(typed, 'concept', concepts, base);
  if (direct) return [direct];
  const whole = normalName(typed);
  const found = concepts.filter((concept) => concept[NAME.names].includes(whole));
  const own = found.filter((concept) => !concept[NAME.members].length).map((concept) => concept[NAME.iri]);
  return [...new Set([...own, ...found.flatMap((group) => group[NAME.members])])];
}

function findPractices(typed, index) {
  const { practices, base } = index;
  const direct = typedIri(typed, 'practice', practices, base);
  if (direct) return [direct];
  const whole = normalName(typed);
  const concepts = findConcepts(typed, index);
  let found = practices.filter((practice) => practice[NAME.names].includes(whole));
  if (!found.length && !concepts.length && [...whole].length > 1) {
    found = practices.filter((practice) => practice[NAME.names].some((name) => name.includes(whole)));
  }
  return [...found.map((practice) => practice[NAME.iri]), ...concepts];
}

function findGroups(typed, { groups, base }) {
  const direct = typedIri(typed, 'target-group', groups, base);
  if (direct) return [direct];
  const whole = normalName(typed);
  return groups.filter((group) => group[NAME.names].includes(whole)).map((group) => group[NAME.iri]);
}

function findFact(typed) {
  const found = /^(?:<?\S*fact\/)?([0-9a-f]{16})>?$/.exec(typed.trim());
  return found ? [`fact/${found[1]}`] : [];
}

const FIND = { place: findPlaces, concept: findConcepts, practice: findPractices, group: findGroups, fact: findFact };
const KNOWN_NAMES = {
  place: ({ places }) => places, concept: ({ concepts }) => concepts,
  practice: ({ practices, concepts }) => [...concepts, ...practices], group: ({ groups }) => groups,
  fact: () => [], year: () => [],
};
const labelsOf = (type, index) => [...new Set(KNOWN_NAMES[type](index).map((entry) => entry[NAME.label]))];

/** What goes between the braces of a slot's VALUES; throws a message in words where the name is not known. */
function termsFor(slot, typed, index) {
  if (!typed.trim()) throw new AskError('slot', t('ask.fill', { slot: labelOfSlot(slot) }));
  if (slot.type === 'year') {
    const year = /^(\d{4})年?$/.exec(typed.trim());
    if (!year) throw new AskError('slot', t('ask.noYear', { typed: typed.slice(0, 40) }));
    return `"${year[1]}"`;
  }
  const found = FIND[slot.type](typed, index);
  if (!found.length) throw new AskError('slot', notFound(slot, typed, index));
  return found.map((iri) => `<${index.base}${iri}>`).join(' ');
}

function notFound(slot, typed, index) {
  const near = nearest(typed, labelsOf(slot.type, index), 5);
  return t(`ask.no.${slot.type}`, { typed: typed.slice(0, 40) }) + (near.length ? t('ask.near', { near: near.join(t('comma')) }) : '');
}

/** The query of a question with its slots filled. */
function filledQuery(question, filled, index) {
  return question.slots.reduce((sparql, slot) => {
    const block = `VALUES ?${slot.name} { ${termsFor(slot, filled[slot.name] || '', index)} }`;
    return sparql.replace(new RegExp(`VALUES \\?${slot.name} \\{[^}]*\\}`, 'g'), () => block);
  }, question.sparql);
}

/** The question that a sentence asks, and its slots; null where none fits. */
function readSentence(text, { questions }) {
  const plain = text.trim().replace(/[？?。.\s]+$/, '');
  for (const question of questions) {
    for (const phrase of question.phrases) {
      const found = new RegExp(`^(?:${phrase})$`, 'i').exec(plain);
      if (!found) continue;
      const slots = Object.entries(found.groups || {}).map(([slot, value]) => [slot, value.replace(/^[“”"' ]+|[“”"' ]+$/g, '')]);
      return { question, filled: Object.fromEntries(slots) };
    }
  }
  return null;
}

/** Words that share most characters with one, best first. */
function nearest(word, words, most) {
  const wanted = new Set(word.toLowerCase());
  const likeness = (other) => {
    const own = new Set(other.toLowerCase());
    return [...wanted].filter((char) => own.has(char)).length / (wanted.size + own.size);
  };
  return words.map((other) => [likeness(other), other]).filter(([score]) => score > 0.2)
    .sort((a, b) => b[0] - a[0] || (a[1] < b[1] ? -1 : 1)).slice(0, most).map(([, other]) => other);
}
