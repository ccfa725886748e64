// The line above the statement: what is shown, how things stand, and the list of keys.

import { button } from "./boxes.js";
import { counts } from "./filters.js";
import { chords, printed, READING } from "./keys.js";
import { element } from "./row.js";
import { number, say } from "./speech.js";

const TYPING = 150;

const ONLY_SHOWN = new Set(["typing", "draft"]); // they come at each pause: nobody wants to hear them

/** The line one sees, and the one place that speaks to screen readers: there before it says anything. */
export class StatusLine {
  /** `goTo(unit, address)`: the address is empty where the paragraph is in this statement. */
  constructor(goTo) {
    this.box = element("div", "status");
    this.line = element("span", "line");
    this.spoken = element("span", "unseen");
    this.spoken.setAttribute("role", "status");
    this.go = button(say("go_there"), () => goTo(this.unit, this.address), "quiet");
    this.go.hidden = true;
    this.box.append(this.line, this.spoken, this.go);
  }

  show({ text, state, unit, address = "" }) {
    Object.assign(this, { unit, address });
    this.box.dataset.state = state;
    const spoken = ONLY_SHOWN.has(state) ? "" : text;
    this.line.ariaHidden = String(Boolean(spoken)); // or it would be read twice
    if (this.line.textContent !== text) this.line.textContent = text;
    if (this.spoken.textContent !== spoken) this.spoken.textContent = spoken;
    this.go.hidden = !unit;
  }
}

export class Bar {
  /**
   * `choose(name, wanted)` hears which of the `filters` is to be shown; then the other buttons' deeds.
   * Where there is `rest`, somebody reads here to approve.
   */
  constructor(status, filters, choose, { keys, next, rest }) {
    Object.assign(this, { known: filters, isReading: Boolean(rest) });
    this.box = element("div", "bar");
    this.name = "all";
    this.filters = element("div", "filters");
    this.filters.setAttribute("role", "group");
    this.filters.setAttribute("aria-label", say("filters"));
    this.buttons = Object.keys(filters).map((name) => this.#filter(name, choose));
    this.filters.append(...this.buttons);
    this.search = Object.assign(element("input", "search"), { type: "search", placeholder: say("search") });
    this.search.setAttribute("aria-label", say("search"));
    this.search.addEventListener("input", () => {
      clearTimeout(this.typing);
      this.typing = setTimeout(() => choose(this.name, this.search.value), TYPING);
    });
    this.next = button(say(rest ? "next_waiting" : "next_todo"), next, "quiet");
    const help = button("?", keys, "quiet round");
    help.setAttribute("aria-label", say("keys"));
    help.title = say("keys");
    const end = element("div", "end");
    this.rest = rest ? button(say("rest_title"), rest, "rest") : "";
    end.append(this.next, this.rest, help);
    const below = element("div", "below");
    below.append(status.box, end);
    this.box.append(this.filters, this.search, below);
  }

  #filter(name, choose) {
    const made = button("", () => {
      this.name = name;
      choose(name, this.search.value);
    });
    made.dataset.filter = name;
    made.append(element("span", "", say(`filter_${name}`)), " ", element("span", "count"));
    return made;
  }

  refresh(units) {
    const numbers = counts(units, this.known);
    for (const each of this.buttons) {
      const name = each.dataset.filter;
      each.setAttribute("aria-pressed", String(name === this.name));
      each.lastChild.textContent = number(numbers[name]);
      const isKept = ["all", "todo", "waiting", this.name].includes(name);
      each.hidden = !numbers[name] && !isKept;
    }
    this.next.hidden = !(this.isReading ? numbers.waiting : numbers.todo);
    if (this.rest) this.rest.hidden = !units.length;
  }
}

/** Draw a chord as its keys; it runs from left to right in every language. */
export function drawnKeys(chord) {
  const drawn = Object.assign(element("bdi"), { dir: "ltr" });
  printed(chord).forEach((part, index) => drawn.append(index ? " " : "", element("kbd", "", part)));
  return drawn;
}

/** Show all keys; from the button, or by its own key. */
export function showKeys({ root, reviewing }) {
  const dialog = element("dialog", "keys");
  const title = element("h2", "", say("keys"));
  title.id = "ust-keys";
  dialog.setAttribute("aria-labelledby", title.id);
  const list = element("dl");
  for (const [action, chord] of Object.entries(chords())) {
    if (!reviewing && READING.has(action)) continue;
    const key = element("dd");
    key.append(chord ? drawnKeys(chord) : say("key_off"));
    const line = element("div");
    line.append(element("dt", "", say(`key_${action}`)), key);
    list.append(line);
  }
  dialog.append(title, list, element("p", "label", say("keys_where")), button(say("close"), () => dialog.close(), "main"));
  dialog.addEventListener("close", () => dialog.remove());
  root.append(dialog);
  dialog.showModal();
}
