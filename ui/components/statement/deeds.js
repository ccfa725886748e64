// What a reviewer decided and the server has not written down yet: one decision per paragraph. A
// decision is sent again as it was until it is answered; the reason for sending a text back lies in
// the browser from the first letter until then.

import { isError, isFinal, isSaved, troubleIn } from "./asking.js";
import { BESIDE, Kept } from "./kept.js";
import { alone, Backoff, Turns } from "./pace.js";

export class Deeds {
  /** `send(path, body)` asks the server; `onDone(unit, answer)` and `onChange(unit)` as in outbox.js. */
  constructor({ person, document, locale, send, onDone, onChange, onRefused }) {
    this.onAdopted = () => {}; // hears that a reason of another tab was joined to this one's
    this.entries = new Map(); // paragraph -> {act, seen, chosen, said, trouble, sentence}
    this.reasons = new Map(); // paragraph -> {text, chosen} of a text that may go back
    this.last = null; // {act, at} of the last one that was written down
    this.send = send;
    this.onDone = alone(onDone);
    this.onChange = alone(onChange);
    this.onRefused = alone(onRefused);
    this.turns = new Turns();
    this.backoff = new Backoff(() => this.wake());
    this.kept = new Kept(person, BESIDE, `${document}.${locale}`);
    this.kept.takeOver((unit, entry) => this.#adopt(unit, entry));
  }

  get(unit) {
    return this.entries.get(unit);
  }

  /** Decide; `deed` is {act, seen} and, for a text that goes back, {chosen, said}. */
  take(unit, deed) {
    if (this.#isUnderWay(unit)) return;
    this.entries.set(unit, { chosen: [], said: "", ...deed, trouble: "", sentence: "" });
    this.onChange(unit);
    this.#post(unit);
  }

  #isUnderWay(unit) {
    const entry = this.entries.get(unit);
    return Boolean(entry) && entry.trouble !== "refused";
  }

  /** Tell whether a decision would be lost if this tab were closed now. */
  isWaiting() {
    return [...this.entries.values()].some(({ trouble }) => trouble !== "refused");
  }

  /** Let go of a decision that was refused: the reviewer has seen why. */
  forget(unit) {
    if (this.#isUnderWay(unit) || !this.entries.delete(unit)) return;
    this.onChange(unit);
  }

  /** Try everything again that waits for an answer. */
  wake() {
    this.backoff.stop();
    for (const [unit, { trouble }] of this.entries) if (trouble !== "refused") this.#post(unit);
  }

  #post(unit) {
    return this.turns.take(unit, async () => {
      const entry = this.entries.get(unit);
      if (!this.#isUnderWay(unit)) return;
      const { act, seen, chosen, said } = entry;
      const answer = await this.send("decide", { unit, act, seen, chosen, said });
      if (isSaved(answer)) this.#done(unit, entry, answer.data);
      else this.#failed(unit, entry, answer);
    });
  }

  #done(unit, { act }, answer) {
    this.backoff.calm();
    this.entries.delete(unit);
    if (act === "send_back") this.#drop(unit);
    this.last = { act, at: answer.at };
    this.onDone(unit, answer);
    this.onChange(unit);
  }

  #failed(unit, entry, answer) {
    Object.assign(entry, { trouble: troubleIn(answer), sentence: answer.data.sentence ?? "" });
    if (entry.trouble !== "refused") this.backoff.later(answer.after);
    else this.onRefused(unit);
    this.onChange(unit);
  }

  /** Approve all that was read and may be approved: `{approved, skipped}`, or the sentence why not. */
  async approveRest(seen) {
    const answer = await this.send("approve-rest", { seen });
    if (answer.status === 200 && Array.isArray(answer.data.approved)) return answer.data;
    return { sentence: isError(answer) && isFinal(answer) ? answer.data.sentence : "" };
  }

  // --- reasons ---------------------------------------------------------------------------------------

  /** Give the reason that is being written for a paragraph. */
  reason(unit) {
    return this.reasons.get(unit) ?? { text: "", chosen: [] };
  }

  /** Keep a reason while it is written; an empty one is forgotten. */
  keep(unit, text, chosen) {
    if (!text && !chosen.length) {
      this.#drop(unit);
      return;
    }
    this.reasons.set(unit, { text, chosen });
    this.kept.put(unit, { text, chosen, drafted: null, at: Date.now() });
  }

  #drop(unit) {
    this.reasons.delete(unit);
    this.kept.drop(unit);
  }

  #adopt(unit, { text, chosen }) {
    const mine = this.reason(unit);
    const isMore = text && !mine.text.includes(text);
    this.keep(unit, isMore ? [mine.text, text].filter(Boolean).join("\n") : mine.text, [...new Set([...mine.chosen, ...(chosen ?? [])])]);
    this.onAdopted(unit);
  }
}
