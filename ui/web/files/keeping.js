// Long texts that are typed into Streamlit's own fields: this browser keeps them until the server has
// taken them in, and puts them back after the page was loaded again. See components/keeping.py.

import { BESIDE, Kept } from "./kept.js";

const FIELD = /^st-key-us-kept-(.+)-\d+$/;
const MOST_FILLS = 15;
const AGAIN = 400; // until it is seen whether a text has stayed in its field

const forgotten = new Set(); // what the server said once in this page is done once
let typed = null;
let refuse = null; // listens to what is pasted

export default function keeping({ data, parentElement }) {
  const said = parentElement.querySelector(".us-kept-said");
  Object.assign(said, { lang: data.ui, dir: data.ui_dir });
  document.removeEventListener("paste", refuse, true);
  refuse = (event) => refuseLong(event, data, said);
  document.addEventListener("paste", refuse, true);
  if (typed?.person !== data.person) {
    typed?.stop();
    typed = data.person ? new Typed(data.person) : null;
  }
  for (const each of data.spent) {
    if (!forgotten.has(each)) typed?.forget(each.slice(0, each.lastIndexOf(":")));
    forgotten.add(each);
  }
  return () => {
    document.removeEventListener("paste", refuse, true); // what was typed is known on: we may be drawn anew
  };
}

/** Refuse a text that would not get to the server; what is in the field stays. */
function refuseLong(event, data, said) {
  if (!nameOf(event.target)) return;
  const bytes = new TextEncoder().encode(event.clipboardData?.getData("text/plain") ?? "").length;
  const isLong = bytes > data.limit;
  if (isLong) event.preventDefault();
  said.textContent = isLong ? data.too_long : "";
}

function nameOf(field) {
  if (field.tagName !== "TEXTAREA") return null;
  const keyed = field.closest("[class*=st-key-us-kept-]");
  const found = [...(keyed?.classList ?? [])].map((name) => FIELD.exec(name)).find(Boolean);
  return found ? found[1] : null;
}

const fields = () => document.querySelectorAll("[class*=st-key-us-kept-] textarea");

/** Fill a field as a hand does: React hears the text, and Streamlit that the field was left. */
function fill(field, text) {
  put(field, text);
  setTimeout(() => leave(field)); // once it is drawn
}

function put(field, text) {
  Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value").set.call(field, text);
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
}

function leave(field) {
  if (document.activeElement !== field) field.dispatchEvent(new FocusEvent("focusout", { bubbles: true }));
}

class Typed {
  constructor(person) {
    this.person = person;
    this.kept = new Kept(person, BESIDE, "statement");
    this.texts = new Map(); // name -> {text, at}
    this.began = new WeakMap(); // field -> what it held when somebody first came into it
    this.touched = new WeakSet(); // fields that somebody typed in
    this.filled = new WeakMap(); // field -> how often and when; Streamlit may draw it anew
    this.isFilling = false;
    this.ends = new AbortController();
    const { signal } = this.ends;
    document.addEventListener("focusin", ({ target }) => this.#enter(target), { capture: true, signal });
    document.addEventListener("input", ({ target }) => this.#hear(target), { capture: true, signal });
    document.addEventListener("click", ({ target }) => this.#press(target), { capture: true, signal });
    this.watch = new MutationObserver(() => this.#look());
    this.watch.observe(document.body, { childList: true, subtree: true });
    this.kept.takeOver((name, { text, at }) => this.#adopt(name, { text, at }));
    if (document.activeElement?.value) this.#hear(document.activeElement); // typed before we listened
    this.#look();
  }

  stop() {
    this.ends.abort();
    this.watch.disconnect();
  }

  forget(name) {
    this.texts.delete(name);
    this.kept.drop(name);
  }

  #enter(field) {
    const name = nameOf(field);
    if (name && !this.began.has(field) && !this.texts.has(name)) this.began.set(field, field.value);
  }

  #hear(field) {
    const name = nameOf(field);
    if (!name || this.isFilling) return;
    this.touched.add(field);
    if (field.value === (this.began.get(field) ?? "")) this.forget(name);
    else this.#set(name, { text: field.value, at: Date.now() });
  }

  /** Let Streamlit hear of what we filled in before it is sent. */
  #press(target) {
    if (!target.closest?.("button")) return;
    this.isFilling = true;
    for (const field of fields()) {
      if (!this.filled.has(field) || this.touched.has(field)) continue;
      const text = this.texts.get(nameOf(field))?.text ?? field.value;
      put(field, `${text} `); // the same text again is no change, and would not be heard
      put(field, text);
      leave(field);
    }
    this.isFilling = false;
  }

  #set(name, entry) {
    this.texts.set(name, entry);
    this.kept.put(name, { ...entry, also: [], drafted: null, request: null });
  }

  /** Take what another page left; what is typed here already stays. */
  #adopt(name, entry) {
    if (!entry.text || this.texts.has(name)) return;
    this.#set(name, entry);
    this.#look();
  }

  #look() {
    for (const field of fields()) {
      const name = nameOf(field);
      if (name) this.#lookAt(field, name);
    }
  }

  #lookAt(field, name) {
    const entry = this.texts.get(name);
    const { times, at } = this.filled.get(field) ?? { times: 0, at: 0 };
    const isBehind = entry && field.value !== entry.text && !this.touched.has(field);
    if (!isBehind || times >= MOST_FILLS) return;
    setTimeout(() => this.#look(), AGAIN);
    if (Date.now() - at < AGAIN) return; // while a page is drawn much happens at once
    this.filled.set(field, { times: times + 1, at: Date.now() });
    this.isFilling = true;
    fill(field, entry.text);
    this.isFilling = false;
  }
}
