// The statement with its editor in place. Streamlit calls the default function at each run of the
// page; an open field with something unsaved in it is never touched by that.

import { Bar, showKeys, StatusLine } from "./bar.js";
import { button, goneBox } from "./boxes.js";
import { docOf, wakeOthers } from "./doc.js";
import { Editor } from "./editor.js";
import { Choice, FILTERS, nextToDo, READING_FILTERS } from "./filters.js";
import { isTypingOutside, Keyboard } from "./keyboard.js";
import { Reviewing } from "./reviewing.js";
import { element } from "./row.js";
import { Rows } from "./rows.js";
import { isNarrow, Sheet } from "./sheet.js";
import { learnSurely, number, say } from "./speech.js";
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
    Object.assign(this, { root, telling: new Telling(), editor: null });
    this.keyboard = new Keyboard(this);
    root.addEventListener("click", (event) => this.#clicked(event));
  }

  // --- what the page says ----------------------------------------------------------------------------

  async update(data, speak) {
    const before = this.data;
    this.data = data;
    this.telling.update(data.seen, speak);
    if (!before || ["person", "document", "locale", "words", "mode"].some((name) => before[name] !== data[name])) {
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
    this.reviewing = data.mode === "review" ? new Reviewing(this) : null;
    const filters = this.reviewing ? READING_FILTERS : FILTERS;
    this.choice = new Choice(filters);
    this.rows = new Rows(this);
    this.shown = [];
    this.saves = this.doc.saves;
    this.status = new StatusLine((unit, address) => (address ? location.assign(address) : this.open(unit)));
    this.bar = new Bar(this.status, filters, (name, wanted) => this.#choose(name, wanted), {
      keys: () => showKeys(this),
      next: () => this.#nextToDo(),
      rest: this.reviewing && (() => this.reviewing.readAll()),
    });
    this.return = button("", () => this.open(this.current), "main return");
    this.return.hidden = true;
    this.gones = element("div", "gones");
    root.replaceChildren(this.bar.box, this.gones, this.rows.empty, this.rows.list, this.return);
    this.sheet = new Sheet(root, this.status, {
      move: (step) => this.move(step),
      close: () => this.close(),
      help: () => this.help(),
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
    for (const unit of units) this.rows.refresh(unit);
    if (units === doc.units) this.rows.arrange(doc.units, this.editor?.unit.id);
    const open = this.editor && doc.unit(this.editor.unit.id);
    if (open && (!id || id === open.id)) this.editor.refresh(open);
    if (this.editor && !open && doc.isComplete) this.close();
    this.show();
    if (doc.isComplete && this.wanted) this.open(this.wanted);
    if (doc.saves !== this.saves) this.telling.tell(this.#at);
    this.saves = doc.saves;
  }

  /** Show the paragraphs that are chosen, and how things stand. */
  show() {
    const { doc, choice } = this;
    const isHeld = (id) => id === this.editor?.unit.id || doc.outbox.entries.has(id) || doc.deeds.get(id) || id === this.reviewing?.sending?.unit;
    this.shown = choice.from(doc.units, (id) => doc.outbox.get(id)?.text ?? "", isHeld);
    this.rows.show(this.shown);
    this.bar.refresh(doc.units);
    this.#tellStatus();
    this.gones.replaceChildren(...[goneBox(this)].filter(Boolean));
    this.#tellEmpty();
    this.#rove();
  }

  /** Say that there is nothing to show; and why something is shown all the same. */
  #tellEmpty() {
    const why = this.choice.isEmpty && !this.doc.trouble ? say(this.#whyEmpty()) : "";
    const but = why && this.shown.length ? say("held") : "";
    this.rows.tell([why, but].filter(Boolean));
  }

  /** The paragraph that the person is at: that in work, or where she reads. */
  get #at() {
    return this.editor?.unit.id ?? (this.reviewing ? this.current : "") ?? "";
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
    this.rows.rove(this.current);
  }

  /** Put the focus on a row. */
  point(id) {
    if (this.reviewing) {
      this.reviewing.goTo(id);
      return;
    }
    this.current = id;
    this.#rove();
    this.rows.get(id).go.focus();
  }

  #choose(name, wanted) {
    this.choice.choose(name, wanted);
    this.show();
  }

  // --- moving ----------------------------------------------------------------------------------------

  #openWhenThere(id) {
    this.wanted = id;
    if (this.doc.isComplete) this.open(id);
  }

  /** Open a paragraph: to be read where somebody reviews, else to be worked on. */
  open(id) {
    const isAsked = !this.wanted; // else the page opens it, whatever the person does by now
    this.wanted = "";
    if (!this.doc.unit(id) || !this.rows) return;
    if (!this.reviewing) {
      this.edit(id, isAsked);
      return;
    }
    if (this.editor) this.close(true);
    this.reviewing.goTo(id, isAsked);
  }

  /** Open the editor in the place of a paragraph. */
  edit(id, isAsked = true) {
    const unit = this.doc.unit(id);
    this.#shut();
    this.keyboard.moved();
    this.return.hidden = true;
    this.editor = new Editor(this, unit);
    this.current = id;
    this.#place(unit);
    this.show();
    if (isAsked || !isTypingOutside(this.root)) this.editor.focus();
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
    this.keyboard.moved();
    this.sheet.close();
    this.show();
    this.rows.get(id)?.go.focus();
    if (!isHelp) this.telling.tell(this.#at);
  }

  /** Show the help, which lies below the statement on a phone, and a way back to the paragraph. */
  help(id = this.editor.unit.id) {
    const { number: at } = this.doc.unit(id);
    if (this.editor) this.close(true);
    this.current = id;
    this.return.textContent = say("back_to", { n: number(at) });
    this.return.hidden = false;
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
    const to = this.reviewing ? this.reviewing.next(this.current) : nextToDo(this.doc.units, this.editor?.unit.id);
    if (to) this.open(to.id);
  }

  // --- what a person does ----------------------------------------------------------------------------

  save() {
    if (!this.editor?.field) return;
    if (this.doc.open(this.editor.unit.id) === "conflict") return; // which of the two is for the person to say
    if (this.reviewing && !this.editor.maySaveCorrection()) return;
    this.editor.save();
    const to = this.reviewing ? null : this.#neighbour(1);
    if (to) this.open(to.id);
    else this.close();
  }

  saveMine(id) {
    this.doc.outbox.saveMine(id, this.doc.unit(id).version);
    this.editor?.focus();
  }

  takeOther(id) {
    if (this.doc.open(id) === "conflict") {
      this.doc.outbox.giveUp(id, this.doc.there(id));
      this.editor?.show();
    } else {
      this.editor?.backToSaved();
    }
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
    if (!li || event.target.closest(".editor, .below") || li.classList.contains("open")) return;
    if (getSelection().toString() && !event.target.closest(".go")) return;
    this.open(li.dataset.unit);
  }
}
