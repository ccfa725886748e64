// The one line that says how things stand: worst first, from everything that is not saved yet.

import { place } from "./asking.js";
import { docOf } from "./doc.js";
import { left } from "./kept.js";
import { STATES, stateOf } from "./outbox.js";
import { apart, clock, number, say, sayCount } from "./speech.js";

/** Find what has to be said first, and how often: {state, unit, entry, count}; null where all is saved. */
export function worst(entries) {
  let found = null;
  for (const [unit, entry] of entries) {
    const rank = STATES.indexOf(stateOf(entry));
    if (!found || rank < found.rank) found = { rank, state: STATES[rank], unit, entry, count: 1 };
    else if (rank === found.rank) found.count += 1;
  }
  return found;
}

/** Put it into words: {text, state, unit}; `unit` is where to go, empty where one is there. */
export function status(doc, open) {
  if (doc.trouble === "other_person" || doc.trouble === "signed_out") {
    const isKept = doc.outbox.entries.size > 0 && doc.kept.works;
    return { state: doc.trouble, unit: "", text: say(isKept ? `${doc.trouble}_kept` : doc.trouble) };
  }
  const found = worst(doc.outbox.entries);
  const deciding = !found && decision(doc);
  if (deciding) return deciding;
  if (!found) return { state: "saved", unit: "", text: savedAt(doc) };
  const { state, entry } = found;
  const values = { n: number(doc.unit(found.unit)?.number ?? ""), why: entry.sentence, name: apart(theirName(doc, found.unit)) };
  const unit = found.unit === open ? "" : found.unit;
  if (!doc.kept.works && doc.outbox.isAtRisk()) return { state: "only_here", unit, text: say("only_here") };
  const isHere = !unit && (state === "typing" || state === "draft");
  return { state, unit, text: isHere ? say(`${state}_here`) : sentence(found, values) };
}

const VISITED = new Set(); // statements shown on this page: a browser that keeps no texts names none

/**
 * Put into words that another statement of this person has a text that is not saved: {text, state,
 * unit, address}. Null where something as bad has to be said `here`, or a draft is all there is and
 * something is said here.
 */
export function elsewhere(doc, here) {
  VISITED.add(doc);
  for (const [document, locale] of left(doc.person)) VISITED.add(docOf({ ...doc, document, locale }));
  let found = null;
  for (const other of VISITED) {
    const its = other !== doc && other.person === doc.person && worst(other.outbox.entries);
    if (its && (!found || its.rank < found.rank)) found = { ...its, other };
  }
  if (!found || (STATES.indexOf(found.state) >= QUIET && here.text)) return null;
  const rank = STATES.indexOf(here.state);
  if (rank >= 0 ? rank <= found.rank : here.state !== "saved" || doc.trouble) return null;
  const { document, locale, root } = found.other;
  const address = place(root, "translate");
  address.search = new URLSearchParams({ document, locale, paragraph: found.unit });
  return { state: "elsewhere", unit: found.unit, address, text: say("elsewhere") };
}

/** Put into words what a reviewer decided and is not written down yet; null where all is. */
function decision(doc) {
  const [refused] = [...doc.deeds.entries].filter(([, { trouble }]) => trouble === "refused");
  const [open] = refused ? [refused] : doc.deeds.entries;
  if (!open) return null;
  const [unit, { act, trouble, sentence: why }] = open;
  if (!trouble) return { state: "saving", unit: "", text: say("saving") };
  const values = { n: number(doc.unit(unit)?.number ?? ""), why };
  if (trouble === "refused") return { state: trouble, unit, text: say(`not_${act}_of`, values) };
  return { state: trouble, unit, text: say(why ? "deciding_busy" : "deciding_offline", values) };
}

const QUIET = STATES.indexOf("typing"); // from here on nothing is wrong

function sentence({ state, entry, count }, values) {
  if (state === "offline" && count > 1) return sayCount(values.why ? "busy_many" : "offline_many", count, { why: values.why });
  if (state === "conflict") return say(conflictKey(entry.theirs, values.name), values);
  if (state === "refused") return say(values.why ? "refused" : "refused_why", values);
  if (state === "offline" && values.why) return say("refused", values);
  return say(state, values);
}

/** Choose the sentence about another text: from another tab, by somebody whose name is known, or not. */
export function conflictKey(theirs, name) {
  if (theirs.isMine) return "conflict_mine";
  return name === apart("") ? "conflict" : "conflict_by";
}

/** Name whose words the translation is, once that is known. */
export function theirName(doc, id) {
  return nameOf(doc.unit(id), doc.outbox.get(id)?.theirs);
}

/** Name who saved a text, where that is the translation of a paragraph as we know it. */
export function nameOf(unit, theirs) {
  return unit && theirs && unit.text === theirs.text ? unit.author : "";
}

function savedAt(doc) {
  if (doc.trouble) return say(doc.trouble === "offline" ? "no_line" : "not_here");
  const { saved } = doc.outbox;
  const decided = doc.deeds.last;
  if (decided && !(saved?.at > decided.at)) return say(`done_${decided.act}`, { time: clock(decided.at) });
  return saved ? say("saved", { time: clock(saved.at) }) : "";
}
