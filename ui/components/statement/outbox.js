// Everything that was typed and is not saved yet: one entry per paragraph, from the first letter to
// the server's word that exactly these words are on its disk. It draws nothing.
//
// Laws: an entry lies in the browser before any request is sent; it is removed only when the server
// acknowledged exactly its text, or by the person's own choice; one request per paragraph is under
// way at most; a request is sent again as it was (same text, same token) until it is answered.

import { isBeside, isSaved, troubleIn } from "./asking.js";
import { asKept, entryOf, isNewer, isOnServer, putBeside, requestOf, stateOf, STATES } from "./entry.js";
import { Backoff, Turns } from "./pace.js";

export { isOnServer, stateOf, STATES };

const PAUSE = 1000; // after the last key, before the server gets a draft
const DRAFT_PATIENCE = 5000;

/** Let a listener fail on its own: what is typed must not wait for what is drawn. */
function alone(listener) {
  return (...values) => {
    try {
      listener(...values);
    } catch (error) {
      console.error(error);
    }
  };
}

export class Outbox {
  /**
   * `kept` keeps texts (see kept.js); `send(path, body, patience)` asks the server;
   * `onAcknowledged(unit, answer)` hears what the server has now, `onChange(unit)` that something
   * in an entry changed.
   */
  constructor({ kept, send, onAcknowledged, onChange }) {
    this.entries = new Map();
    this.known = new Map(); // paragraph -> texts that this page sent or was given as drafts
    this.saved = null; // {unit, at} of the last save
    this.kept = kept;
    this.send = send;
    this.onAcknowledged = alone(onAcknowledged);
    this.onChange = alone(onChange);
    this.turns = new Turns();
    this.pauses = new Map();
    this.backoff = new Backoff(() => this.wake());
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
      entry = entryOf({ seen: there.version });
      this.entries.set(unit, entry);
      this.#know(unit);
    }
    if (entry.trouble === "refused") Object.assign(entry, { trouble: "", sentence: "" });
    Object.assign(entry, { text, needs, madeFrom: there.digest, at: Date.now() });
    const isAsFar = needs === there.needs || !text; // no text needs no work
    const isAsSaved = text === there.text && isAsFar && entry.seen === there.version;
    if (!isSure && isAsSaved && !entry.request && !entry.theirs && !entry.also.length) {
      this.giveUp(unit);
      return;
    }
    this.#keep(unit, entry);
    this.#pause(unit, PAUSE);
    this.onChange(unit);
  }

  /** Save what the entry says now; while an earlier text is under way, as soon as that is answered. */
  save(unit) {
    const entry = this.entries.get(unit);
    if (!entry || entry.theirs) return;
    if (entry.request) {
      entry.isWanted = isNewer(entry);
      this.#keep(unit, entry);
    } else {
      entry.request = requestOf(entry);
      this.#know(unit, entry.text);
      if (entry.trouble === "refused") Object.assign(entry, { trouble: "", sentence: "" });
      this.#keep(unit, entry);
    }
    this.#post(unit);
    this.onChange(unit);
  }

  /** Put one's own text over the other one, which stays in the history. */
  saveMine(unit) {
    const entry = this.entries.get(unit);
    if (!entry?.theirs) return;
    Object.assign(entry, { seen: entry.theirs.version, theirs: null });
    this.save(unit);
  }

  /**
   * Let go of what was typed here: the person chose so, or it is what is saved anyway. Texts from
   * elsewhere stay, beside what is saved, until each is taken up or let go of.
   */
  giveUp(unit) {
    const entry = this.entries.get(unit);
    if (!entry || entry.request) return;
    const { theirs } = entry;
    if (!entry.also.length) {
      this.#remove(unit);
      if (entry.drafted !== null) this.turns.take(unit, () => this.#drop(unit));
    } else if (theirs) {
      this.#stay(unit, entry, theirs);
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
      this.#keep(unit, following);
    } else {
      this.turns.take(unit, () => this.#drop(unit));
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
      this.#pause(unit, PAUSE);
    }
    this.#keep(unit, entry);
    this.onChange(unit);
  }

  /** Take over an entry that another tab, another device or an earlier page left behind. */
  adopt(unit, found) {
    let entry = this.entries.get(unit);
    this.#know(unit);
    if (entry) {
      if (found.text === entry.text && !entry.request) entry.request = found.request ?? null;
      const unsent = entry.request === found.request ? [] : [found.request?.text];
      putBeside(entry, [found.text, ...unsent, ...(found.also ?? []).map((each) => each.text)]);
    } else {
      entry = entryOf(found);
      this.entries.set(unit, entry);
    }
    this.#keep(unit, entry);
    if (entry.request) this.#post(unit);
    else if (entry.drafted !== entry.text) this.#pause(unit, 0);
    this.onChange(unit);
  }

  /**
   * Hear which draft the server has, from another device or from here; null where it has none.
   * `there` is the translation as the server has it: {text, version}.
   */
  adoptDraft(unit, draft, there) {
    const entry = this.entries.get(unit);
    if (entry) {
      this.#compare(unit, entry, draft, there);
    } else if (draft && draft.text !== there.text && !this.#isPast(unit, draft, there)) {
      this.#know(unit, draft.text);
      this.adopt(unit, {
        text: draft.text, seen: draft.seen, madeFrom: draft.made_from ?? "", drafted: draft.text, at: Date.now(),
      });
    }
  }

  /** Tell whether a draft is one that this page is done with; a late answer may still bring it. */
  #isPast(unit, draft, there) {
    const known = this.known.get(unit);
    return Boolean(known) && (known.has(draft.text) || draft.seen < there.version);
  }

  #compare(unit, entry, draft, there) {
    const isTaken = ![null, draft?.text, there.text].includes(entry.drafted); // its place: by a save, or another draft
    const known = [...this.#know(unit), entry.drafted, there.text];
    const isNews = draft && !known.includes(draft.text) && !entry.text.startsWith(draft.text);
    if (draft) this.#know(unit, draft.text);
    if (!isTaken && !isNews) return;
    if (isNews) putBeside(entry, [draft.text]);
    if (isTaken) entry.drafted = null;
    if (isTaken && !draft && !entry.request) this.#pause(unit, PAUSE);
    this.#keep(unit, entry);
    this.onChange(unit);
  }

  /** Try everything again that waits for an answer. */
  wake() {
    this.backoff.stop();
    for (const [unit, entry] of this.entries) {
      if (entry.request) this.#post(unit);
      else if (entry.drafted !== entry.text && entry.trouble !== "refused") this.#pause(unit, 0);
    }
  }

  /** Send what can still be sent from a page that goes away. */
  flush() {
    for (const [unit, entry] of this.entries) {
      if (entry.isFlying || (this.turns.has(unit) && this.kept.works)) continue;
      if (entry.request) this.#postNow(unit, entry);
      else if (entry.drafted !== entry.text) this.#draft(unit);
    }
  }

  /** Tell whether something would be lost if this tab were closed now. */
  isAtRisk() {
    return !this.kept.works && ![...this.entries.values()].every(isOnServer);
  }

  // --- saving --------------------------------------------------------------------------------------

  #post(unit) {
    clearTimeout(this.pauses.get(unit));
    return this.turns.take(unit, () => {
      const entry = this.entries.get(unit);
      return entry?.request && !entry.isFlying ? this.#postNow(unit, entry) : undefined;
    });
  }

  async #postNow(unit, entry) {
    const { request } = entry;
    entry.isFlying = true;
    const answer = await this.#ask("save", {
      unit, text: request.text, seen: request.seen, token: request.token,
      needs_work: request.needs, made_from: request.madeFrom,
    });
    entry.isFlying = false;
    if (this.entries.get(unit) !== entry) return; // the person let go of it meanwhile
    if (isSaved(answer)) this.#acknowledge(unit, entry, request, answer.data);
    else if (isBeside(answer)) this.#meet(unit, entry, answer.data);
    else this.#fail(unit, entry, answer);
  }

  /** Ask the server; what cannot even be sent is not answered. */
  async #ask(path, body, patience) {
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
    Object.assign(entry, { request: null, trouble: "", sentence: "", isWanted: false, seen: answer.version, drafted: null });
    if (isAll) this.#remove(unit);
    else this.#keep(unit, entry);
    this.onAcknowledged(unit, answer);
    if (!isAll && isWanted) this.save(unit);
    else if (!isAll) this.#pause(unit, PAUSE);
    this.onChange(unit);
  }

  /** Somebody saved another text meanwhile; the server keeps ours beside it. */
  #meet(unit, entry, answer) {
    this.backoff.calm();
    const theirs = { text: answer.text, version: answer.version, state: answer.state, isMine: answer.is_mine };
    Object.assign(entry, { request: null, trouble: "", isWanted: false, drafted: null, theirs });
    if (theirs.text === entry.text) {
      this.#stay(unit, entry, theirs);
    } else {
      this.#keep(unit, entry);
      this.#pause(unit, PAUSE);
    }
    this.onAcknowledged(unit, answer);
    this.onChange(unit);
  }

  /** Let go of the entry's own text for the one that is saved; texts from elsewhere stay beside it. */
  #stay(unit, entry, { text, version, state }) {
    if (!entry.also.length) {
      this.#remove(unit);
      return;
    }
    Object.assign(entry, { text, seen: version, needs: state === "needs_work", theirs: null, trouble: "", sentence: "" });
    this.#keep(unit, entry);
    this.#pause(unit, PAUSE);
  }

  #fail(unit, entry, answer) {
    Object.assign(entry, { trouble: troubleIn(answer), sentence: answer.data.sentence ?? "" });
    if (entry.trouble === "refused") {
      this.#refuse(unit, entry);
    } else {
      this.#keep(unit, entry);
      this.backoff.later(answer.after);
    }
    this.onChange(unit);
  }

  /** What is refused is not sent again; what was typed meanwhile is another text, with its own answer. */
  #refuse(unit, entry) {
    const hasMore = entry.request && isNewer(entry);
    const isWanted = hasMore && entry.isWanted;
    Object.assign(entry, { request: null, isWanted: false });
    this.#keep(unit, entry);
    if (isWanted) this.save(unit);
    else if (hasMore) this.#pause(unit, PAUSE);
  }

  // --- drafts --------------------------------------------------------------------------------------

  #pause(unit, wait) {
    clearTimeout(this.pauses.get(unit));
    this.pauses.set(unit, setTimeout(() => this.turns.take(unit, () => this.#draft(unit)), wait));
  }

  async #draft(unit) {
    const entry = this.entries.get(unit);
    if (!entry || entry.request || entry.drafted === entry.text) return;
    const { text } = entry;
    this.#know(unit, text);
    const answer = await this.#ask(
      "draft", { unit, text, seen: entry.seen, made_from: entry.madeFrom }, DRAFT_PATIENCE,
    );
    const isKept = answer.status === 204;
    if (this.entries.get(unit) !== entry) {
      if (isKept) await this.#drop(unit);
    } else if (isKept || (answer.status === 409 && !answer.data.error)) { // or it says what is saved
      this.backoff.calm();
      Object.assign(entry, { drafted: text, trouble: "", sentence: "" });
      this.#keep(unit, entry);
      this.onChange(unit);
    } else if (!entry.request && (entry.text === text || troubleIn(answer) !== "refused")) {
      this.#fail(unit, entry, answer); // a save that was asked for meanwhile has its own answer
    }
  }

  #drop(unit) {
    return this.entries.has(unit) ? undefined : this.#ask("draft", { unit, text: null }, DRAFT_PATIENCE);
  }

  // --- the rest ------------------------------------------------------------------------------------

  #keep(unit, entry) {
    this.kept.put(unit, asKept(entry));
  }

  /** Give the texts of a paragraph that this page knows as drafts, with one more. */
  #know(unit, ...texts) {
    const known = this.known.get(unit) ?? new Set();
    for (const each of texts) known.add(each);
    this.known.set(unit, known);
    return known;
  }

  #remove(unit) {
    clearTimeout(this.pauses.get(unit));
    this.entries.delete(unit);
    this.kept.drop(unit);
  }
}
