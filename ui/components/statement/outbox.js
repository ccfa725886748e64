// Everything that was typed and is not saved yet: one entry per paragraph, from the first letter to
// the server's word that exactly these words are on its disk. It draws nothing.
//
// Laws: an entry lies in the browser before any request is sent; it is removed only when the server
// acknowledged exactly its text, or by the person's own choice; one request per paragraph is under
// way at most; a request is sent again as it was (same text, same token) until it is answered.

const PAUSE = 1000; // after the last key, before the server gets a draft
const LONGEST_WAIT = 30000;
const DRAFT_PATIENCE = 5000;

/** What a paragraph's entry is: worst first. Those that wait for a person, then for the server. */
export const STATES = [
  "other_person", "refused", "conflict", "signed_out", "offline", "saving", "also", "typing", "draft",
];

/** Say how far an entry is. */
export function stateOf(entry) {
  if (entry.theirs) return "conflict";
  if (entry.trouble) return entry.trouble;
  if (entry.request) return "saving";
  if (entry.also.length) return "also";
  return entry.drafted === entry.text ? "draft" : "typing";
}

function newToken() {
  return [...crypto.getRandomValues(new Uint32Array(6))].map((n) => n.toString(36)).join("");
}

export class Outbox {
  /**
   * `kept` keeps texts (see kept.js); `send(path, body, patience)` asks the server;
   * `onAcknowledged(unit, answer)` hears what the server has now, `onChange(unit)` that something
   * in an entry changed.
   */
  constructor({ kept, send, onAcknowledged, onChange }) {
    this.entries = new Map();
    this.touched = new Set(); // paragraphs that ever had an entry on this page
    this.saved = null; // {unit, at} of the last save
    this.kept = kept;
    this.send = send;
    this.onAcknowledged = onAcknowledged;
    this.onChange = onChange;
    this.turns = new Map();
    this.pauses = new Map();
    this.failures = 0;
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
      entry = { seen: there.version, drafted: null, request: null, theirs: null, also: [], trouble: "", sentence: "" };
      this.entries.set(unit, entry);
      this.touched.add(unit);
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
      entry.isWanted = entry.text !== entry.request.text || entry.needs !== entry.request.needs;
      this.#keep(unit, entry);
    } else {
      entry.request = {
        text: entry.text, needs: entry.needs, seen: entry.seen, madeFrom: entry.madeFrom, token: newToken(),
      };
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

  /** Let go of what was typed here: the person chose so, or it is what is saved anyway. */
  giveUp(unit) {
    const entry = this.entries.get(unit);
    if (!entry || entry.request) return;
    this.#remove(unit);
    if (entry.drafted !== null) this.#turn(unit, () => this.#drop(unit));
    this.onChange(unit);
  }

  /** Let go of what was typed for a paragraph that is gone, whatever is under way. */
  abandon(unit) {
    this.#remove(unit);
    this.#turn(unit, () => this.#drop(unit));
    this.onChange(unit);
  }

  /** Take up one of the texts that were typed elsewhere, or let go of it. */
  settle(unit, index, isWanted) {
    const entry = this.entries.get(unit);
    const [other] = entry?.also.splice(index, 1) ?? [];
    if (!other) return;
    if (isWanted) {
      if (entry.text) entry.also.push({ text: entry.text });
      entry.text = other.text;
      this.#pause(unit, PAUSE);
    }
    this.#keep(unit, entry);
    this.onChange(unit);
  }

  /** Take over an entry that another tab, another device or an earlier page left behind. */
  adopt(unit, found) {
    const entry = this.entries.get(unit);
    this.touched.add(unit);
    if (entry) {
      const isNews = found.text !== entry.text && !entry.also.some((each) => each.text === found.text);
      if (isNews) entry.also.push({ text: found.text });
      for (const each of found.also ?? []) entry.also.push(each);
      if (!isNews && !entry.request && found.request) entry.request = found.request;
    } else {
      this.entries.set(unit, { also: [], drafted: null, request: null, theirs: null, sentence: "", ...found, trouble: "" });
    }
    const now = this.entries.get(unit);
    this.#keep(unit, now);
    if (now.request) this.#post(unit);
    else if (now.drafted !== now.text) this.#pause(unit, 0);
    this.onChange(unit);
  }

  /** Take a draft that the server kept, from another device or from here. */
  adoptDraft(unit, draft, text) {
    const entry = this.entries.get(unit);
    if (!entry) {
      if (this.touched.has(unit) || draft.text === text) return;
      this.adopt(unit, {
        text: draft.text, needs: false, seen: draft.seen, madeFrom: draft.made_from ?? "", drafted: draft.text, at: Date.now(),
      });
      return;
    }
    const isKnown = [entry.drafted, entry.request?.text, text].includes(draft.text);
    const isPart = entry.text.startsWith(draft.text) || draft.text.startsWith(entry.text);
    if (!isKnown && !isPart && !this.touched.has(`${unit} met`)) {
      this.touched.add(`${unit} met`);
      entry.also.push({ text: draft.text });
      this.#keep(unit, entry);
      this.onChange(unit);
    }
  }

  /** Try everything again that waits for an answer. */
  wake() {
    clearTimeout(this.timer);
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
    const isOnlyHere = (entry) => entry.drafted !== entry.text || entry.request;
    return !this.kept.works && [...this.entries.values()].some(isOnlyHere);
  }

  // --- saving --------------------------------------------------------------------------------------

  #post(unit) {
    clearTimeout(this.pauses.get(unit));
    return this.#turn(unit, () => {
      const entry = this.entries.get(unit);
      return entry?.request && !entry.isFlying ? this.#postNow(unit, entry) : undefined;
    });
  }

  async #postNow(unit, entry) {
    const { request } = entry;
    entry.isFlying = true;
    const { status, data } = await this.send("save", {
      unit, text: request.text, seen: request.seen, token: request.token,
      needs_work: request.needs, made_from: request.madeFrom,
    });
    entry.isFlying = false;
    if (this.entries.get(unit) !== entry) return; // the person let go of it meanwhile
    if (status === 200) this.#acknowledge(unit, entry, request, data);
    else if (status === 409 && data.outcome === "kept") this.#meet(unit, entry, data);
    else this.#fail(unit, entry, status, data);
  }

  #acknowledge(unit, entry, request, answer) {
    this.failures = 0;
    this.saved = { unit, at: answer.at };
    const isAll = entry.text === request.text && entry.needs === request.needs && !entry.also.length;
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
    this.failures = 0;
    const theirs = { text: answer.text, version: answer.version, state: answer.state, isMine: answer.is_mine };
    Object.assign(entry, { request: null, trouble: "", isWanted: false, drafted: null, theirs });
    if (theirs.text === entry.text) {
      this.#remove(unit);
    } else {
      this.#keep(unit, entry);
      this.#pause(unit, PAUSE);
    }
    this.onAcknowledged(unit, answer);
    this.onChange(unit);
  }

  #fail(unit, entry, status, data) {
    entry.sentence = data.sentence ?? "";
    const isOther = data.error === "other_person";
    if (status === 401) entry.trouble = "signed_out";
    else if (status === 403 && isOther) entry.trouble = "other_person";
    else if (status >= 400 && status < 500 && status !== 408 && status !== 429) {
      Object.assign(entry, { trouble: "refused", request: null, isWanted: false });
    } else entry.trouble = "offline";
    this.#keep(unit, entry);
    if (entry.trouble !== "refused") this.#later();
    this.onChange(unit);
  }

  /** Try again after a while: 1, 2, 4 ... 30 seconds, not all browsers at once. */
  #later() {
    clearTimeout(this.timer);
    const wait = Math.min(LONGEST_WAIT, 1000 * 2 ** this.failures) * (0.75 + Math.random() / 2);
    this.failures = Math.min(this.failures + 1, 6);
    this.timer = setTimeout(() => this.wake(), wait);
  }

  // --- drafts --------------------------------------------------------------------------------------

  #pause(unit, wait) {
    clearTimeout(this.pauses.get(unit));
    this.pauses.set(unit, setTimeout(() => this.#turn(unit, () => this.#draft(unit)), wait));
  }

  async #draft(unit) {
    const entry = this.entries.get(unit);
    if (!entry || entry.request || entry.drafted === entry.text) return;
    const { text } = entry;
    const { status, data } = await this.send(
      "draft", { unit, text, seen: entry.seen, made_from: entry.madeFrom }, DRAFT_PATIENCE,
    );
    if (this.entries.get(unit) !== entry) {
      if (status === 204) await this.#drop(unit);
      return;
    }
    if (status === 204 || (status === 409 && !data.error)) {
      this.failures = 0;
      Object.assign(entry, { drafted: text, trouble: "", sentence: "" });
      this.#keep(unit, entry);
      this.onChange(unit);
    } else if (entry.text === text || status === 0 || status >= 500) {
      this.#fail(unit, entry, status, data);
    }
  }

  #drop(unit) {
    return this.entries.has(unit) ? undefined : this.send("draft", { unit, text: null }, DRAFT_PATIENCE);
  }

  // --- the rest ------------------------------------------------------------------------------------

  /** Let the requests of one paragraph go one after the other. */
  #turn(unit, act) {
    const before = this.turns.get(unit);
    const mine = before ? before.then(act, act) : Promise.resolve(act());
    this.turns.set(unit, mine);
    const end = () => this.turns.get(unit) === mine && this.turns.delete(unit);
    mine.then(end, end);
    return mine;
  }

  #keep(unit, entry) {
    const { text, needs, seen, madeFrom, request, drafted, theirs, also, at, isWanted } = entry;
    this.kept.put(unit, { text, needs, seen, madeFrom, request, drafted, theirs, also, at, isWanted });
  }

  #remove(unit) {
    clearTimeout(this.pauses.get(unit));
    this.entries.delete(unit);
    this.kept.drop(unit);
  }
}
