// Drafts: what is typed goes to the server after each pause, and what another device typed comes from
// there. A draft is no save: the outbox keeps the text until it is saved.

import { troubleIn } from "./asking.js";
import { entryOf, hasSent, noteSent, putBeside } from "./entry.js";

const PAUSE = 1000; // after the last key, before the server gets a draft
const PATIENCE = 5000;

export class Drafts {
  /** Work for an outbox: on its entries, in its turns, over its line. */
  constructor(outbox) {
    this.outbox = outbox;
    this.known = new Map(); // paragraph -> texts that this page sent or was given as drafts
    this.pauses = new Map();
  }

  // --- to the server ---------------------------------------------------------------------------------

  /** Send a draft once somebody pauses. */
  later(unit) {
    this.#after(unit, PAUSE);
  }

  /** Send a draft as soon as it is its turn. */
  soon(unit) {
    this.#after(unit, 0);
  }

  #after(unit, wait) {
    this.stop(unit);
    this.pauses.set(unit, setTimeout(() => this.outbox.turns.take(unit, () => this.send(unit)), wait));
  }

  /** Send no draft: the text itself is saved, or nobody wants it any more. */
  stop(unit) {
    clearTimeout(this.pauses.get(unit));
  }

  /** Send a draft now, where the server has not got it. */
  async send(unit) {
    const { outbox } = this;
    const entry = outbox.get(unit);
    if (!entry || entry.request || entry.drafted === entry.text) return;
    const { text } = entry;
    this.know(unit, text);
    noteSent(entry, text);
    outbox.keep(unit, entry);
    const answer = await outbox.ask(
      "draft", { unit, text, seen: entry.seen, made_from: entry.madeFrom }, PATIENCE,
    );
    const isKept = answer.status === 204;
    if (outbox.get(unit) !== entry) {
      if (isKept) await this.drop(unit);
    } else if (isKept || (answer.status === 409 && !answer.data.error)) { // or it says what is saved
      outbox.backoff.calm();
      Object.assign(entry, { drafted: text, trouble: "", sentence: "" });
      outbox.keep(unit, entry);
      outbox.onChange(unit);
    } else if (!entry.request && (entry.text === text || troubleIn(answer) !== "refused")) {
      outbox.fail(unit, entry, answer); // a save that was asked for meanwhile has its own answer
    }
  }

  /** Let the server forget the draft of a text that nobody types any more. */
  drop(unit) {
    return this.outbox.get(unit) ? undefined : this.outbox.ask("draft", { unit, text: null }, PATIENCE);
  }

  // --- from the server -------------------------------------------------------------------------------

  /**
   * Hear which draft the server has, from another device or from here; null where it has none.
   * `there` is the translation as the server has it: {text, version}.
   */
  hear(unit, draft, there) {
    const entry = this.outbox.get(unit);
    if (entry) {
      this.#compare(unit, entry, draft, there);
    } else if (draft && draft.text !== there.text && !this.#isPast(unit, draft, there)) {
      this.know(unit, draft.text);
      const given = entryOf({
        text: draft.text, seen: draft.seen, madeFrom: draft.made_from ?? "", drafted: draft.text, at: Date.now(),
        isGiven: true,
      });
      noteSent(given, draft.text);
      this.outbox.adopt(unit, given);
    }
  }

  /** Tell whether a draft is one that this page is done with; a late answer may still bring it. */
  #isPast(unit, draft, there) {
    const known = this.known.get(unit);
    return Boolean(known) && (known.has(draft.text) || draft.seen < there.version);
  }

  #compare(unit, entry, draft, there) {
    const isTaken = ![null, draft?.text, there.text].includes(entry.drafted); // its place: by a save, or another draft
    const known = [...this.know(unit), entry.text, there.text];
    const isNews = draft && !known.includes(draft.text) && !hasSent(entry, draft.text);
    if (draft) this.know(unit, draft.text);
    if (!isTaken && !isNews) return;
    if (isNews) putBeside(entry, [draft.text]);
    if (isTaken) entry.drafted = null;
    if (isTaken && !draft && !entry.request) this.later(unit);
    this.outbox.keep(unit, entry);
    this.outbox.onChange(unit);
  }

  /** Give the texts of a paragraph that this page knows as drafts, with one more. */
  know(unit, ...texts) {
    const known = this.known.get(unit) ?? new Set();
    for (const each of texts) known.add(each);
    this.known.set(unit, known);
    return known;
  }
}
