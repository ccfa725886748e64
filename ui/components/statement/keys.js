// Keys: matched by where they lie, not by what is printed on them, so that they work on every layout.
// None of them does anything while a word is being composed. Each can be changed or switched off.

import { settings } from "./kept.js";

const isMac = /Mac|iPhone|iPad/.test(navigator.platform);
const STEP = isMac ? "Alt" : "Ctrl"; // a Mac moves its windows by Ctrl and arrows

/** What can be done by a key, and by which one unless the person chose another. */
export const USUAL = {
  save: "Ctrl+Enter",
  next: `${STEP}+ArrowDown`,
  previous: `${STEP}+ArrowUp`,
  code: "Ctrl+Shift+Digit",
  copy: "Ctrl+Shift+KeyS",
  close: "Escape",
  keys: "F1",
  approve: "KeyA",
  correct: "KeyE",
  send_back: "KeyR",
  down: "KeyJ",
  up: "KeyK",
};

/** What is done to a paragraph that is read, by a key that works only while the list has the focus. */
export const READING = new Set(["approve", "correct", "send_back", "down", "up"]);

/** Give the chord of each action; empty where it is switched off. */
export function chords() {
  return { ...USUAL, ...settings().keys };
}

const HOLDS = new Set(["Control", "Shift", "Alt", "Meta", "AltGraph", "CapsLock"]);
const WITH_CMD = new Set(["Enter", "KeyS"]); // elsewhere Cmd does what the system does by it

/**
 * Name what was pressed: `Ctrl+Shift+KeyS`. On a Mac Cmd counts as Ctrl, with Enter and S only.
 * Empty for what writes a letter or begins one: a lone Shift, AltGr with a key, an accent.
 */
export function chordOf(event) {
  if (HOLDS.has(event.key) || (event.key === "Dead" && !event.ctrlKey)) return "";
  if (!isMac && event.getModifierState("AltGraph")) return ""; // on a Mac that is any Alt
  const code = event.code === "NumpadEnter" ? "Enter" : event.code;
  const isCmd = isMac && event.metaKey && WITH_CMD.has(code);
  const held = [
    [event.ctrlKey || isCmd, "Ctrl"], [event.altKey, "Alt"], [event.shiftKey, "Shift"], [event.metaKey && !isCmd, "Meta"],
  ];
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

const SIGNS = { ArrowDown: "↓", ArrowUp: "↑", ArrowLeft: "←", ArrowRight: "→", Escape: "Esc" };
const MAC_SIGNS = { Ctrl: "⌃", Alt: "⌥", Shift: "⇧" };

/** Write a chord as it is printed on keys: ["Ctrl", "Shift", "S"]. */
export function printed(chord) {
  const parts = chord.split("+").filter(Boolean);
  const isCmd = isMac && WITH_CMD.has(parts.at(-1));
  return parts.map((part) => {
    if (part === "Digit") return "1 … 9";
    if (isCmd && part === "Ctrl") return "⌘";
    return (isMac && MAC_SIGNS[part]) || (SIGNS[part] ?? part.replace(/^(Key|Digit)/, ""));
  });
}

/** Guard a field against keys that belong to a composition; tell whether one is going on. */
export function composing(field) {
  let isComposing = false;
  field.addEventListener("compositionstart", () => (isComposing = true));
  field.addEventListener("compositionend", () => setTimeout(() => (isComposing = false)));
  return (event) => isComposing || event.isComposing || event.keyCode === 229;
}
