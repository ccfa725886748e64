// When requests go: those of one paragraph one after the other, those that failed again after a while.

const LONGEST_WAIT = 30000;
const LONGEST_ASKED = 300; // seconds that a server may ask us to wait

/** Give how long to wait, in milliseconds, where a server asks for some seconds. */
export function waitAsked(seconds) {
  return 1000 * Math.min(seconds || 0, LONGEST_ASKED);
}

/** Let a listener fail on its own: what is typed must not wait for what is drawn. */
export function alone(listener) {
  return (...values) => {
    try {
      listener(...values);
    } catch (error) {
      console.error(error);
    }
  };
}

/** The turns of each paragraph. */
export class Turns {
  constructor() {
    this.last = new Map();
  }

  has(unit) {
    return this.last.has(unit);
  }

  /** Act once everything before it is done. */
  take(unit, act) {
    const before = this.last.get(unit);
    const mine = before ? before.then(act, act) : Promise.resolve(act());
    this.last.set(unit, mine);
    const end = () => this.last.get(unit) === mine && this.last.delete(unit);
    mine.then(end, end);
    return mine;
  }
}

/** One wait for all that failed: 1, 2, 4 ... 30 seconds, not all browsers at once. */
export class Backoff {
  constructor(act) {
    this.act = act;
    this.failures = 0;
    this.timer = null;
  }

  /** Act after a while, or later where the server `asked` for that many seconds. */
  later(asked = 0) {
    if (this.timer) return;
    const wait = Math.min(LONGEST_WAIT, 1000 * 2 ** this.failures) * (0.75 + Math.random() / 2);
    this.failures = Math.min(this.failures + 1, 6);
    this.timer = setTimeout(this.act, Math.max(wait, waitAsked(asked)));
  }

  /** Wait no longer: it is tried now. */
  stop() {
    clearTimeout(this.timer);
    this.timer = null;
  }

  /** Begin with short waits again: the server answered. */
  calm() {
    this.failures = 0;
  }
}
