// "I have read the whole statement": asks once more, approves what may be approved, and says what
// was left and why.

import { button } from "./boxes.js";
import { oddIn, waits } from "./filters.js";
import { element } from "./row.js";
import { number, say, sayCount } from "./speech.js";

/** Ask whether all that was read shall be approved. */
export function askForRest(view) {
  const { doc } = view;
  const isOpen = (unit) => doc.outbox.get(unit.id) || doc.deeds.get(unit.id);
  const shown = doc.units.filter((unit) => unit.state === "translated" && !isOpen(unit));
  const seen = Object.fromEntries(shown.map((unit) => [unit.id, view.reviewing.seen(unit)]));
  const isRead = (unit) => waits(unit) && seen[unit.id] === unit.version;
  const read = shown.filter(isRead);
  const dialog = new Dialog(view, say("rest_title"));
  const left = doc.units.filter((unit) => unit.state !== "reviewed" && !read.includes(unit));
  const why = (unit) => (isOpen(unit) ? "not_saved" : (unit.reading?.why_not ?? (waits(unit) ? "changed" : "not_ready")));
  const odd = read.filter((unit) => oddIn(unit).length);
  if (read.length) dialog.tell([sayCount("rest_may", read.length), say("rest_sure")]);
  else dialog.tell([say(left.length ? "rest_nothing" : "rest_all")]);
  dialog.warn(odd.map((unit) => unit.id));
  dialog.list(left.map((unit) => ({ unit: unit.id, why: why(unit) })));
  dialog.offer(read.length ? [button(say("rest_do"), () => approve(view, dialog, seen), "main")] : []);
  dialog.open();
}

async function approve(view, dialog, seen) {
  dialog.wait();
  const { approved, skipped, sentence } = await view.doc.deeds.approveRest(seen);
  view.doc.load();
  if (!approved) {
    dialog.tell([sentence || say("rest_failed")]);
    dialog.offer([button(say("rest_again"), () => approve(view, dialog, seen), "main")]);
    return;
  }
  dialog.tell([sayCount("rest_done", approved.length)]);
  dialog.list(skipped);
  dialog.offer([]);
}

class Dialog {
  constructor(view, title) {
    this.view = view;
    this.box = element("dialog", "keys rest");
    const heading = element("h2", "", title);
    heading.id = "ust-rest";
    this.box.setAttribute("aria-labelledby", heading.id);
    this.said = element("div", "told");
    this.said.setAttribute("role", "status");
    this.odd = element("div");
    this.said.id = "ust-rest-said";
    this.odd.id = "ust-rest-odd";
    this.box.setAttribute("aria-describedby", "ust-rest-said ust-rest-odd");
    this.left = element("div");
    this.choices = element("div", "choices");
    this.box.append(heading, this.said, this.odd, this.left, this.choices);
    this.box.addEventListener("close", () => this.box.remove());
  }

  open() {
    this.view.root.append(this.box);
    this.box.showModal();
  }

  tell(sentences) {
    this.said.replaceChildren(...sentences.map((sentence) => element("p", "", sentence)));
  }

  /** Say that the checks found something in these, with a way to the first. */
  warn(units) {
    const line = element("p", "", `${sayCount("rest_findings", units.length)} `);
    this.odd.replaceChildren(...(units.length ? [line] : []));
    this.#lead(line, units);
  }

  /** Say that it is being saved; there is nothing to press meanwhile, not for a second click either. */
  wait() {
    this.tell([say("saving")]);
    this.warn([]);
    this.choices.replaceChildren();
  }

  offer(buttons) {
    this.choices.replaceChildren(...buttons, button(say("close"), () => this.box.close(), buttons.length ? "quiet" : "main"));
    this.choices.firstChild.focus();
  }

  /** Say what is left and why, with a way to the first of each kind. */
  list(skipped) {
    const kinds = new Map();
    for (const { unit, why } of skipped) kinds.set(why, [...(kinds.get(why) ?? []), unit]);
    const list = element("ul", "left");
    for (const [why, units] of kinds) list.append(this.#line(why, units));
    this.left.replaceChildren(...(kinds.size ? [element("p", "label", say("rest_left")), list] : []));
  }

  #line(why, units) {
    const line = element("li");
    line.append(`${number(units.length)} · ${say(`why_${why}`)} `);
    return this.#lead(line, units);
  }

  /** Put the way to the first of these paragraphs at the end of a line. */
  #lead(line, units) {
    const first = this.view.doc.unit(units[0]);
    if (first) line.append(button(say("go_to", { n: number(first.number) }), () => this.#go(first.id), "quiet"));
    return line;
  }

  #go(id) {
    this.box.close();
    this.view.open(id);
  }
}
