// What changed between two texts, word by word; letter by letter where words are not set apart.

const LETTERS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]\p{M}*/u;
const PIECES = new RegExp(`${LETTERS.source}|[\\p{L}\\p{M}\\p{N}_'’]+|\\s+|.`, "gsu");
const MOST = 1_000_000; // comparisons; beyond, the middle counts as replaced

function pieces(text) {
  // A letter of such a script must not be swallowed by the run of letters before it.
  const apart = new RegExp(`(${LETTERS.source})`, "gu");
  return text.split(apart).flatMap((part) => part.match(PIECES) ?? []);
}

let last = { before: "", after: "", found: [] }; // the box is drawn at each key, its texts stay

/** Compare two texts: [{kind: "same" | "del" | "ins", text}], in order. */
export function differences(before, after) {
  if (last.before !== before || last.after !== after) last = { before, after, found: compareTexts(before, after) };
  return last.found;
}

function compareTexts(before, after) {
  const [old, now] = [pieces(before), pieces(after)];
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < old.length - start && end < now.length - start && old.at(-1 - end) === now.at(-1 - end)) end += 1;
  const middle = compared(old.slice(start, old.length - end), now.slice(start, now.length - end));
  const parts = [["same", old.slice(0, start).join("")], ...middle, ["same", end ? old.slice(-end).join("") : ""]];
  return together(parts);
}

/** What it is worth to keep a piece: a word tells more than the space beside it. */
const weight = (piece) => (/[\p{L}\p{N}]/u.test(piece) ? 3 : 1);

function compared(old, now) {
  if (old.length * now.length > MOST) return [["del", old.join("")], ["ins", now.join("")]];
  const width = now.length + 1;
  const common = new Uint32Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = now.length - 1; j >= 0; j -= 1) {
      common[i * width + j] =
        old[i] === now[j]
          ? common[(i + 1) * width + j + 1] + weight(old[i])
          : Math.max(common[(i + 1) * width + j], common[i * width + j + 1]);
    }
  }
  const parts = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      parts.push(["same", old[i]]);
      i += 1;
      j += 1;
    } else if (j === now.length || (i < old.length && common[(i + 1) * width + j] >= common[i * width + j + 1])) {
      parts.push(["del", old[i]]);
      i += 1;
    } else {
      parts.push(["ins", now[j]]);
      j += 1;
    }
  }
  return parts;
}

/** Join neighbours of one kind; between two changes, a lone space belongs to them. */
function together(parts) {
  const joined = [];
  let [del, ins] = ["", ""];
  const settle = () => {
    if (del) joined.push({ kind: "del", text: del });
    if (ins) joined.push({ kind: "ins", text: ins });
    [del, ins] = ["", ""];
  };
  parts.forEach(([kind, text], index) => {
    const isBetween = kind === "same" && /^\s+$/.test(text) && (del || ins) && parts[index + 1]?.[0] !== "same" && index + 1 < parts.length;
    if (kind !== "ins" && (kind === "del" || isBetween)) del += text;
    if (kind === "ins" || isBetween) ins += text;
    if (kind === "same" && !isBetween && text) {
      settle();
      const last = joined.at(-1);
      if (last?.kind === "same") last.text += text;
      else joined.push({ kind: "same", text });
    }
  });
  settle();
  return joined;
}
