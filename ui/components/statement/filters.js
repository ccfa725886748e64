// Which paragraphs are shown: all, or those one looks for. No choice ever hides what is not saved.

const ALL = () => true;
const CHANGED = (unit) => unit.is_changed;
const QUESTIONS = (unit) => unit.questions > 0;

/** Each filter, by name: what it lets through. */
export const FILTERS = {
  all: ALL,
  todo: (unit) => unit.state === "untranslated" || unit.state === "needs_work",
  changed: CHANGED,
  mine: (unit) => unit.is_mine,
  questions: QUESTIONS,
};

/** Tell whether a paragraph waits for this reviewer. */
export function waits(unit) {
  return unit.state === "translated" && unit.reading?.why_not === null;
}

/** Give what the checks found in a translation that is not known to be unfinished. */
export function oddIn(unit) {
  return unit.state === "translated" ? (unit.reading?.findings ?? []) : [];
}

/** Those of a reviewer. */
export const READING_FILTERS = {
  all: ALL,
  waiting: waits,
  offered: (unit) => unit.suggestions > 0,
  changed: CHANGED,
  questions: QUESTIONS,
};

/** Find what is to be done next after a paragraph, from the beginning again after the last one. */
export function nextToDo(units, id) {
  const from = units.findIndex((unit) => unit.id === id);
  const inOrder = [...units.slice(from + 1), ...units.slice(0, from + 1)];
  return inOrder.find((unit) => FILTERS.todo(unit) && unit.id !== id);
}

/** Write a text so that case, accents and vowel signs do not matter. */
export function folded(text) {
  return text.normalize("NFKD").replace(/[\p{M}\u0640]/gu, "").toLowerCase();
}

/** Count what each filter lets through. */
export function counts(units, filters = FILTERS) {
  const named = Object.entries(filters).map(([name, lets]) => [name, units.filter(lets).length]);
  return Object.fromEntries(named);
}

/** Tell whether a paragraph says what is looked for, in either language; `typed` is not saved yet. */
export function says(unit, wanted, typed = "") {
  if (!wanted) return true;
  return folded(`${unit.marker} ${unit.source}\n${unit.text}\n${typed}`).includes(wanted);
}

/** A choice of paragraphs. What was once shown stays until another choice is made. */
export class Choice {
  constructor(filters = FILTERS) {
    this.filters = filters;
    this.name = "all";
    this.wanted = "";
    this.shown = new Set();
    this.isEmpty = false; // nothing is let through; what is shown all the same is held
  }

  choose(name, wanted) {
    this.name = name;
    this.wanted = folded(wanted.trim());
    this.shown = new Set();
  }

  /** Give the paragraphs to show; `isHeld(id)` names those that are shown in any case. */
  from(units, typed, isHeld) {
    const isShown = (unit) => {
      if (this.filters[this.name](unit) && says(unit, this.wanted, typed(unit.id))) this.shown.add(unit.id);
      return this.shown.has(unit.id) || isHeld(unit.id);
    };
    const shown = units.filter(isShown);
    this.isEmpty = !units.some((unit) => this.shown.has(unit.id));
    return shown;
  }
}
