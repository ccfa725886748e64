// Everything that was typed and is not saved yet: one entry per paragraph, from the first letter to
// the server's word that exactly these words are on its disk. It draws nothing.
//
// Laws: an entry lies in the browser before any request is sent; it is removed only when the server
// acknowledged exactly its text, or by the person's own choice; one request per paragraph is under
// way at most; a request is sent again as it was (same text, same token) until it is answered.

import { isBeside, isSaved, troubleIn } from "./asking.js";
import { asKept, entryOf, grownFrom, isNewer, isOnServer, putBeside, requestOf, stateOf, STATES } from "./entry.js";
import { Drafts } from "./drafts.js";
import { alone, Backoff, Turns } from "./pace.js";

export { isOnServer, stateOf, STATES };

export class Outbox {
  /**
   * `kept` keeps texts (see kept.js); `send(path, body, patience)` asks the server;
   * `onAcknowledged(unit, answer)` hears what the server has now, `onChange(unit)` that something
   * in an entry changed.
   */
  constructor({ kept, send, onAcknowledged, onChange }) {
    this.entries = new Map();
    this.saved = null; // {unit, at} of the last save
    this.kept = kept;
    this.send = send;
    this.onAcknowledged = alone(onAcknowledged);
    this.onChange = alone(onChange);
    this.turns = new Turns();
    this.backoff = new Backoff(() => this.wake());
    this.drafts = new Drafts(this);
  }

  get(unit) {
    return this.entries.get(unit);
  }

  /**
   * Take what was typed. `there` is what it is typed over: {text, version, needs, digest}. What says
   * the same as that is nothing, unless the person `isSure`: then the text is confirmed.
   */
  type(unit, text, needs, there, isSure = false) {
    let entry = this.entries.get(unit);
    if (!entry) {
      entry = entryOf({ seen: there.version, over: there.text });
      this.entries.set(unit, entry);
      this.drafts.know(unit);
    }
    if (entry.trouble === "refused") Object.assign(entry, { trouble: "", sentence: "" });
    Object.assign(entry, { text, needs, madeFrom: there.digest, at: Date.now(), isGiven: false });
    const isAsFar = needs === there.needs || !text; // no text needs no work
    const isAsSaved = text === there.text && isAsFar && entry.seen === there.version;
    if (!isSure && isAsSaved && !entry.request && !entry.theirs && !entry.also.length) {
      this.giveUp(unit, there);
      return;
    }
    this.keep(unit, entry);
    this.drafts.later(unit);
    this.onChange(unit);
  }

  /**
   * Save what the entry says now; while an earlier text is under way, as soon as that is answered.
   * It `corrects` where a reviewer says so.
   */
  save(unit, corrects) {
    const entry = this.entries.get(unit);
    if (!entry || entry.theirs) return;
    Object.assign(entry, { isGiven: false, corrects: corrects ?? entry.corrects });
    if (entry.request) {
      entry.isWanted = isNewer(entry);
      this.keep(unit, entry);
    } else {
      entry.request = requestOf(entry);
      this.drafts.know(unit, entry.text);
      if (entry.trouble === "refused") Object.assign(entry, { trouble: "", sentence: "" });
      this.keep(unit, entry);
    }
    this.#post(unit);
    this.onChange(unit);
  }

  /** Put one's own text over the other one, which stays in the history; `version` is what one saw. */
  saveMine(unit, version = 0) {
    const entry = this.entries.get(unit);
    if (!entry || entry.request) return;
    Object.assign(entry, { seen: entry.theirs?.version ?? Math.max(entry.seen, version), theirs: null });
    this.save(unit);
  }

  /**
   * Let go of what was typed here: the person chose so, or it is what is saved anyway. Texts from
   * elsewhere stay, beside what is saved, until each is taken up or let go of. `there` is that:
   * {text, version, needs}.
   */
  giveUp(unit, there) {
    const entry = this.entries.get(unit);
    if (!entry || entry.request) return;
    if (entry.also.length) {
      this.#stay(unit, entry, entry.theirs ?? there);
    } else {
      this.#remove(unit);
      if (entry.drafted !== null) this.turns.take(unit, () => this.drafts.drop(unit));
    }
    this.onChange(unit);
  }

  /** Let go of what was typed for a paragraph that is gone, whatever is under way; the next text follows. */
  abandon(unit) {
    const entry = this.entries.get(unit);
    const [next, ...also] = entry?.also ?? [];
    this.#remove(unit);
    if (next) {
      const following = entryOf({ text: next.text, also, seen: entry.seen, at: entry.at });
      this.entries.set(unit, following);
      this.keep(unit, following);
    } else {
      this.turns.take(unit, () => this.drafts.drop(unit));
    }
    this.onChange(unit);
  }

  /** Take up one of the texts that were typed elsewhere, or let go of it. */
  settle(unit, index, isWanted) {
    const entry = this.entries.get(unit);
    const [other] = entry?.also.splice(index, 1) ?? [];
    if (!other) return;
    if (isWanted) {
      const mine = entry.text;
      entry.text = other.text;
      putBeside(entry, [mine]);
      this.drafts.later(unit);
    }
    this.keep(unit, entry);
    this.onChange(unit);
  }

  /** Take over an entry that another tab, another device or an earlier page left behind. */
  adopt(unit, found) {
    let entry = this.entries.get(unit);
    this.drafts.know(unit);
    if (entry?.isGiven) {
      entry = grownFrom(entry, found);
      this.entries.set(unit, entry);
    } else if (entry) {
      if (found.text === entry.text && !entry.request) entry.request = found.request ?? null;
      const unsent = entry.request === found.request ? [] : [found.request?.text];
      putBeside(entry, [found.text, ...unsent, ...(found.also ?? []).map((each) => each.text)]);
      entry.sent = [...entry.sent, ...(found.sent ?? [])];
    } else {
      entry = entryOf(found);
      this.entries.set(unit, entry);
    }
    this.keep(unit, entry);
    if (entry.request) this.#post(unit);
    else if (entry.drafted !== entry.text) this.drafts.soon(unit);
    this.onChange(unit);
  }

  /** Hear which draft the server has; see `Drafts.hear`. */
  adoptDraft(unit, draft, there) {
    this.drafts.hear(unit, draft, there);
  }

  /** Try everything again that waits for an answer. */
  wake() {
    this.backoff.stop();
    for (const [unit, entry] of this.entries) {
      if (entry.request) this.#post(unit);
      else if (entry.drafted !== entry.text && entry.trouble !== "refused") this.drafts.soon(unit);
    }
  }

  /** Send what can still be sent from a page that goes away. */
  flush() {
    for (const [unit, entry] of this.entries) {
      if (entry.isFlying || (this.turns.has(unit) && this.kept.works)) continue;
      if (entry.request) this.#postNow(unit, entry);
      else if (entry.drafted !== entry.text) this.drafts.send(unit);
    }
  }

  /** Tell whether something would be lost if this tab were closed now. */
  isAtRisk() {
    return !this.kept.works && ![...this.entries.values()].every(isOnServer);
  }

  // --- saving --------------------------------------------------------------------------------------

  #post(unit) {
    this.drafts.stop(unit);
    return this.turns.take(unit, () => {
      const entry = this.entries.get(unit);
      return entry?.request && !entry.isFlying ? this.#postNow(unit, entry) : undefined;
    });
  }

  async #postNow(unit, entry) {
    const { request } = entry;
    entry.isFlying = true;
    const answer = await this.ask("save", {
      unit, text: request.text, seen: request.seen, token: request.token,
      needs_work: request.needs, made_from: request.madeFrom, corrects: Boolean(request.corrects),
    });
    entry.isFlying = false;
    if (this.entries.get(unit) !== entry) return; // the person let go of it meanwhile
    if (isSaved(answer)) this.#acknowledge(unit, entry, request, answer.data);
    else if (isBeside(answer)) this.#meet(unit, entry, answer.data);
    else this.fail(unit, entry, answer);
  }

  /** Ask the server; what cannot even be sent is not answered. */
  async ask(path, body, patience) {
    try {
      return await this.send(path, body, patience);
    } catch {
      return { status: 0, data: {} };
    }
  }

  #acknowledge(unit, entry, request, answer) {
    this.backoff.calm();
    this.saved = { unit, at: answer.at };
    const isAll = !isNewer({ ...entry, request }) && !entry.also.length;
    const isWanted = entry.isWanted;
    Object.assign(entry, { request: null, trouble: "", sentence: "", isWanted: false, seen: answer.version, over: answer.text, drafted: null });
    if (isAll) this.#remove(unit);
    else this.keep(unit, entry);
    this.onAcknowledged(unit, answer);
    if (!isAll && isWanted) this.save(unit);
    else if (!isAll) this.drafts.later(unit);
    this.onChange(unit);
  }

  /** Somebody saved another text meanwhile; the server keeps ours beside it. */
  #meet(unit, entry, answer) {
    this.backoff.calm();
    const needs = answer.state === "needs_work";
    const theirs = { text: answer.text, version: answer.version, needs, isMine: answer.is_mine };
    Object.assign(entry, { request: null, trouble: "", isWanted: false, drafted: null, theirs });
    if (theirs.text === entry.text) {
      this.#stay(unit, entry, theirs);
    } else {
      this.keep(unit, entry);
      this.drafts.later(unit);
    }
    this.onAcknowledged(unit, answer);
    this.onChange(unit);
  }

  /** Let go of the entry's own text for the one that is saved; texts from elsewhere stay beside it. */
  #stay(unit, entry, { text, version, needs }) {
    if (!entry.also.length) {
      this.#remove(unit);
      return;
    }
    Object.assign(entry, { text, seen: version, over: text, needs, theirs: null, trouble: "", sentence: "" });
    this.keep(unit, entry);
    this.drafts.later(unit);
  }

  fail(unit, entry, answer) {
    Object.assign(entry, { trouble: troubleIn(answer), sentence: answer.data.sentence ?? "" });
    if (entry.trouble === "refused") {
      this.#refuse(unit, entry);
    } else {
      this.keep(unit, entry);
      this.backoff.later(answer.after);
    }
    this.onChange(unit);
  }

  /** What is refused is not sent again; what was typed meanwhile is another text, with its own answer. */
  #refuse(unit, entry) {
    const hasMore = entry.request && isNewer(entry);
    const isWanted = hasMore && entry.isWanted;
    Object.assign(entry, { request: null, isWanted: false });
    this.keep(unit, entry);
    if (isWanted) this.save(unit);
    else if (hasMore) this.drafts.later(unit);
  }

  // --- the rest ------------------------------------------------------------------------------------

  keep(unit, entry) {
    this.kept.put(unit, asKept(entry));
  }

  #remove(unit) {
    this.drafts.stop(unit);
    this.entries.delete(unit);
    this.kept.drop(unit);
  }
}
