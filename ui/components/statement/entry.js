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

/** Make an entry of what is known of it; a trouble is of the page that met it. */
export function entryOf(known) {
  return {
    needs: false, madeFrom: "", drafted: null, request: null, theirs: null, also: [], isWanted: false,
    ...known, trouble: "", sentence: "",
  };
}

/** Make the request that saves what an entry says now. */
export function requestOf({ text, needs, seen, madeFrom }) {
  const token = [...crypto.getRandomValues(new Uint32Array(6))].map((n) => n.toString(36)).join("");
  return { text, needs, seen, madeFrom, token };
}

/** Give what of an entry the browser keeps. */
export function asKept({ text, needs, seen, madeFrom, request, drafted, theirs, also, at, isWanted }) {
  return { text, needs, seen, madeFrom, request, drafted, theirs, also, at, isWanted };
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
