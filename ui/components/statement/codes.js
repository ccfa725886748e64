// What a translation keeps as it is: addresses, references, marks. A code is one thing: it is marked
// wherever it stands, put in as a whole and deleted as a whole.

const PATTERNS = new WeakMap();

/** Give what finds any of some codes; where one begins with another, the longer one. */
function patternOf(codes) {
  if (!PATTERNS.has(codes)) {
    const longestFirst = codes.filter(Boolean).sort((one, other) => other.length - one.length);
    const escaped = longestFirst.map((code) => code.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
    PATTERNS.set(codes, escaped.length ? new RegExp(escaped.join("|"), "g") : null);
  }
  return PATTERNS.get(codes);
}

/** Find the codes in a text: [{start, end, code}], in order, none inside another. */
export function codesIn(text, codes) {
  const pattern = patternOf(codes);
  if (!pattern) return [];
  return [...text.matchAll(pattern)].map(({ 0: code, index: start }) => ({ start, end: start + code.length, code }));
}

/** Name the codes that a text lacks, in the source's order. */
export function missing(text, codes) {
  const there = new Set(codesIn(text, codes).map((each) => each.code));
  return codes.filter((code) => !there.has(code));
}

/** Draw a text with its codes marked; each apart, so that its direction is its own. */
export function marked(text, codes, tag = "bdi") {
  const drawn = document.createDocumentFragment();
  let last = 0;
  for (const { start, end, code } of codesIn(text, codes)) {
    drawn.append(text.slice(last, start));
    const mark = document.createElement(tag);
    mark.className = "code";
    if (tag === "bdi") mark.dir = "ltr";
    mark.textContent = code;
    drawn.append(mark);
    last = end;
  }
  drawn.append(text.slice(last));
  return drawn;
}

/** Write into a field as if it were typed, so that it can be undone. */
export function write(field, text, start = field.selectionStart, end = field.selectionEnd) {
  field.focus();
  field.setSelectionRange(start, end);
  const isDone = document.execCommand(text ? "insertText" : "delete", false, text);
  if (!isDone) {
    field.setRangeText(text, start, end, "end");
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }
}

/** Keep the codes in a field whole; `codes()` says what they are by now. */
export function guard(field, codes) {
  let before = field.value;
  field.addEventListener("beforeinput", (event) => {
    before = field.value;
    if (event.isComposing) return;
    const { selectionStart: start, selectionEnd: end } = field;
    const back = event.inputType === "deleteContentBackward";
    const isDeleting = back || event.inputType === "deleteContentForward";
    if (start !== end) return;
    const at = isDeleting ? start - (back ? 1 : 0) : start;
    const code = codesIn(before, codes()).find((each) =>
      isDeleting ? each.start <= at && at < each.end : each.start < at && at < each.end,
    );
    if (!code) return;
    if (isDeleting && event.cancelable) {
      event.preventDefault();
      write(field, "", code.start, code.end);
    } else if (event.inputType.startsWith("insert")) {
      field.setSelectionRange(code.end, code.end);
    }
  });
  field.addEventListener("input", (event) => {
    if (event.inputType?.startsWith("delete")) takeRestAway(field, before, codes());
    before = field.value;
  });
}

/** Take away what is left of a code of which something was deleted. */
function takeRestAway(field, before, codes) {
  const now = field.value;
  const cut = before.length - now.length;
  const start = field.selectionStart; // where the deleted stretch was
  const end = start + cut;
  const isAsThought = cut > 0 && before.slice(0, start) + before.slice(end) === now;
  if (!isAsThought) return;
  const hurt = codesIn(before, codes).filter((each) => each.start < end && start < each.end);
  const from = Math.min(start, ...hurt.map((each) => each.start));
  const to = Math.max(end, ...hurt.map((each) => each.end)) - cut;
  if (from < to) write(field, "", from, to);
}
