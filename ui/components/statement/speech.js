// The sentences of this interface, all of which come from the server in the reader's language.

const LANGUAGES = new Map();
const PATIENCE = 8000; // for one try
const [FIRST_WAIT, LONGEST_WAIT] = [500, 15000]; // before the next
let spoken = { tag: "en", digits: "0123456789", sentences: {} };

/** Learn the language of who looks; `words` is the address of its sentences. */
export async function learn(address) {
  const where = new URL(address, document.baseURI).href;
  if (!LANGUAGES.has(where)) {
    const how = { credentials: "same-origin", signal: AbortSignal.timeout(PATIENCE) };
    const known = fetch(where, how).then((answer) => {
      if (!answer.ok) throw new Error(`no sentences: ${answer.status}`);
      return answer.json();
    });
    known.catch(() => LANGUAGES.delete(where));
    LANGUAGES.set(where, known);
  }
  spoken = await LANGUAGES.get(where);
  return spoken;
}

/** Learn a language however often that has to be tried; tell whether it was still wanted by then. */
export async function learnSurely(address, isOver) {
  for (let wait = FIRST_WAIT; ; wait = Math.min(LONGEST_WAIT, 2 * wait)) {
    const isLearned = await learn(address).then(() => true, () => false);
    if (isOver()) return false;
    if (isLearned) return true;
    await new Promise((done) => setTimeout(done, wait));
    if (isOver()) return false;
  }
}

/** Say a sentence with its values put in. */
export function say(key, values = {}) {
  const sentence = spoken.sentences[key] ?? "";
  return sentence.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
}

/** Say a sentence about a number of things, in the form that goes with it. */
export function sayCount(key, count, values = {}) {
  const form = new Intl.PluralRules(spoken.tag).select(count);
  return say(`${key}_${form}`, { n: number(count), ...values });
}

/** Write a number in the reader's digits. */
export function number(value) {
  return String(value).replace(/[0-9]/g, (digit) => [...spoken.digits][digit]);
}

/** Write the time of a moment, in the reader's own zone. */
export function clock(moment) {
  const how = { hour: "numeric", minute: "2-digit", numberingSystem: "latn" };
  return number(new Intl.DateTimeFormat(spoken.tag, how).format(new Date(moment)));
}

/** Keep a name or a foreign text apart, so that its direction does not disturb the sentence. */
export function apart(text) {
  return `\u2068${text}\u2069`;
}
