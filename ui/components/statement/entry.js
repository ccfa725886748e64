// What is known of one text that is not saved yet, as plain values. The outbox changes them.

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

const MOST_SENT = 50; // drafts of one text that are remembered

/**
 * Make an entry of what is known of it; a trouble is of the page that met it. `over` is the translation
 * that it was typed over, `seen` that one's version; null where that is not known. `corrects` tells that a
 * reviewer writes it in the place of what she read. `sent` marks what
 * went to the server as a draft of it.
 */
export function entryOf(known) {
  return {
    needs: false, madeFrom: "", over: null, drafted: null, request: null, theirs: null, also: [], isWanted: false,
    isGiven: false, corrects: false, sent: [], ...known, trouble: "", sentence: "",
  };
}

/** Give a short mark by which a text is known again. */
function markOf(text) {
  let sum = 0;
  for (let at = 0; at < text.length; at += 1) sum = (Math.imul(sum, 31) + text.charCodeAt(at)) | 0;
  return `${text.length}.${sum.toString(36)}`;
}

/** Note that a text goes to the server as a draft; whether it arrives is not known yet. */
export function noteSent(entry, text) {
  const mark = markOf(text);
  entry.sent = [...entry.sent.filter((each) => each !== mark), mark].slice(-MOST_SENT);
}

/** Tell whether a text is an older draft of this entry: the person typed on from there herself. */
export function hasSent({ sent, drafted }, text) {
  return text === drafted || sent.includes(markOf(text));
}

/**
 * Take what was `found` in this browser in place of an entry that is a draft from the server, which
 * nobody has touched here. Where it was typed on from there, nothing of that is lost; another
 * device's draft stays beside it, a shorter one too. The server has what it gave, and no more.
 */
export function grownFrom(given, found) {
  const entry = entryOf(found);
  putBeside(entry, [hasSent(entry, given.text) ? "" : given.text, ...given.also.map((each) => each.text)]);
  if (entry.drafted !== given.drafted) entry.drafted = null;
  return entry;
}

/** Make the request that saves what an entry says now. */
export function requestOf({ text, needs, seen, madeFrom, corrects }) {
  const token = [...crypto.getRandomValues(new Uint32Array(6))].map((n) => n.toString(36)).join("");
  return { text, needs, seen, madeFrom, corrects, token };
}

/** Give what of an entry the browser keeps. */
export function asKept({ text, needs, seen, madeFrom, corrects, over, request, drafted, sent, theirs, also, at, isWanted }) {
  return { text, needs, seen, madeFrom, corrects, over, request, drafted, sent, theirs, also, at, isWanted };
}

/**
 * Give what was saved after this person began to type: by others, or by her own hand elsewhere. Null
 * where it is not so, or where it is not known over what she typed.
 */
export function savedSince(entry, unit) {
  const isOther = entry?.over !== null && unit.text !== entry?.over && unit.text !== entry?.text;
  if (!entry || entry.request || !isOther || unit.version <= entry.seen) return null;
  return { text: unit.text, isMine: unit.is_mine };
}

/** Tell whether the server has everything in an entry; what it has not would be lost with the entry. */
export function isOnServer({ text, drafted, request, also }) {
  return drafted === text && !request && !also?.length;
}

/** Put texts from elsewhere beside the entry's own; each once. */
export function putBeside(entry, texts) {
  for (const text of texts) {
    const isThere = !text || text === entry.text || entry.also.some((each) => each.text === text);
    if (!isThere) entry.also.push({ text });
  }
}

/** Tell whether an entry says something else by now than the request that is under way for it. */
export function isNewer({ text, needs, request }) {
  return text !== request.text || needs !== request.needs;
}
