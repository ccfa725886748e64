// A statement in one language as this page knows it: its texts, and what was typed over them.
// It outlives every drawing of it.

import { Deeds } from "./deeds.js";
import { fetched, isError, isFinal, isOurs, isSheet, tell } from "./asking.js";
import { Kept, left } from "./kept.js";
import { Outbox, stateOf } from "./outbox.js";
import { waitAsked } from "./pace.js";

const DOCS = new Map();
const MINUTE = 60000;
const AGAIN = 3000; // until the first texts are asked for once more
const AGAIN_LATER = 10000; // until news are, where nobody waits for them
const KNOWN = 50; // stamps

/** Give the statement that a page shows; the same one for each mount of it. */
export function docOf({ root, person, document, locale }) {
  const key = `${person}/${document}/${locale}`;
  if (!DOCS.has(key)) DOCS.set(key, new Doc(root, person, document, locale));
  return DOCS.get(key);
}

export class Doc {
  constructor(root, person, document, locale) {
    Object.assign(this, { root, person, document, locale });
    this.units = [];
    this.byId = new Map();
    this.may = new Set();
    this.stamp = "";
    this.known = new Set();
    this.trouble = ""; // why the texts could not be fetched
    this.isComplete = false;
    this.doubted = new Map(); // paragraph -> version that an answer did not know, though we do
    this.saves = 0; // that the server acknowledged
    this.listeners = new Set();
    this.kept = new Kept(person, document, locale);
    this.outbox = new Outbox({
      kept: this.kept,
      send: (path, body, patience) => this.#send(path, body, patience),
      onAcknowledged: (unit, answer) => this.#acknowledge(unit, answer),
      onChange: (unit) => this.#tell(unit),
    });
    this.deeds = new Deeds({
      person, document, locale,
      send: (path, body) => this.#send(path, body),
      onDone: (unit, answer) => this.#acknowledge(unit, answer),
      onRefused: () => this.load(),
      onChange: (unit) => this.#tell(unit),
    });
    this.kept.takeOver((unit, entry) => this.outbox.adopt(unit, entry));
  }

  /** Hear of every change: of one paragraph's id, or of the whole where it is empty. */
  listen(listener) {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  #tell(unit = "") {
    for (const each of this.listeners) each(unit);
    this.#reloadAfterComingBack();
  }

  unit(id) {
    return this.byId.get(id);
  }

  get maySave() {
    return this.may.has("translation.save");
  }

  /** What is typed over: the translation as it stands, and the source as it is seen. */
  there(id, digest = "") {
    const unit = this.unit(id);
    if (!unit) return { text: "", version: 0, needs: false, digest };
    return { text: unit.text, version: unit.version, needs: unit.state === "needs_work", digest: digest || unit.digest };
  }

  /** The state of what is typed here; "" where nothing is. */
  open(id) {
    const entry = this.outbox.get(id);
    return entry ? stateOf(entry) : "";
  }

  // --- the texts -----------------------------------------------------------------------------------

  /** Fetch the texts if the server has others by now. */
  refresh(stamp) {
    if (stamp === this.asked || this.known.has(stamp)) return;
    this.asked = stamp;
    this.load();
  }

  async load() {
    if (this.isLoading) {
      this.isLoadingAgain = true;
      return;
    }
    this.isLoading = true;
    try {
      await this.#fetch();
    } finally {
      this.isLoading = false;
      this.#fetchAgain();
    }
  }

  async #fetch() {
    const { document, locale } = this;
    this.isAnswered = false;
    const answer = await fetched(this.root, "api/statement", { document, locale }, this.person);
    this.#note(answer);
    if (isSheet(answer)) this.#take(answer.data);
    this.isAnswered = isSheet(answer) || (isError(answer) && isFinal(answer));
    this.asksFor = answer.after;
    this.#tell();
  }

  #fetchAgain() {
    clearTimeout(this.again);
    if (this.isLoadingAgain) {
      this.isLoadingAgain = false;
      this.load();
    } else if (!this.isAnswered && (!this.isComplete || this.listeners.size)) {
      const wait = this.isComplete ? AGAIN_LATER : AGAIN;
      this.again = setTimeout(() => this.load(), Math.max(wait, waitAsked(this.asksFor)));
    }
  }

  #take(data) {
    this.units = data.units.map((unit, index) => ({ ...this.#later(unit), number: index + 1 }));
    this.byId = new Map(this.units.map((unit) => [unit.id, unit]));
    Object.assign(this, { may: new Set(data.may), title: data.title, isComplete: true, trouble: "" });
    this.#learn(data.stamp);
    for (const unit of this.units) this.outbox.adoptDraft(unit.id, unit.draft ?? null, unit);
  }

  /**
   * Choose the later of what is here and what came: an answer may be older than a save. It is asked
   * for once more then; if the server still does not know what we know, it was set back, and is right.
   */
  #later(unit) {
    const before = this.byId.get(unit.id);
    const isBehind = before && before.version > unit.version;
    if (!isBehind || this.doubted.get(unit.id) === before.version) return unit;
    this.doubted.set(unit.id, before.version);
    this.isLoadingAgain = true;
    return { ...unit, ...translationOf(before) };
  }

  #learn(stamp) {
    this.stamp = stamp;
    this.known.add(stamp);
    if (this.known.size > KNOWN) this.known.delete(this.known.values().next().value);
  }

  /** Take what the server says after a save; where others saved too, ask for everything. */
  #acknowledge(id, answer) {
    const unit = this.unit(id);
    const isOurs = answer.outcome !== "kept";
    this.saves += 1;
    if (unit && answer.version >= unit.version) {
      Object.assign(unit, {
        reading: this.may.has("review.readings") ? readingAfter(unit, answer) : null,
        text: answer.text, state: answer.state, version: answer.version, is_mine: answer.is_mine, draft: null,
        ...(isOurs && { at: answer.at }),
        ...(isOurs && answer.state !== "needs_work" && { is_changed: false, made_from: "", mine_made_from: "" }),
      });
    }
    if (answer.is_alone || answer.stamp === this.stamp) this.#learn(answer.stamp);
    else this.load();
  }

  // --- the line to the server ------------------------------------------------------------------------

  async #send(path, body, patience) {
    const { document, locale, stamp } = this;
    const answer = await tell(this.root, `api/${path}`, this.person, { document, locale, stamp, ...body }, patience);
    this.#note(answer);
    return answer;
  }

  #note(answer) {
    const { status, data } = answer;
    if (status === 401) {
      this.trouble = "signed_out";
      this.wasSignedOut = true;
    } else if (status === 403 && data.error === "other_person") {
      this.trouble = "other_person";
    } else {
      if (isOurs(answer)) this.#answered(); // a refusal too: it knew who asked
      const isRefused = isError(answer) || !isOurs(answer);
      const isOver = isFinal(answer) && data.sentence;
      if (!this.isComplete && isRefused) this.trouble = isOver ? data.sentence : "offline";
    }
  }

  #answered() {
    this.trouble = "";
    this.isBack = this.wasSignedOut;
  }

  /** Once signed in again with nothing left to save: the page's own socket still has the old cookie. */
  #reloadAfterComingBack() {
    if (this.isBack && this.outbox.entries.size === 0 && !this.deeds.isWaiting()) {
      this.isBack = this.wasSignedOut = false;
      location.reload();
    }
  }

  /** Try again what waits, and look for news; for when the tab, the line or the person comes back. */
  wake() {
    this.kept.takeOver((unit, entry) => this.outbox.adopt(unit, entry));
    this.outbox.wake();
    this.deeds.wake();
    if (this.listeners.size && (this.trouble || !this.isComplete)) this.load();
  }
}

/** What of a paragraph its translation brings along. */
function translationOf({ text, state, version, is_mine, at, is_changed, made_from, mine_made_from, reading }) {
  return { text, state, version, is_mine, at, is_changed, made_from, mine_made_from, reading };
}

/** What a reviewer may do with a paragraph after an answer, until the texts are fetched anew. */
function readingAfter(unit, { state, text, is_mine }) {
  if (state === "reviewed") return null;
  const before = unit.state === "reviewed" ? unit.text : (unit.reading?.before ?? "");
  const whyNot = state === "translated" ? (is_mine ? "own_text" : "not_read") : "not_ready";
  return { why_not: whyNot, before: before === text ? "" : before, findings: [] };
}

/** Send also what was typed in statements that nobody has opened on this page. */
export function wakeOthers({ root, person }) {
  for (const [document, locale] of left(person)) docOf({ root, person, document, locale });
}

function each(act) {
  return () => DOCS.forEach(act);
}

function isAtRisk() {
  return [...DOCS.values()].some((doc) => doc.outbox.isAtRisk() || doc.deeds.isWaiting());
}

const wakeAll = each((doc) => doc.wake());
const flushAll = each((doc) => doc.outbox.flush());

addEventListener("online", wakeAll);
addEventListener("focus", wakeAll);
addEventListener("pagehide", flushAll);
addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  if (isAtRisk()) wakeAll();
  else location.reload(); // another tab may have taken over what was typed in this one
});
document.addEventListener("visibilitychange", () => (document.hidden ? flushAll() : wakeAll()));
addEventListener("beforeunload", (event) => {
  if (isAtRisk()) event.preventDefault();
});
addEventListener("storage", ({ key, newValue }) => {
  for (const doc of DOCS.values()) {
    if (!doc.kept.isOf(key)) continue;
    doc.kept.takeOver((unit, entry) => doc.outbox.adopt(unit, entry));
    if (newValue === null && doc.listeners.size) doc.load(); // saved there, or given up
  }
});
setInterval(() => {
  if (document.hidden) return;
  for (const doc of DOCS.values()) if (doc.listeners.size) doc.load();
}, MINUTE);
