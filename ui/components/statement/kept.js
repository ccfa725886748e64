// What this browser keeps: texts that are typed and not saved yet, and the settings of this device.
//
// A text lies under person, document, language, paragraph and tab, so that two tabs never write over
// each other. What a tab left behind that is gone (reloaded, closed, crashed) is taken over by the
// next one: a tab holds a lock as long as it lives.

import { isOnServer } from "./entry.js";

const TEXTS = "undersigned.text";
const SETTINGS = "undersigned.settings";
/** In the place of a document: these texts are typed beside a paragraph, see files/fields.js. */
export const BESIDE = "*";
const WEEK = 7 * 24 * 3600 * 1000;

export const TAB = [...crypto.getRandomValues(new Uint32Array(4))].map((n) => n.toString(36)).join("");
const locks = navigator.locks;
locks?.request(`undersigned.tab.${TAB}`, () => new Promise(() => {}));

/** Run something once a tab is gone; at once where the browser knows no locks. */
function whenGone(tab, act) {
  if (locks) locks.request(`undersigned.tab.${tab}`, act);
  else act();
}

function stored(key) {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch {
    return null;
  }
}

function keys(prefix) {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(prefix));
  } catch {
    return [];
  }
}

function forget(key) {
  try {
    localStorage.removeItem(key);
  } catch {
    // what cannot be reached holds nothing
  }
}

// --- settings --------------------------------------------------------------------------------------

/** Settings of this device: `keepsTexts` (true unless switched off) and `keys` (action -> chord). */
export function settings() {
  return { keepsTexts: true, keys: {}, ...stored(SETTINGS) };
}

/** Change some settings; tell whether the browser keeps them. */
export function change(some) {
  const now = { ...settings(), ...some };
  try {
    localStorage.setItem(SETTINGS, JSON.stringify(now));
  } catch {
    return false;
  }
  if (!now.keepsTexts) keys(`${TEXTS}/`).forEach(forgetIfOnServer);
  return true;
}

/** Forget a text of which the server has a copy; any other would be lost with it. */
function forgetIfOnServer(key) {
  const text = stored(key);
  if (!text || isOnServer(text)) forget(key);
}

// --- texts -----------------------------------------------------------------------------------------

/** The texts of one person in one statement and language. */
export class Kept {
  constructor(person, document, locale) {
    this.prefix = `${TEXTS}/${person}/${document}/${locale}/`;
    this.failed = new Set(); // paragraphs whose text did not fit
    this.isOff = false; // by the person's choice
    this.origins = new Map(); // paragraph -> keys of other tabs from which its text was taken over
    this.watched = new Set([TAB]);
  }

  /** Whether every text lies in this browser. */
  get works() {
    return !this.isOff && !this.failed.size;
  }

  #key(unit) {
    return `${this.prefix}${unit}/${TAB}`;
  }

  /** Keep a text; tell whether the browser did. Where the person does not want it, nothing is kept. */
  put(unit, entry) {
    this.isOff = !settings().keepsTexts;
    if (this.isOff) {
      forget(this.#key(unit));
      return false;
    }
    try {
      localStorage.setItem(this.#key(unit), JSON.stringify(entry));
    } catch {
      this.failed.add(unit);
      return false;
    }
    this.failed.delete(unit);
    this.#forgetOrigins(unit);
    return true;
  }

  drop(unit) {
    forget(this.#key(unit));
    this.failed.delete(unit);
    this.#forgetOrigins(unit);
  }

  /** Forget where a text came from, once it lies under a key of ours or nobody needs it any more. */
  #forgetOrigins(unit) {
    this.origins.get(unit)?.forEach(forget);
    this.origins.delete(unit);
  }

  /** Tell whether a key that changed is one of these texts, in another tab. */
  isOf(key) {
    return Boolean(key?.startsWith(this.prefix)) && !key.endsWith(`/${TAB}`);
  }

  /** Hand over what tabs left behind, as soon as they are gone: `adopt(unit, entry)`. */
  takeOver(adopt) {
    const tabs = new Set(keys(this.prefix).map((key) => key.split("/").at(-1)));
    for (const tab of tabs) {
      if (this.watched.has(tab)) continue;
      this.watched.add(tab);
      whenGone(tab, () => this.#takeFrom(tab, adopt));
    }
  }

  #takeFrom(tab, adopt) {
    const left = keys(this.prefix).filter((key) => key.endsWith(`/${tab}`));
    for (const key of left) {
      const entry = stored(key);
      if (!entry || isOver(entry)) {
        forget(key);
        continue;
      }
      const unit = key.split("/").at(-2);
      this.origins.set(unit, [...(this.origins.get(unit) ?? []), key]);
      adopt(unit, entry); // which puts it under a key of ours
    }
  }
}

/** Tell whether a text is a week old and on the server too. */
function isOver(entry) {
  return Date.now() - entry.at > WEEK && isOnServer(entry);
}

/** Name the statements in which this person has texts here: [[document, locale], ...]. */
export function left(person) {
  const found = keys(`${TEXTS}/${person}/`).map((key) => key.split("/").slice(2, 4).join("/"));
  return [...new Set(found)].map((each) => each.split("/")).filter(([document]) => document !== BESIDE);
}
