// What is typed in the fields beside a paragraph, and in answers on Home: this browser keeps it until it is sent, and puts it
// back into its field after the page was loaded again.
//
// A field is known by the class that Streamlit makes of its key: kind, how often it was sent, paragraph
// and language; see screens/help/desk.py. The count begins anew with each page: so it only tells of a
// text of this page that it was sent.

import { BESIDE, Kept } from "./kept.js";

const ID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
const FIELD = new RegExp(`^st-key-(?:text-)?([a-z]+(?:-${ID})?)-(\\d+)-(${ID}-.+)$`);
const MARKS = new RegExp(`^st-key-mark-(${ID}-.+)$`);
const ANSWERS = new RegExp(`^st-key-send-(${ID})$`);
const DECIDES = new RegExp(`^st-key-(?:accept|reject)-(${ID})$`);

const MOST_FILLS = 5;
const AGAIN = 400; // until it is seen whether a text has stayed in its field

let fields = null;

/** Keep what this person types; nobody's where there is nobody. */
export function keepFieldsOf(person) {
  if (fields?.person === person) return;
  fields?.stop();
  fields = person ? new Fields(person) : null;
}

const help = () => document.querySelector(".st-key-us-help, .st-key-us-home");

/** Find what a pattern says of the keys around an element. */
function keyOf(element, pattern) {
  const keyed = element.closest("[class*=st-key-]");
  const found = [...(keyed?.classList ?? [])].map((name) => pattern.exec(name));
  return found.find(Boolean) ?? null;
}

/** Say which field this is: {name, where, count}; null where it is none of ours. */
function placeOf(field) {
  const found = field.matches?.(":is(.st-key-us-help, .st-key-us-home) textarea") && keyOf(field, FIELD);
  if (!found) return null;
  const [, kind, count, where] = found;
  return { name: `${kind}-${where}`, where, count: Number(count) };
}

/** Fill a field as a hand does: React hears the text, and Streamlit that the field was left. */
function fill(field, text) {
  Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value").set.call(field, text);
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  setTimeout(() => leave(field)); // once it is drawn
}

function leave(field) {
  if (document.activeElement !== field) field.dispatchEvent(new FocusEvent("focusout", { bubbles: true }));
}

class Fields {
  constructor(person) {
    this.person = person;
    this.kept = new Kept(person, BESIDE, BESIDE);
    this.entries = new Map(); // field -> {text, also, count}; `also`: other tabs' texts, which come after it
    this.filled = new WeakMap(); // field -> how often; Streamlit may draw it empty once more
    this.sending = null; // the field whose button was pressed last: {name, isGone()}
    this.ends = new AbortController();
    const { signal } = this.ends;
    document.addEventListener("input", ({ target }) => this.#hear(target), { capture: true, signal });
    document.addEventListener("click", ({ target }) => this.#press(target), { capture: true, signal });
    this.watch = new MutationObserver(() => this.#look());
    this.watch.observe(document.body, { childList: true, subtree: true });
    this.kept.takeOver((name, found) => this.#adopt(name, found));
    this.#look();
  }

  stop() {
    this.ends.abort();
    this.watch.disconnect();
  }

  #hear(field) {
    const place = placeOf(field);
    if (!place) return;
    this.sending = null;
    const also = this.entries.get(place.name)?.also ?? [];
    this.#set(place.name, { text: field.value, also, count: place.count });
  }

  #set(name, entry) {
    if (!entry.text && !entry.also.length) {
      this.entries.delete(name);
      this.kept.drop(name);
      return;
    }
    this.entries.set(name, entry);
    const { text, also } = entry;
    this.kept.put(name, { text, also, drafted: null, request: null, at: Date.now() });
  }

  /** Take what another page left; what is typed here already stands before it. */
  #adopt(name, found) {
    const entry = this.entries.get(name) ?? { text: "", also: [], count: null };
    for (const text of [found.text, ...found.also.map((each) => each.text)]) {
      const isThere = !text || text === entry.text || entry.also.some((each) => each.text === text);
      if (isThere) continue;
      if (entry.text || entry.count !== null) entry.also.push({ text });
      else entry.text = text;
    }
    this.#set(name, entry);
    this.#look();
  }

  // --- what was sent is kept no longer -----------------------------------------------------------------

  /** An answer, a reason, a decision leave no field behind when they are sent: their buttons tell of it. */
  #press(target) {
    this.sending = null;
    if (!target.closest?.(":is(.st-key-us-help, .st-key-us-home) button")) return;
    for (const { field } of this.#drawn()) if (this.filled.has(field)) leave(field); // before it is sent
    const marks = keyOf(target, MARKS);
    const answered = this.#fieldOf("answers", keyOf(target, ANSWERS));
    const decided = this.#fieldOf("decision", keyOf(target, DECIDES));
    if (marks) this.sending = { name: `reason-${marks[1]}`, isGone: () => isMarked(marks[1]) };
    if (answered) this.sending = { name: answered.name, isGone: () => this.#isGone(answered, "said") };
    if (decided) this.sending = { name: decided.name, isGone: () => this.#isGone(decided, "suggestion") };
  }

  #fieldOf(kind, key) {
    return key && [...this.#drawn()].find(({ name }) => name.startsWith(`${kind}-${key[1]}-`));
  }

  #isHome() {
    return Boolean(help()?.matches(".st-key-us-home"));
  }

  /** Tell whether a field is gone and its panel is still open: there is another one in it, always. */
  #isGone({ name, where }, beside) {
    const names = [...this.#drawn()].map((each) => each.name);
    const stays = this.#isHome() || names.includes(`${beside}-${where}`);
    return stays && !names.includes(name);
  }

  #send(name) {
    const [next, ...also] = this.entries.get(name)?.also ?? [];
    this.#set(name, { text: next?.text ?? "", also, count: null });
  }

  // --- what is drawn -----------------------------------------------------------------------------------

  *#drawn() {
    for (const field of help()?.getElementsByTagName("textarea") ?? []) {
      const place = placeOf(field);
      if (place) yield { field, ...place };
    }
  }

  #look() {
    if (!this.entries.size) return;
    if (this.sending?.isGone()) {
      this.#send(this.sending.name);
      this.sending = null;
    }
    for (const each of [...this.#drawn()]) this.#lookAt(each);
  }

  /** Put a text back where its field is empty, or has only what the server knew of it. */
  #lookAt({ field, name, count }) {
    const known = this.entries.get(name);
    if (known && known.count !== null && count > known.count) this.#send(name);
    const text = this.entries.get(name)?.text;
    const isBehind = text && text !== field.value && text.startsWith(field.value);
    const times = this.filled.get(field) ?? 0;
    if (!isBehind || times >= MOST_FILLS) return;
    this.filled.set(field, times + 1);
    fill(field, text);
    setTimeout(() => this.#look(), AGAIN);
  }
}

/** Tell whether the paragraph that is shown has no panel any more in which one says what is wrong. */
function isMarked(where) {
  const stands = (name) => Boolean(help()?.querySelector(`.st-key-${name}-${CSS.escape(where)}`));
  return stands("suggested") && !stands("needs-work");
}
