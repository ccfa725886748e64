// Reading as a second person: what each paragraph offers, and what is done with it. The statement
// stands as it is read; a paragraph is approved, corrected in its place, or sent back with a reason.

import { button, changedBox, difference, findingsBox } from "./boxes.js";
import { oddIn, waits } from "./filters.js";
import { isTypingOutside } from "./keyboard.js";
import { askForRest } from "./rest.js";
import { element, passage } from "./row.js";
import { SendingBack } from "./sending.js";
import { isNarrow } from "./sheet.js";
import { number, say } from "./speech.js";

const ACTIONS = new Set(["approve", "correct", "send_back", "down", "up"]);

export class Reviewing {
  constructor(view) {
    this.view = view;
    this.sending = null; // the form that is open
    this.read = new Map(); // paragraph -> version that stood here first, or when she went to it
    this.news = ""; // the paragraph to which she came because another text stands there
  }

  /** Give the version of a paragraph that the reviewer has had before her. */
  seen(unit) {
    return this.read.get(unit.id) ?? unit.version;
  }

  /** Note which version stands here now, where she has seen none or did that herself. */
  #note(unit) {
    const isTold = this.deeds.get(unit.id)?.trouble === "refused"; // and has the new text before her
    const isOwn = unit.is_mine || unit.state !== "translated";
    if (!this.read.has(unit.id) || isTold || isOwn) this.read.set(unit.id, unit.version);
  }

  get deeds() {
    return this.view.doc.deeds;
  }

  // --- one row ---------------------------------------------------------------------------------------

  /** Draw the translation with what changed since it was last approved; tell whether there was any. */
  target(host, unit, entry) {
    const before = unit.reading?.before;
    if (!before || entry || !unit.text) return false;
    const { locale: lang, dir } = this.view.data;
    passage(host, "", [], lang, dir);
    host.append(...difference(before, unit.text, { ...this.view.data, source_locale: lang, source_dir: dir }).childNodes);
    return true;
  }

  /** Draw what can be done with a paragraph, or why nothing can. */
  draw(row, unit) {
    const deed = this.deeds.get(unit.id);
    const isCurrent = this.view.current === unit.id;
    const isSending = this.sending?.unit === unit.id;
    const isTyped = Boolean(this.view.doc.outbox.get(unit.id));
    const drawn = JSON.stringify([unit.state, unit.version, this.seen(unit), unit.reading, unit.is_changed, deed, isTyped, isCurrent, isSending, this.news]);
    this.#note(unit);
    row.li.classList.toggle("current", isCurrent);
    if (row.decided === drawn) return;
    row.decided = drawn;
    row.below ??= row.li.appendChild(element("div", "below"));
    const hadFocus = row.below.contains(document.activeElement);
    row.below.replaceChildren(...this.#parts(unit, deed, isSending).filter(Boolean));
    for (const each of row.below.querySelectorAll(".choices button")) each.tabIndex = isCurrent ? 0 : -1;
    this.#describe(row, unit);
    if (hadFocus && !row.below.contains(document.activeElement)) row.go.focus({ preventScroll: true });
  }

  /** Let whoever hears a row hear, too, that something in it looks wrong. */
  #describe(row, unit) {
    const odd = row.below.querySelector(".box.odd");
    if (odd) odd.id = `ust-odd-${unit.id}`;
    if (odd) row.go.setAttribute("aria-describedby", odd.id);
    else row.go.removeAttribute("aria-describedby");
  }

  #parts(unit, deed, isSending) {
    if (unit.state === "untranslated") return [];
    const changed = unit.reading?.why_not === "old_source" && changedBox(unit, this.view.data);
    const odd = findingsBox(oddIn(unit));
    if (deed && deed.trouble !== "refused") return [element("p", "label", say("deciding"))];
    const refused = deed && element("p", "label refused", say(`not_${deed.act}`, { why: deed.sentence }));
    if (isSending) return [changed, odd, refused, this.sending.box];
    return [changed, odd, refused, this.#news(unit), this.#why(unit), this.#choices(unit)];
  }

  /** Say that another text stands here than the one that she had before her, or one of hers. */
  #news(unit) {
    if (this.view.doc.outbox.get(unit.id)) return element("p", "label", say("why_not_saved"));
    const isNews = this.#isNew(unit) || this.news === unit.id;
    return isNews ? element("p", "label refused", say("why_changed")) : null;
  }

  #isNew(unit) {
    return waits(unit) && this.seen(unit) !== unit.version;
  }

  #why(unit) {
    const why = unit.reading?.why_not;
    return why && why !== "not_ready" ? element("p", "label why", say(`why_${why}`)) : null;
  }

  #choices(unit) {
    if (unit.is_mine && unit.state !== "reviewed") return null; // it waits for somebody else
    if (unit.state === "reviewed" && this.view.current !== unit.id) return null;
    const choices = element("div", "choices");
    choices.setAttribute("role", "group");
    choices.setAttribute("aria-label", say("actions", { n: number(unit.number) }));
    if (waits(unit) && !this.view.doc.outbox.get(unit.id)) choices.append(this.#approveButton(unit));
    choices.append(button(`✎ ${say("correct")}`, () => this.correct(unit.id)));
    if (unit.state !== "needs_work") choices.append(button(`↩ ${say("send_back")}`, () => this.sendBack(unit.id)));
    if (isNarrow() && this.view.current === unit.id) choices.append(button(say("help"), () => this.view.help(unit.id), "quiet"));
    return choices;
  }

  /** A second click is not meant for the next paragraph, which may have come under the hand. */
  #approveButton(unit) {
    const act = ({ detail }) => {
      if (detail < 2) this.approve(unit.id);
    };
    return button(`✓ ${say("approve")}`, act, "main");
  }

  // --- moving ----------------------------------------------------------------------------------------

  /** Go to a paragraph and read on there; `isAsked` by the person, who then gets the focus there. */
  goTo(id, isAsked = true) {
    const { view } = this;
    const before = view.current;
    view.choice.shown.add(id); // whatever is looked for: one goes there
    this.news = this.#isNew(view.doc.unit(id)) ? id : "";
    this.read.set(id, view.doc.unit(id).version);
    view.current = id;
    view.show();
    for (const each of [before, id]) if (view.rows.get(each)) this.draw(view.rows.get(each), view.doc.unit(each));
    const row = view.rows.get(id);
    row.li.scrollIntoView({ block: "nearest" });
    if (isAsked || !isTypingOutside(view.root)) row.go.focus({ preventScroll: true });
    view.telling.tell(id);
  }

  /** Go to the next paragraph that waits, from the beginning again after the last; else to the next. */
  goOn(id) {
    const next = this.next(id);
    if (next) this.goTo(next.id);
    else this.goTo(id);
  }

  next(id) {
    const { units } = this.view.doc;
    const from = units.findIndex((unit) => unit.id === id);
    const inOrder = [...units.slice(from + 1), ...units.slice(0, from + 1)];
    return inOrder.find((unit) => unit.id !== id && waits(unit) && !this.deeds.get(unit.id));
  }

  // --- what a reviewer does --------------------------------------------------------------------------

  approve(id) {
    const unit = this.view.doc.unit(id);
    if (!waits(unit) || this.view.doc.outbox.get(id)) return;
    if (this.#isNew(unit)) {
      this.goTo(id); // she reads the new text first
      return;
    }
    this.deeds.take(id, { act: "approve", seen: this.seen(unit) });
    this.goOn(id);
  }

  correct(id) {
    const { state } = this.view.doc.unit(id);
    if (state === "untranslated") return;
    this.deeds.forget(id);
    this.view.edit(id);
  }

  sendBack(id) {
    const unit = this.view.doc.unit(id);
    if (!["translated", "reviewed"].includes(unit.state) || (unit.is_mine && unit.state !== "reviewed")) return;
    this.deeds.forget(id);
    const before = this.sending?.unit;
    this.sending = new SendingBack(id, this.deeds, {
      send: (reason) => this.#send(id, unit.version, reason),
      cancel: () => this.#shut(id),
    });
    if (before && this.view.doc.unit(before)) this.draw(this.view.rows.get(before), this.view.doc.unit(before));
    this.goTo(id);
    this.deeds.onAdopted = (adopted) => adopted === this.sending?.unit && this.sending.refresh();
    this.sending.focus();
  }

  #send(id, seen, reason) {
    this.sending = null;
    this.deeds.take(id, { act: "send_back", seen, ...reason });
    this.goOn(id);
  }

  #shut(id) {
    this.sending = null;
    this.goTo(id);
  }

  readAll() {
    askForRest(this.view);
  }

  // --- keys ------------------------------------------------------------------------------------------

  /** Do what a key of the list asks for, pressed in a row; tell whether it was one of ours. */
  pressed(action, row) {
    if (!ACTIONS.has(action)) return false;
    const { shown, current } = this.view;
    if (row?.dataset.unit !== current) {
      this.goTo(row.dataset.unit); // the focus was left there; nothing is decided on another row
      return true;
    }
    const at = shown.findIndex((unit) => unit.id === current);
    if (at < 0) return false;
    if (action === "approve") this.approve(current);
    if (action === "correct") this.correct(current);
    if (action === "send_back") this.sendBack(current);
    if (action === "down" && shown[at + 1]) this.goTo(shown[at + 1].id);
    if (action === "up" && shown[at - 1]) this.goTo(shown[at - 1].id);
    return true;
  }
}
