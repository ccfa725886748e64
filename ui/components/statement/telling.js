// How the page beside us learns which paragraph is open and that something was saved. What is told
// while the line is down is not heard, so it is numbered and told again until its number comes back.

const PAUSE = 150;
const PATIENCE = 4000;

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
    clearTimeout(this.pause);
    this.pause = setTimeout(() => {
      this.seq += 1;
      this.#say();
    }, PAUSE);
  }

  #say() {
    clearTimeout(this.again);
    this.speak({ unit: this.unit, seq: this.seq });
    this.again = setTimeout(() => {
      if (this.heard >= this.seq) return;
      this.seq += 1; // the same words again would not be sent
      this.#say();
    }, PATIENCE);
  }

  end() {
    clearTimeout(this.pause);
    clearTimeout(this.again);
  }
}
