// The statement with its editor in place. Streamlit calls the default function at each run of the
// page; an open field with something unsaved in it is never touched by that.

import { Bar, showKeys, StatusLine } from "./bar.js";
import { goneBox } from "./boxes.js";
import { docOf, wakeOthers } from "./doc.js";
import { Editor } from "./editor.js";
import { Choice, FILTERS } from "./filters.js";
import { actionOf } from "./keys.js";
import { arrange, element, Row } from "./row.js";
import { isNarrow, Sheet } from "./sheet.js";
import { learnSurely, say } from "./speech.js";
import { elsewhere, status } from "./status.js";
import { Telling } from "./telling.js";
import { place } from "./asking.js";

const VIEWS = new WeakMap();
const LOOK_ELSEWHERE = 2000; // at texts in other statements, of which nobody tells

export default function statement({ data, parentElement, setStateValue }) {
  let view = VIEWS.get(parentElement);
  if (!view) VIEWS.set(parentElement, (view = new View(parentElement.querySelector(".ust"))));
  view.update(data, (at) => setStateValue("at", at));
  return () => {
    view.gone();
    VIEWS.delete(parentElement);
  };
}

class View {
  constructor(root) {
    this.root = root;
    this.telling = new Telling();
    this.editor = null;
    root.addEventListener("keydown", (event) => this.#pressed(event));
    root.addEventListener("click", (event) => this.#clicked(event));
  }

  // --- what the page says ----------------------------------------------------------------------------

  async update(data, speak) {
    const before = this.data;
    this.data = data;
    this.telling.update(data.seen, speak);
    if (!before || ["person", "document", "locale", "words"].some((name) => before[name] !== data[name])) {
      await this.#begin(data, before);
      return;
    }
    this.doc.refresh(data.stamp);
    if (before.open !== data.open && data.open) this.#openWhenThere(data.open);
  }

  async #begin(data, before) {
    this.#leave(before);
    const doc = (this.doc = docOf(data));
    const begun = (this.begun = {}); // which beginning this is; a later one ends it
    doc.refresh(data.stamp);
    const isOver = () => this.isGone || this.begun !== begun;
    if (!(await learnSurely(place(data.root, data.words), isOver))) return;
    this.#build();
    this.stop = doc.listen((unit) => this.draw(unit));
    this.draw();
    const asked = this.data.open;
    const last = doc.last?.asked === asked ? doc.last.unit : ""; // drawn elsewhere: go on there
    if (last || asked) this.#openWhenThere(last || asked);
    setTimeout(() => wakeOthers(data), 0);
    this.looking = setInterval(() => this.#tellStatus(), LOOK_ELSEWHERE);
  }

  #build() {
    const { root, data } = this;
    Object.assign(root, { lang: data.ui, dir: data.ui_dir });
    this.choice = new Choice();
    this.rows = new Map();
    this.shown = [];
    this.saves = this.doc.saves;
    this.status = new StatusLine((unit, address) => (address ? location.assign(address) : this.open(unit)));
    this.bar = new Bar(this.status, (name, wanted) => this.#choose(name, wanted), {
      keys: () => showKeys(root),
      next: () => this.#nextToDo(),
    });
    this.gones = element("div", "gones");
    this.list = element("ol", "rows");
    this.list.setAttribute("aria-label", say("statement"));
    this.empty = element("p", "nothing");
    root.replaceChildren(this.bar.box, this.gones, this.list, this.empty);
    this.sheet = new Sheet(root, this.status, {
      move: (step) => this.move(step),
      close: () => this.close(),
      help: () => this.#help(),
    });
  }

  #leave(data) {
    if (this.editor) this.doc.last = { unit: this.editor.unit.id, asked: data.open };
    this.stop?.();
    clearInterval(this.looking);
    this.editor?.gone();
    this.editor = null;
    this.wanted = "";
  }

  gone() {
    this.isGone = true;
    this.telling.end();
    this.#leave(this.data);
    this.sheet?.close();
  }

  // --- drawing ---------------------------------------------------------------------------------------

  /** Draw one paragraph anew, or all where none is named. */
  draw(id = "") {
    const { doc } = this;
    const units = id && doc.unit(id) && this.rows.size === doc.units.length ? [doc.unit(id)] : doc.units;
    for (const unit of units) this.#row(unit).refresh(unit);
    if (units === doc.units) this.#arrange();
    const open = this.editor && doc.unit(this.editor.unit.id);
    if (open && (!id || id === open.id)) this.editor.refresh(open);
    if (this.editor && !open && doc.isComplete) this.close();
    this.#show();
    if (doc.isComplete && this.wanted) this.open(this.wanted);
    if (doc.saves !== this.saves) this.telling.tell(this.editor?.unit.id ?? "");
    this.saves = doc.saves;
  }

  #row(unit) {
    if (!this.rows.has(unit.id)) this.rows.set(unit.id, new Row(unit, this));
    return this.rows.get(unit.id);
  }

  /** Put the rows into the statement's order, and take away those that are gone. */
  #arrange() {
    const wanted = this.doc.units.map((unit) => this.rows.get(unit.id).li);
    for (const [id, row] of this.rows) {
      if (this.doc.unit(id)) continue;
      row.li.remove();
      this.rows.delete(id);
    }
    arrange(this.list, wanted, this.rows.get(this.editor?.unit.id)?.li);
  }

  #show() {
    const { doc, choice } = this;
    const isHeld = (id) => id === this.editor?.unit.id || doc.outbox.entries.has(id);
    this.shown = choice.from(doc.units, (id) => doc.outbox.get(id)?.text ?? "", isHeld);
    const shown = new Set(this.shown.map((unit) => unit.id));
    for (const [id, row] of this.rows) row.li.hidden = !shown.has(id);
    this.bar.refresh(doc.units);
    this.#tellStatus();
    this.gones.replaceChildren(...[goneBox(this)].filter(Boolean));
    this.empty.hidden = this.shown.length > 0 || Boolean(doc.trouble);
    this.empty.textContent = this.empty.hidden ? "" : say(this.#whyEmpty());
    this.#rove();
  }

  #tellStatus() {
    const here = status(this.doc, this.editor?.unit.id ?? "");
    this.status.show(elsewhere(this.doc, here) ?? here);
  }

  #whyEmpty() {
    if (!this.doc.isComplete) return "loading";
    return `empty_${this.choice.wanted ? "search" : this.choice.name}`;
  }

  /** One row is reached by Tab: the last one that had the focus, else the first one shown. */
  #rove() {
    const current = this.shown.find((unit) => unit.id === this.current) ?? this.shown[0];
    this.current = current?.id;
    for (const [id, row] of this.rows) row.go.tabIndex = id === this.current ? 0 : -1;
  }

  #choose(name, wanted) {
    this.choice.choose(name, wanted);
    this.#show();
  }

  // --- moving ----------------------------------------------------------------------------------------

  #openWhenThere(id) {
    this.wanted = id;
    if (this.doc.isComplete) this.open(id);
  }

  open(id) {
    this.wanted = "";
    const unit = this.doc.unit(id);
    if (!unit || !this.list) return;
    this.#shut();
    this.editor = new Editor(this, unit);
    this.current = id;
    this.#place(unit);
    this.#show();
    this.editor.focus();
    this.telling.tell(id);
  }

  #place(unit) {
    const row = this.rows.get(unit.id);
    row.li.hidden = false;
    row.li.classList.add("open");
    if (isNarrow()) {
      const index = this.doc.units.indexOf(unit);
      this.sheet.show(this.editor, index + 1, this.doc.units.length);
    } else {
      this.sheet.close();
      row.li.append(this.editor.box);
      row.li.scrollIntoView({ block: "nearest" });
    }
  }

  #shut() {
    if (!this.editor) return;
    this.rows.get(this.editor.unit.id)?.li.classList.remove("open");
    this.editor.gone();
    this.editor = null;
  }

  /** Back to the row; what was typed stays as it is. */
  close(isHelp = false) {
    const id = this.editor?.unit.id;
    this.doc.last = null;
    this.#shut();
    this.sheet.close();
    this.#show();
    this.rows.get(id)?.go.focus();
    if (!isHelp) this.telling.tell("");
  }

  #help() {
    this.close(true);
    document.querySelector(".st-key-us-help")?.scrollIntoView({ block: "start" });
  }

  #neighbour(step) {
    const at = this.shown.findIndex((unit) => unit.id === (this.editor?.unit.id ?? this.current));
    return this.shown[at + step];
  }

  move(step) {
    const to = this.#neighbour(step);
    if (to) this.open(to.id);
  }

  #nextToDo() {
    const from = this.doc.units.findIndex((unit) => unit.id === this.editor?.unit.id);
    const inOrder = [...this.doc.units.slice(from + 1), ...this.doc.units.slice(0, from + 1)];
    const to = inOrder.find((unit) => FILTERS.todo(unit) && unit.id !== this.editor?.unit.id);
    if (to) this.open(to.id);
  }

  // --- what a person does ----------------------------------------------------------------------------

  save() {
    if (!this.editor?.field) return;
    const isConflict = this.doc.open(this.editor.unit.id) === "conflict";
    if (isConflict) return; // which of the two is for the person to say
    this.editor.save();
    const to = this.#neighbour(1);
    if (to) this.open(to.id);
    else this.close();
  }

  saveMine(id) {
    this.doc.outbox.saveMine(id);
    this.editor?.focus();
  }

  takeOther(id) {
    this.doc.outbox.giveUp(id);
    this.editor?.show();
    this.editor?.focus();
  }

  settle(id, index, isWanted) {
    const { doc } = this;
    doc.outbox.settle(id, index, isWanted);
    const entry = doc.outbox.get(id);
    if (isWanted) this.editor.take(entry.text);
    else if (!entry.also.length) doc.outbox.type(id, entry.text, entry.needs, doc.there(id));
    this.editor.focus();
  }

  /** Let go of one of the texts of a paragraph that is gone: `index` beside the first, -1 for that. */
  forgetGone(id, index) {
    if (index >= 0) this.doc.outbox.settle(id, index, false);
    else this.doc.outbox.abandon(id); // the next one takes its place
  }

  #clicked(event) {
    const li = event.target.closest("li.row");
    if (!li || event.target.closest(".editor") || li.classList.contains("open")) return;
    if (getSelection().toString() && !event.target.closest(".go")) return;
    this.open(li.dataset.unit);
  }

  #pressed(event) {
    event.stopPropagation(); // no key typed here is one of the page's
    if (this.editor?.field === event.target ? this.editor.isComposing(event) : event.isComposing) return;
    if (event.target.closest("dialog.keys")) return;
    if (event.target.closest(".go") && this.#walked(event)) return;
    const asked = actionOf(event);
    const isHeld = asked?.action === "save" && event.repeat; // or it would save neighbour after neighbour
    if (isHeld || (asked && this.#done(asked))) event.preventDefault();
  }

  #done({ action, digit }) {
    if (action === "keys") {
      showKeys(this.root);
      return true;
    }
    const { editor } = this;
    if (!editor) return false;
    if (action === "save") this.save();
    if (action === "next") this.move(1);
    if (action === "previous") this.move(-1);
    if (action === "close") this.close();
    if (action === "copy" && editor.field) editor.copy();
    if (action === "code" && editor.field) editor.insert(digit - 1);
    return true;
  }

  /** From row to row by arrows, Home and End. */
  #walked(event) {
    const steps = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity };
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.code in steps)) return false;
    const at = this.shown.findIndex((unit) => unit.id === event.target.closest("li").dataset.unit);
    const to = Math.max(0, Math.min(this.shown.length - 1, at + steps[event.code]));
    event.preventDefault();
    this.current = this.shown[to].id;
    this.#rove();
    this.rows.get(this.current).go.focus();
    return true;
  }
}
