// The settings of this device: whether it keeps texts that are not saved yet, and which keys do what.

import { place } from "./asking.js";
import { drawnKeys } from "./bar.js";
import { button } from "./boxes.js";
import { change, settings } from "./kept.js";
import { chordOf, chords, composing, READING, USUAL } from "./keys.js";
import { element } from "./row.js";
import { learnSurely, say } from "./speech.js";

const DRAWN = new WeakMap(); // root -> the language it speaks
const WANTED = new WeakMap(); // root -> the one that is being fetched

export default function preferences({ data, parentElement }) {
  const root = parentElement.querySelector(".ust-preferences");
  if (DRAWN.get(root) !== data.words && WANTED.get(root) !== data.words) draw(root, data);
}

async function draw(root, data) {
  WANTED.set(root, data.words);
  const isOver = () => WANTED.get(root) !== data.words || !root.isConnected;
  try {
    if (!(await learnSurely(place(data.root, data.words), isOver))) return;
    new Preferences(root, data);
    DRAWN.set(root, data.words);
  } finally {
    if (WANTED.get(root) === data.words) WANTED.delete(root);
  }
}

class Preferences {
  constructor(root, data) {
    Object.assign(root, { lang: data.ui, dir: data.ui_dir });
    root.onkeydown = (event) => event.stopPropagation(); // no key typed here is one of the page's
    this.said = element("p", "said");
    this.said.setAttribute("role", "status");
    this.keys = element("div", "keylist");
    this.keys.setAttribute("role", "group");
    this.keys.setAttribute("aria-label", say("keys"));
    root.replaceChildren(this.#keeping(), this.keys, this.said);
    this.#draw();
  }

  #keeping() {
    const box = Object.assign(element("input"), { type: "checkbox", checked: settings().keepsTexts });
    box.addEventListener("change", () => {
      const isDone = change({ keepsTexts: box.checked });
      this.#say(isDone ? (box.checked ? "keeps_on" : "keeps_off") : "keeps_failed");
    });
    const label = element("label", "choice");
    label.append(box, element("span", "", say("keeps")));
    const host = element("div", "keeping");
    host.append(label, element("p", "label", say("keeps_why")));
    return host;
  }

  #say(key, values) {
    this.said.textContent = key ? say(key, values) : "";
  }

  #draw() {
    const now = chords();
    const lines = Object.keys(USUAL).map((action) => this.#line(action, now[action]));
    const reset = button(say("keys_usual"), () => this.#set({ ...USUAL }, "keys_usual_done"), "quiet");
    this.keys.replaceChildren(...lines, reset);
  }

  #line(action, chord) {
    const name = say(`key_${action}`);
    const line = element("div", "line");
    const box = Object.assign(element("input"), { type: "checkbox", checked: Boolean(chord) });
    box.addEventListener("change", () => this.#set({ [action]: box.checked ? USUAL[action] : "" }, "", action));
    const label = element("label", "choice");
    label.append(box, element("span", "", name));
    const shown = element("span", "chord");
    shown.append(chord ? drawnKeys(chord) : say("key_off"));
    const other = button(say("key_change"), () => this.#ask(action, other));
    other.setAttribute("aria-label", say("key_change_of", { action: name }));
    line.append(label, shown, other);
    line.dataset.action = action;
    return line;
  }

  /** Take the next keys that are pressed on the button; Tab and a second click leave it as it is. */
  #ask(action, asking) {
    if (asking.stop) return asking.stop();
    asking.textContent = say("key_press");
    const isComposing = composing(asking);
    const listen = (event) => {
      const pressed = chordOf(event);
      if (isComposing(event) || !pressed) return;
      if (event.code === "Tab") return;
      event.preventDefault();
      asking.stop();
      this.#take(action, pressed);
    };
    asking.stop = () => {
      asking.removeEventListener("keydown", listen);
      asking.removeEventListener("blur", asking.stop);
      asking.textContent = say("key_change");
      delete asking.stop;
    };
    asking.addEventListener("keydown", listen);
    asking.addEventListener("blur", asking.stop);
    return undefined;
  }

  #take(action, pressed) {
    const chord = action === "code" ? pressed.replace(/[1-9]$/, "") : pressed;
    const isLetter = READING.has(action) && /^(Key[A-Z]|Digit[0-9])$/.test(chord); // nobody types there
    const isSafe = isLetter || /^(Ctrl|Alt)\+/.test(chord) || /^(Shift\+)?F\d+$/.test(chord) || chord === "Escape";
    const isNumbered = action !== "code" || (/[1-9]$/.test(pressed) && chord.endsWith("Digit"));
    const now = chords();
    const taken = Object.keys(now).find((each) => each !== action && now[each] === chord);
    if (!isSafe) this.#say("key_unsafe");
    else if (!isNumbered) this.#say("key_number");
    else if (taken) this.#say("key_taken", { action: say(`key_${taken}`) });
    else this.#set({ [action]: chord }, "", action);
  }

  #set(some, said, action) {
    const isDone = change({ keys: { ...settings().keys, ...some } });
    const isBox = document.activeElement?.type === "checkbox";
    this.#draw();
    const line = action && this.keys.querySelector(`[data-action="${action}"]`);
    (line?.querySelector(isBox ? "input" : "button") ?? this.keys.lastChild).focus();
    this.#say(isDone ? said : "keeps_failed");
  }
}
