// On a phone the paragraph in work fills the screen, above the keyboard: what is seen of the window
// is measured, not guessed.

import { button } from "./boxes.js";
import { element } from "./row.js";
import { number, say } from "./speech.js";

const NARROW = matchMedia("(max-width: 40rem)");
const FAR = 70; // pixels that make a swipe

export const isNarrow = () => NARROW.matches;

export class Sheet {
  /** `deeds`: move(step), close(), help(). */
  constructor(root, status, deeds) {
    Object.assign(this, { status, deeds, home: status.box.parentElement });
    this.before = status.box.nextSibling;
    this.dialog = element("dialog", "sheet");
    this.where = element("span", "where");
    this.where.id = "ust-where";
    this.dialog.setAttribute("aria-labelledby", this.where.id);
    this.slot = element("div", "slot");
    this.end = element("div", "end");
    this.dialog.append(this.#head(), this.slot, this.end);
    this.dialog.addEventListener("cancel", (event) => {
      event.preventDefault();
      deeds.close();
    });
    this.#swipes();
    this.fit = () => this.#fit();
    root.append(this.dialog);
  }

  #head() {
    const head = element("div", "head");
    this.back = button("‹", () => this.deeds.move(-1), "quiet round step");
    this.on = button("›", () => this.deeds.move(1), "quiet round step");
    this.back.dir = this.on.dir = "ltr"; // where all runs from right to left, the style turns them round
    this.back.setAttribute("aria-label", say("previous"));
    this.on.setAttribute("aria-label", say("next"));
    this.fold = button(say("source"), () => this.#fold(), "quiet");
    this.fold.setAttribute("aria-expanded", "true");
    const help = button(say("help"), () => this.deeds.help(), "quiet");
    const whole = button(say("whole"), () => this.deeds.close(), "quiet");
    whole.title = say("key_close");
    head.append(this.back, this.where, this.on, element("span", "space"), this.fold, help, whole);
    return head;
  }

  #fold() {
    const isFolded = this.dialog.classList.toggle("folded");
    this.fold.setAttribute("aria-expanded", String(!isFolded));
  }

  show(editor, number_, of) {
    this.slot.replaceChildren(editor.box);
    this.where.textContent = say("of", { n: number(number_), all: number(of) });
    if (this.dialog.open) return;
    this.end.append(this.status.box);
    this.dialog.showModal();
    this.#fit();
    visualViewport?.addEventListener("resize", this.fit);
    visualViewport?.addEventListener("scroll", this.fit);
  }

  close() {
    if (!this.dialog.open) return;
    visualViewport?.removeEventListener("resize", this.fit);
    visualViewport?.removeEventListener("scroll", this.fit);
    this.home.insertBefore(this.status.box, this.before);
    this.dialog.close();
  }

  /** Lie where the window can be seen, which a keyboard makes smaller. */
  #fit() {
    if (!globalThis.visualViewport) return;
    this.dialog.style.setProperty("--seen", `${visualViewport.height}px`);
    this.dialog.style.setProperty("--above", `${visualViewport.offsetTop}px`);
  }

  #swipes() {
    let start = null;
    this.dialog.addEventListener("touchstart", ({ touches, target }) => {
      const isOne = touches.length === 1 && !target.closest("textarea, .boxes");
      start = isOne ? { x: touches[0].clientX, y: touches[0].clientY } : null;
    }, { passive: true });
    this.dialog.addEventListener("touchmove", (event) => {
      const [{ clientX, clientY }] = event.touches;
      const isAside = start && Math.abs(clientX - start.x) > Math.abs(clientY - start.y);
      if (isAside && event.cancelable) event.preventDefault(); // else the browser goes a page back, too
    }, { passive: false });
    this.dialog.addEventListener("touchend", ({ changedTouches: [end] }) => {
      if (!start) return;
      const [x, y] = [end.clientX - start.x, end.clientY - start.y];
      start = null;
      if (Math.abs(x) < FAR || Math.abs(x) < 2 * Math.abs(y)) return;
      const isMirrored = getComputedStyle(this.dialog).direction === "rtl";
      this.deeds.move(x < 0 === isMirrored ? -1 : 1);
    }, { passive: true });
  }
}
