// Keys: matched by where they lie, not by what is printed on them, so that they work on every layout.
// None of them does anything while a word is being composed. Each can be changed or switched off.

import { settings } from "./kept.js";

/** What can be done by a key, and by which one unless the person chose another. */
export const USUAL = {
  save: "Ctrl+Enter",
  next: "Ctrl+ArrowDown",
  previous: "Ctrl+ArrowUp",
  code: "Ctrl+Shift+Digit",
  copy: "Ctrl+Shift+KeyS",
  close: "Escape",
  keys: "F1",
};

/** Give the chord of each action; empty where it is switched off. */
export function chords() {
  return { ...USUAL, ...settings().keys };
}

const HOLDS = new Set(["Control", "Shift", "Alt", "Meta"]);

/** Name what was pressed: `Ctrl+Shift+KeyS`; Cmd counts as Ctrl. Empty for a lone Shift. */
export function chordOf(event) {
  if (HOLDS.has(event.key)) return "";
  const code = event.code === "NumpadEnter" ? "Enter" : event.code;
  const held = [[event.ctrlKey || event.metaKey, "Ctrl"], [event.altKey, "Alt"], [event.shiftKey, "Shift"]];
  return [...held.filter(([is]) => is).map(([, name]) => name), code].join("+");
}

/** Say which action was asked for: {action, digit}; null for none. */
export function actionOf(event) {
  const pressed = chordOf(event);
  for (const [action, chord] of Object.entries(chords())) {
    if (!chord) continue;
    if (action !== "code" && pressed === chord) return { action, digit: 0 };
    if (action === "code" && pressed.startsWith(chord) && /^[1-9]$/.test(pressed.slice(chord.length))) {
      return { action, digit: Number(pressed.slice(chord.length)) };
    }
  }
  return null;
}

const isMac = /Mac|iPhone|iPad/.test(navigator.platform);
const SIGNS = { ArrowDown: "↓", ArrowUp: "↑", ArrowLeft: "←", ArrowRight: "→", Escape: "Esc", Ctrl: isMac ? "⌘" : "Ctrl" };

/** Write a chord as it is printed on keys: ["Ctrl", "Shift", "S"]. */
export function printed(chord) {
  return chord.split("+").filter(Boolean).map((part) => {
    if (part === "Digit") return "1 … 9";
    return SIGNS[part] ?? part.replace(/^(Key|Digit)/, "");
  });
}

/** Guard a field against keys that belong to a composition; tell whether one is going on. */
export function composing(field) {
  let isComposing = false;
  field.addEventListener("compositionstart", () => (isComposing = true));
  field.addEventListener("compositionend", () => setTimeout(() => (isComposing = false)));
  return (event) => isComposing || event.isComposing || event.keyCode === 229;
}
