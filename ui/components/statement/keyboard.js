// What each key does in the statement: to the open paragraph, or from row to row.

import { showKeys } from "./bar.js";
import { actionOf, READING } from "./keys.js";

const PRESSING = new Set(["Enter", "NumpadEnter", "Space"]); // keys that press a button

/** Tell whether somebody is typing in another part of the page, from where the keyboard is not taken. */
export function isTypingOutside(root) {
  const { activeElement } = document;
  return Boolean(activeElement?.matches("input, textarea, select")) && !root.contains(activeElement);
}

export class Keyboard {
  constructor(view) {
    this.view = view;
    view.root.addEventListener("keydown", (event) => this.#pressed(event));
  }

  /** Hear that a paragraph was opened or closed: by a key that may be down still. */
  moved() {
    this.isDown = true;
  }

  #pressed(event) {
    event.stopPropagation(); // no key typed here is one of the page's
    if (this.#isHeldOn(event)) {
      event.preventDefault();
      return;
    }
    const { editor } = this.view;
    if (editor?.field === event.target ? editor.isComposing(event) : event.isComposing) return;
    if (event.target.closest("dialog.keys, .sending")) return;
    if (event.target.closest(".go") && this.#walked(event)) return;
    const asked = actionOf(event);
    const isHeld = asked?.action === "save" && event.repeat; // or it would save neighbour after neighbour
    if (isHeld || (asked && this.#done(asked, event))) event.preventDefault();
  }

  /**
   * Tell whether this is still the key that opened a paragraph or closed one: held down, it would save
   * neighbour after neighbour, or break lines in a field that it has just opened.
   */
  #isHeldOn({ repeat, code }) {
    this.isDown &&= repeat;
    return this.isDown && PRESSING.has(code);
  }

  #done({ action, digit }, { target, repeat }) {
    if (action === "keys") {
      showKeys(this.view);
      return true;
    }
    if (READING.has(action)) {
      const isInList = target.closest("ol.rows") && !target.closest(".editor");
      const isHeld = repeat && action !== "down" && action !== "up";
      return Boolean(isInList && !isHeld && this.view.reviewing?.pressed(action, target.closest("li.row")));
    }
    const { editor } = this.view;
    if (!editor) return false;
    if (action === "save") this.view.save();
    if (action === "next") this.view.move(1);
    if (action === "previous") this.view.move(-1);
    if (action === "close") this.view.close();
    if (action === "copy" && editor.field) editor.copy();
    if (action === "code" && editor.field) editor.insert(digit - 1);
    return true;
  }

  /** From row to row by arrows, Home and End. */
  #walked(event) {
    const steps = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity };
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.code in steps)) return false;
    const { shown } = this.view;
    const at = shown.findIndex((unit) => unit.id === event.target.closest("li").dataset.unit);
    event.preventDefault();
    this.view.point(shown[Math.max(0, Math.min(shown.length - 1, at + steps[event.code]))].id);
    return true;
  }
}
