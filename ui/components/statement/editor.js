// The paragraph in work: its source, a field for the translation, and what one can do with both.
// A new one is made for each opening, so that undoing never brings in the text of a neighbour.

import { alsoBox, button, changedBox, conflictBox } from "./boxes.js";
import { guard, marked, missing, write } from "./codes.js";
import { composing } from "./keys.js";
import { element, glyph, passage } from "./row.js";
import { apart, number, say } from "./speech.js";

const PAUSE = 1200; // before a sentence about what is missing
const LONGEST_LABEL = 24;
let count = 0;

const IN_PLAIN_WORDS = new Set(["paragraph", "date_line", "byline", "salutation", "source_line"]);
const LARGE = 2; // headings up to this level stand out

/** Name what a paragraph is; empty where its look tells that: a large title, a numbered item. */
function kindKey({ kind, level, marker }) {
  if (kind.endsWith("_item")) return /[\p{L}\p{N}]/u.test(marker) ? "" : "kind_item";
  const isPlain = IN_PLAIN_WORDS.has(kind) || (kind === "heading" && level <= LARGE);
  return isPlain ? "" : `kind_${kind}`;
}

export class Editor {
  constructor(view, unit) {
    Object.assign(this, { view, unit, digest: unit.digest });
    this.id = `ust-${(count += 1)}`;
    this.box = element("section", "editor");
    this.box.setAttribute("aria-label", say("paragraph", { n: number(unit.number) }));
    this.box.tabIndex = -1; // where there is no field, the focus is here
    this.boxes = element("div", "boxes");
    this.box.append(this.#source(), this.#note(), this.boxes);
    this.corrects = Boolean(view.reviewing);
    if (view.doc.maySave) this.box.append(this.#field(), this.#hints(), this.#actions());
    else this.box.append(this.#reading());
    this.refresh(unit);
  }

  // --- what it is made of ----------------------------------------------------------------------------

  #source() {
    const { data } = this.view;
    this.above = element("div", `above kind-${this.unit.kind} level-${this.unit.level}`);
    this.source = passage(element("div", "text source"), "", [], data.source_locale, data.source_dir);
    this.source.id = `${this.id}-source`;
    const kind = kindKey(this.unit);
    if (kind) this.above.append(Object.assign(element("p", "kind", say(kind)), { id: `${this.id}-kind` }));
    this.above.append(this.source);
    return this.above;
  }

  #note() {
    const note = element("p", "note");
    note.hidden = !this.unit.note;
    if (this.unit.note) note.append(say("note", { note: apart(this.unit.note) }));
    return note;
  }

  #reading() {
    const { data } = this.view;
    const box = element("div");
    this.target = passage(element("div", "text target"), "", [], data.locale, data.dir);
    box.append(this.target, element("p", "label", say("read_only")));
    return box;
  }

  #field() {
    const { data } = this.view;
    const values = { n: number(this.unit.number), language: data.language };
    this.field = Object.assign(element("textarea"), {
      lang: data.locale, dir: data.dir, spellcheck: true, rows: 1, autocomplete: "off", value: this.#text(),
    });
    this.field.setAttribute("aria-label", say("field", values));
    this.field.setAttribute("aria-describedby", `${this.id}-kind ${this.id}-source ${this.id}-hint`);
    this.mirror = Object.assign(element("div", "mirror"), { lang: data.locale, dir: data.dir, ariaHidden: "true" });
    this.isComposing = composing(this.field);
    guard(this.field, () => this.unit.codes);
    this.field.addEventListener("input", () => this.#typed());
    const host = element("div", "field");
    host.append(this.mirror, this.field);
    return host;
  }

  #hints() {
    this.hint = Object.assign(element("p", "hint"), { id: `${this.id}-hint` });
    this.counter = element("p", "counter");
    const hints = element("div", "hints");
    hints.append(this.hint, this.counter);
    return hints;
  }

  #actions() {
    const actions = element("div", "actions");
    actions.setAttribute("role", "group");
    actions.setAttribute("aria-label", say("actions", { n: number(this.unit.number) }));
    this.row = element("div", "codes");
    this.#drawCodes();
    const copy = button(say("copy"), () => this.copy());
    this.back = button(say("back_to_saved"), () => this.backToSaved(), "quiet");
    this.needs = Object.assign(element("input"), { type: "checkbox", checked: this.#isInNeed() });
    this.needs.addEventListener("change", () => {
      this.isNeedChosen = true;
      this.#typed(true);
    });
    const label = element("label", "needs");
    label.append(this.needs, glyph("needs_work"), element("span", "", say("needs_work")));
    this.go = button(say(this.corrects ? "save_correction" : "save_next"), (event) => {
      if (event.detail < 2) this.view.save(); // a second click is not meant for the next paragraph
    }, "main save");
    const others = element("div", "others");
    if (this.corrects) others.append(copy, this.back, button(say("cancel"), () => this.cancel(), "quiet"));
    else others.append(copy, label, this.back);
    for (const each of [this.row, copy]) {
      each.addEventListener("mousedown", (event) => event.preventDefault()); // the field keeps the focus
    }
    actions.append(this.row, others, this.go);
    return actions;
  }

  /** Offer the codes that the source has by now: a revision may bring others. */
  #drawCodes() {
    const { codes } = this.unit;
    if (this.drawn === JSON.stringify(codes)) return;
    this.drawn = JSON.stringify(codes);
    const hadFocus = this.row.contains(document.activeElement);
    this.codes = codes.map((code, index) => this.#codeButton(code, index));
    this.row.replaceChildren(...this.codes);
    this.row.hidden = !codes.length;
    if (hadFocus) this.focus();
  }

  #codeButton(code, index) {
    const isLong = [...code].length > LONGEST_LABEL;
    const shown = isLong ? `${[...code].slice(0, LONGEST_LABEL - 1).join("")}…` : code;
    const made = button("", () => this.insert(index), "put");
    const label = Object.assign(element("bdi", "code", shown), { dir: "ltr" });
    made.append(label);
    made.setAttribute("aria-label", say("insert", { code: apart(code) }));
    made.title = code;
    return made;
  }

  // --- what is in it ---------------------------------------------------------------------------------

  #entry() {
    return this.view.doc.outbox.get(this.unit.id);
  }

  #text() {
    return this.#entry()?.text ?? this.unit.text;
  }

  #isInNeed() {
    return this.#entry()?.needs ?? this.unit.state === "needs_work";
  }

  /** Draw anew what is around the field; the field only where nothing of its own is in it. */
  refresh(unit) {
    this.unit = unit;
    const entry = this.#entry();
    const { data } = this.view;
    passage(this.source, unit.source, unit.codes, data.source_locale, data.source_dir);
    if (unit.marker && unit.part < 2) this.source.prepend(element("span", "marker", unit.marker));
    const both = conflictBox(this.view, unit, entry);
    this.#redraw([changedBox(unit, data), both, alsoBox(this.view, unit, entry)].filter(Boolean));
    if (!this.field) {
      passage(this.target, unit.text, unit.codes, data.locale, data.dir);
      return;
    }
    this.#drawCodes();
    const wanted = this.#text();
    if (!this.isDirty && this.field.value !== wanted && !this.isComposing({})) this.field.value = wanted;
    if (!entry) this.isDirty = false;
    if (entry || !this.isNeedChosen) this.needs.checked = this.#isInNeed();
    this.back.hidden = !entry || Boolean(entry.request) || Boolean(both) || entry.text === unit.text;
    this.#measure();
  }

  /** Put boxes in place of those that are there, unless they say the same: focus may be in them. */
  #redraw(boxes) {
    const now = element("div");
    now.append(...boxes);
    if (now.textContent === this.boxes.textContent) return;
    const hadFocus = this.boxes.contains(document.activeElement);
    this.boxes.replaceChildren(...boxes);
    if (hadFocus) this.focus();
  }

  #measure() {
    const text = this.field.value;
    this.mirror.replaceChildren(marked(text, this.unit.codes, "span"), text.endsWith("\n") || !text ? "\u200b" : "");
    const lacking = new Set(missing(text, this.unit.codes));
    this.codes.forEach((each, index) => each.classList.toggle("missing", lacking.has(this.unit.codes[index])));
    this.#count(text);
  }

  #count(text) {
    const { longest } = this.unit;
    if (!longest) return;
    const length = [...text].length;
    const values = { n: number(length), most: number(longest), over: number(length - longest) };
    this.counter.textContent = say(length > longest ? "too_long" : "counter", values);
    this.counter.classList.toggle("over", length > longest);
  }

  /** Say what is missing, once somebody has paused; never while she types. */
  #hint() {
    const [first] = this.field.value.trim() ? missing(this.field.value, this.unit.codes) : [];
    this.hint.textContent = first ? say("missing", { code: apart(first) }) : "";
  }

  // --- what is done to it ----------------------------------------------------------------------------

  #typed(isBox = false) {
    const { doc } = this.view;
    this.isDirty = true;
    this.digest = this.unit.digest;
    if (!isBox && !this.isNeedChosen && this.field.value !== this.unit.text) this.needs.checked = false;
    doc.outbox.type(this.unit.id, this.field.value, this.needs.checked, doc.there(this.unit.id, this.digest));
    this.#measure();
    this.hint.textContent = "";
    clearTimeout(this.pause);
    this.pause = setTimeout(() => this.#hint(), PAUSE);
  }

  /** Put a text into the whole field, so that it can be undone. */
  fill(text) {
    write(this.field, text, 0, this.field.value.length);
  }

  /** Put the source in: as the text where there is none, else at the cursor. Nothing typed is lost. */
  copy() {
    if (this.field.value.trim()) write(this.field, this.unit.source, this.field.selectionEnd);
    else this.fill(this.unit.source);
  }

  insert(index) {
    const code = this.unit.codes[index];
    if (code) write(this.field, code);
  }

  backToSaved() {
    this.isNeedChosen = true;
    this.needs.checked = this.unit.state === "needs_work";
    this.fill(this.unit.text);
    if (this.#entry()?.text !== this.unit.text) return;
    this.view.doc.outbox.giveUp(this.unit.id, this.view.doc.there(this.unit.id));
    this.show(); // the texts that were typed elsewhere stay beside it
  }

  /** Show what there is now: what the entry says, or what is saved. */
  show() {
    this.take(this.#text());
  }

  /** Show a text that the person chose. */
  take(text) {
    this.isDirty = false;
    this.field.value = text;
    this.#measure();
  }

  /** Save; tell whether there was anything to save. */
  save() {
    const { doc } = this.view;
    const { unit, needs } = this;
    const isOpen = unit.is_changed || unit.state === "needs_work"; // then it is confirmed as it is
    if (!this.#entry() && unit.text && isOpen && !needs.checked) {
      doc.outbox.type(unit.id, this.field.value, needs.checked, doc.there(unit.id, this.digest), true);
    }
    if (!this.#entry()) return false;
    doc.outbox.save(unit.id, this.corrects);
    return true;
  }

  /** Tell whether what is typed can be a correction; say what to do where it cannot. */
  maySaveCorrection() {
    if (this.field.value.trim()) return true;
    this.hint.textContent = say("empty_correction");
    return false;
  }

  /** Let go of a correction; texts that were typed elsewhere stay. */
  cancel() {
    const { outbox } = this.view.doc;
    outbox.giveUp(this.unit.id, this.view.doc.there(this.unit.id));
    this.view.close();
  }

  focus() {
    (this.field ?? this.box).focus({ preventScroll: true });
  }

  gone() {
    clearTimeout(this.pause);
    this.box.remove();
  }
}
