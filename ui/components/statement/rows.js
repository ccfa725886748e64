// The rows of a statement: one for each paragraph, in the order in which it is read.

import { element, Row } from "./row.js";
import { say } from "./speech.js";

/** Put rows into an order. The one that is `open` stays where it is and the others go around it. */
function arrange(list, wanted, open) {
  const focused = document.activeElement;
  const at = Math.max(0, wanted.indexOf(open));
  if (wanted.length && wanted[at].parentElement !== list) list.prepend(wanted[at]);
  for (let i = at - 1; i >= 0; i -= 1) {
    if (wanted[i].nextSibling !== wanted[i + 1]) list.insertBefore(wanted[i], wanted[i + 1]);
  }
  for (let i = at + 1; i < wanted.length; i += 1) {
    if (wanted[i - 1].nextSibling !== wanted[i]) wanted[i - 1].after(wanted[i]);
  }
  if (document.activeElement !== focused && list.contains(focused)) focused.focus({ preventScroll: true });
}

export class Rows {
  constructor(view) {
    this.view = view;
    this.byId = new Map();
    this.list = element("ol", "rows");
    this.list.setAttribute("aria-label", say("statement"));
    this.empty = element("div", "nothing");
    this.empty.setAttribute("role", "status"); // it is there before it says anything
  }

  get size() {
    return this.byId.size;
  }

  get(id) {
    return this.byId.get(id);
  }

  /** Draw a paragraph anew; a row is made where there is none. */
  refresh(unit) {
    if (!this.byId.has(unit.id)) this.byId.set(unit.id, new Row(unit, this.view));
    this.byId.get(unit.id).refresh(unit);
  }

  /** Put the rows into the statement's order around the `open` one, and take away those that are gone. */
  arrange(units, open) {
    const wanted = units.map((unit) => this.byId.get(unit.id).li);
    const known = new Set(units.map((unit) => unit.id));
    for (const [id, row] of this.byId) {
      if (known.has(id)) continue;
      row.li.remove();
      this.byId.delete(id);
    }
    arrange(this.list, wanted, this.byId.get(open)?.li);
  }

  /** Show these paragraphs and hide all others. */
  show(units) {
    const shown = new Set(units.map((unit) => unit.id));
    for (const [id, row] of this.byId) row.li.hidden = !shown.has(id);
  }

  /** Say why there is nothing to show, or nothing but what is held. */
  tell(sentences) {
    if (this.empty.textContent === sentences.join("")) return; // what is said anew would be read again
    this.empty.replaceChildren(...sentences.map((sentence) => element("p", "", sentence)));
  }

  /** Let Tab reach one row; arrows lead on from there. */
  rove(current) {
    for (const [id, row] of this.byId) row.go.tabIndex = id === current ? 0 : -1;
  }
}
