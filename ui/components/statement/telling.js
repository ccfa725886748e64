// How the page beside us learns which paragraph is open and that something was saved. What is told
// while the line is down is not heard, so it is numbered and told again until its number comes back.
//
// What is told while another page is asked for would bring the old one back, or leave none at all:
// it names the page it comes from. So after a click on a link nothing is told until the server has
// been at work since, or the screen is another one, and the page rests.

const PAUSE = 150;
const PATIENCE = 4000;
const LONGEST = 10000; // for a link that led to no page
const SOON = 100;
const STATE = "data-test-script-state";

let leaving = null; // since when, from which screen, and whether the server was at work since

function leave() {
  leaving = { since: performance.now(), from: location.pathname, isSeen: false };
}

function isAtWork() {
  const state = document.querySelector("[data-testid=stApp]")?.getAttribute(STATE);
  return (state ?? "notRunning") !== "notRunning";
}

function isAtRest() {
  if (isAtWork()) return false;
  if (!leaving) return true;
  const { since, from, isSeen } = leaving;
  if (isSeen || location.pathname !== from || performance.now() - since > LONGEST) leaving = null;
  return !leaving;
}

addEventListener("popstate", leave, true);
addEventListener("click", (event) => {
  const link = event.composedPath().find((each) => each instanceof HTMLAnchorElement);
  if (link && link.target !== "_blank") leave();
}, true);
new MutationObserver(() => {
  if (leaving && isAtWork()) leaving.isSeen = true;
}).observe(document, { attributeFilter: [STATE], subtree: true });

export class Telling {
  constructor() {
    this.seq = 0;
    this.heard = 0;
    this.unit = "";
  }

  /** Take what the page has heard, and how to speak to it. */
  update(heard, speak) {
    this.heard = heard;
    this.speak = speak;
    this.seq = Math.max(this.seq, heard);
  }

  /** Tell where one is, shortly; what is told in between is told once. */
  tell(unit) {
    this.unit = unit;
    this.#sayIn(PAUSE);
  }

  #sayIn(pause) {
    clearTimeout(this.pause);
    this.pause = setTimeout(() => (isAtRest() ? this.#say() : this.#sayIn(SOON)), pause);
  }

  #say() {
    clearTimeout(this.again);
    this.seq += 1; // the same words again would not be sent
    this.speak({ unit: this.unit, seq: this.seq });
    this.again = setTimeout(() => this.heard < this.seq && this.#sayIn(0), PATIENCE);
  }

  end() {
    clearTimeout(this.pause);
    clearTimeout(this.again);
  }
}
