// What may stand above the field: what changed, two texts of which one is to be chosen, what was
// typed elsewhere.

import { differences } from "./diff.js";
import { savedSince } from "./entry.js";
import { element, passage } from "./row.js";
import { apart, say } from "./speech.js";
import { conflictKey, nameOf } from "./status.js";

export function button(label, act, className = "") {
  const made = element("button", className, label);
  made.type = "button";
  made.addEventListener("click", act);
  return made;
}

/** Draw what the authors changed since the translation, or since what this person wrote. */
export function changedBox(unit, data) {
  if (!unit.is_changed) return null;
  const before = unit.mine_made_from || unit.made_from;
  const box = element("div", "box changed");
  box.append(element("p", "lead", say(unit.mine_made_from ? "changed_mine" : before ? "changed" : "changed_unknown")));
  if (before) box.append(difference(before, unit.source, data));
  return box;
}

/** Draw what the checks found in a translation, each thing once, with the way to mend it. */
export function findingsBox(found) {
  if (!found.length) return null;
  const box = element("div", "box odd");
  box.append(element("p", "lead", say("findings")));
  const list = box.appendChild(element("ul"));
  list.setAttribute("role", "list"); // without its marks it were none for some who listen
  for (const sentence of new Set(found.map(sentenceOf))) list.append(element("li", "", sentence));
  return box;
}

function sentenceOf({ name, detail }) {
  return say(`finding_${name}`, { detail: apart(detail) }) || detail;
}

/** Draw two texts as one: what went is struck through, what came is underlined, both said in words. */
export function difference(before, after, data) {
  const languages = { lang: data.source_locale, dir: data.source_dir };
  const drawn = Object.assign(element("p", "text diff"), languages);
  for (const { kind, text } of differences(before, after)) {
    if (kind === "same") {
      drawn.append(text);
      continue;
    }
    const change = element(kind);
    const said = element("span", "unseen", say(kind === "del" ? "diff_del" : "diff_ins"));
    Object.assign(said, { lang: data.ui, dir: data.ui_dir });
    change.append(said, text);
    drawn.append(change);
  }
  return drawn;
}

/** Draw the text that was saved meanwhile, to choose between the two. */
export function conflictBox(view, unit, entry) {
  const found = entry?.theirs ?? savedSince(entry, unit);
  if (!found) return null;
  const { data } = view;
  const name = apart(nameOf(unit, found));
  const box = element("div", "box both");
  box.append(element("p", "lead", say(`${conflictKey(found, name)}_here`, { name })));
  const theirs = passage(element("p", "text"), found.text, unit.codes, data.locale, data.dir);
  box.append(element("p", "label", say("text_theirs")), theirs);
  if (!found.text) theirs.replaceWith(element("p", "label", say("text_none")));
  const choices = element("div", "choices");
  choices.append(
    button(say("save_mine"), () => view.saveMine(unit.id), "main"),
    button(say("take_other"), () => view.takeOther(unit.id)),
  );
  box.append(choices, element("p", "label", say("text_mine")));
  return box;
}

/** Draw what was typed in another tab or on another device, and is saved nowhere; in a conflict too. */
export function alsoBox(view, unit, entry) {
  if (!entry?.also.length) return null;
  const { data } = view;
  const box = element("div", "box also");
  box.append(element("p", "lead", say("also_here")));
  entry.also.forEach((each, index) => {
    const choices = element("div", "choices");
    choices.append(
      button(say("also_take"), () => view.settle(unit.id, index, true)),
      button(say("also_forget"), () => view.settle(unit.id, index, false)),
    );
    box.append(passage(element("p", "text"), each.text, unit.codes, data.locale, data.dir), choices);
  });
  return box;
}

/** Draw what was typed for paragraphs that are not in the statement any more. */
export function goneBox(view) {
  const { doc, data } = view;
  const gone = doc.isComplete ? [...doc.outbox.entries].filter(([unit]) => !doc.unit(unit)) : [];
  if (!gone.length) return null;
  const box = element("div", "box gone");
  box.append(element("p", "lead", say("gone_here")));
  for (const [unit, entry] of gone) {
    [entry, ...entry.also].forEach(({ text }, index) => {
      const drawn = passage(element("p", "text"), text, [], data.locale, data.dir);
      box.append(drawn, button(say("gone_forget"), () => view.forgetGone(unit, index - 1)));
    });
  }
  return box;
}
