// One paragraph as it stands in the statement: how far it is, its source, its translation.

import { marked } from "./codes.js";
import { number, say } from "./speech.js";

const SVG = "http://www.w3.org/2000/svg";
const RING = "M8 1.75a6.25 6.25 0 1 0 0 12.5a6.25 6.25 0 1 0 0-12.5z";
/** The shape of each state: outlined first, then filled. */
const SHAPES = {
  untranslated: [RING, ""],
  needs_work: [RING, "M8 1.75a6.25 6.25 0 0 0 0 12.5z"],
  translated: [RING, RING],
  reviewed: ["M2.5 8.6l3.6 3.7l7.4-8.3", ""],
  question: ["M4 15V1.8h8.6l-2.3 3.1l2.3 3.1H4", ""],
};

export function element(tag, className = "", text = "") {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
}

/** Draw the shape of a state; what it means is said beside it. */
export function glyph(state) {
  const picture = document.createElementNS(SVG, "svg");
  picture.setAttribute("viewBox", "0 0 16 16");
  picture.setAttribute("class", `glyph ${state}`);
  picture.setAttribute("aria-hidden", "true");
  SHAPES[state].forEach((path, index) => {
    if (!path) return;
    const line = document.createElementNS(SVG, "path");
    line.setAttribute("d", path);
    line.setAttribute("class", index ? "filled" : "line");
    picture.append(line);
  });
  return picture;
}

/** Put a text into an element, with its language, its direction and its codes marked. */
export function passage(host, text, codes, lang, dir) {
  Object.assign(host, { lang, dir });
  host.replaceChildren(marked(text, codes));
  return host;
}

/** Draw what stands before a text and is not part of it: `2.`, `(b)`. */
function markerOf(unit) {
  return unit.marker ? element("span", "marker", unit.marker) : "";
}

export class Row {
  constructor(unit, view) {
    this.view = view;
    this.li = element("li");
    this.go = element("button", "go");
    this.go.type = "button";
    this.go.tabIndex = -1;
    this.name = element("span", "unseen");
    this.signs = element("span", "signs");
    this.go.append(this.name, this.signs);
    this.source = element("div", "text source");
    this.target = element("div", "text target");
    this.pair = element("div", "pair");
    this.pair.append(this.source, this.target);
    this.li.append(this.go, this.pair);
    this.refresh(unit);
  }

  refresh(unit) {
    this.unit = unit;
    const { doc } = this.view;
    const entry = doc.outbox.get(unit.id);
    const open = doc.open(unit.id);
    const drawn = JSON.stringify([unit, entry?.text, open]);
    if (drawn !== this.drawn) this.#draw(unit, entry, open);
    this.drawn = drawn;
    this.view.reviewing?.draw(this, unit);
  }

  #draw(unit, entry, open) {
    const { data } = this.view;
    this.li.className = `row kind-${unit.kind} level-${unit.level}`;
    this.li.classList.toggle("part", unit.part > 1);
    this.li.classList.toggle("unsaved", Boolean(open));
    this.li.classList.toggle("open", this.view.editor?.unit.id === unit.id);
    this.li.dataset.unit = unit.id;
    this.li.style.setProperty("--depth", indent(unit));
    this.#say(unit, open);
    passage(this.source, unit.source, unit.codes, data.source_locale, data.source_dir);
    const isCompared = this.view.reviewing?.target(this.target, unit, entry);
    if (!isCompared) passage(this.target, entry?.text ?? unit.text, unit.codes, data.locale, data.dir);
    for (const side of [this.source, this.target]) side.prepend(unit.part > 1 ? "" : markerOf(unit));
    this.target.classList.toggle("empty", !(entry?.text ?? unit.text));
    if (open) this.target.append(element("span", "tag", say("tag_unsaved")));
    if (unit.is_changed) this.source.append(element("span", "tag", say("tag_changed")));
    if (isCompared) this.target.append(element("span", "tag", say("tag_since")));
    for (const tag of this.pair.querySelectorAll(".tag")) {
      Object.assign(tag, { lang: data.ui, dir: data.ui_dir });
    }
  }

  #say(unit, open) {
    const signs = [unit.state];
    const parts = [say("row", { n: number(unit.number), state: say(`state_${unit.state}`) })];
    if (unit.questions) {
      signs.push("question");
      parts.push(say("row_question"));
    }
    if (unit.is_changed) parts.push(say("row_changed"));
    if (open) parts.push(say("row_unsaved"));
    this.name.textContent = parts.join(" ");
    this.signs.replaceChildren(...signs.map(glyph));
    this.go.title = say(`state_${unit.state}`);
  }
}

/** How far a paragraph stands in: items and what stands inside them. */
function indent(unit) {
  const isItem = unit.kind.endsWith("_item");
  return Math.min(6, Math.max(unit.depth, isItem ? unit.level - 1 : 0));
}
