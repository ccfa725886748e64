// Why a text goes back: reasons that are chosen with one tap, and words of one's own.

import { button } from "./boxes.js";
import { composing } from "./keys.js";
import { element } from "./row.js";
import { say } from "./speech.js";

const REASONS = ["meaning", "whole", "figures", "terms", "wording", "spelling"]; // as ui/reasons.py calls them

export class SendingBack {
  /** `deeds` keeps what is written; `act.send({chosen, said})` and `act.cancel()` are what comes of it. */
  constructor(unit, deeds, act) {
    Object.assign(this, { unit, deeds, act });
    const { text, chosen } = deeds.reason(unit);
    this.box = element("div", "sending");
    this.box.setAttribute("role", "group");
    this.box.setAttribute("aria-label", say("sending"));
    this.quick = REASONS.map((name) => this.#choice(name, chosen.includes(name)));
    this.words = Object.assign(element("textarea", "words"), { value: text, rows: 2, dir: "auto" });
    this.words.setAttribute("aria-label", say("own_words"));
    this.words.placeholder = say("own_words");
    this.words.addEventListener("input", () => this.#changed());
    this.hint = element("p", "label");
    this.hint.setAttribute("role", "status");
    this.isComposing = composing(this.words);
    const choices = element("div", "choices");
    choices.append(button(`↩ ${say("send_back")}`, () => this.send(), "main"), button(say("cancel"), () => act.cancel(), "quiet"));
    this.box.append(element("p", "lead", say("sending")), ...this.quick, this.words, this.hint, choices);
    this.box.addEventListener("keydown", (event) => this.#pressed(event));
  }

  #choice(name, isChosen) {
    const label = element("label", "reason");
    const tick = Object.assign(element("input"), { type: "checkbox", checked: isChosen, value: name });
    tick.addEventListener("change", () => this.#changed());
    label.append(tick, element("span", "", say(`reason_${name}`)));
    return label;
  }

  /** Show the reason as it is kept now: another tab's was joined to it. */
  refresh() {
    const { text, chosen } = this.deeds.reason(this.unit);
    this.words.value = text;
    for (const label of this.quick) label.firstChild.checked = chosen.includes(label.firstChild.value);
  }

  get chosen() {
    return this.quick.map((label) => label.firstChild).filter((tick) => tick.checked).map((tick) => tick.value);
  }

  #changed() {
    this.hint.textContent = "";
    this.deeds.keep(this.unit, this.words.value, this.chosen);
  }

  #pressed(event) {
    if (this.isComposing(event)) return;
    const isSend = event.code === "Enter" && (event.ctrlKey || event.metaKey);
    if (!isSend && event.code !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    if (isSend) this.send();
    else this.act.cancel();
  }

  send() {
    const reason = { chosen: this.chosen, said: this.words.value.trim() };
    if (reason.chosen.length || reason.said) this.act.send(reason);
    else this.hint.textContent = say("no_reason");
  }

  focus() {
    this.quick[0].firstChild.focus({ preventScroll: true });
  }
}
