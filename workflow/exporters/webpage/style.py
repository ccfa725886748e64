"""The style sheet of the web page: one column, a book face, one ink.

Widths, margins and borders are logical (`inline-start`, never `left`), so that a page from right
to left is mirrored as a whole. The variables `--book`, `--plain`, `--size` and `--leading` come
from `faces`, for each language on the page.
"""

_SHEET = """
:root {
  color-scheme: light dark;
  --ground: #fdfdfb; --ink: #1c1e24; --soft: #575c67; --line: #d5d6d4; --accent: #24408e;
  --shade: #f3f3ef;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #131519; --ink: #e6e4de; --soft: #a5a9b2; --line: #3a3e46; --accent: #a3bbf6;
    --shade: #1b1e24;
  }
}
* { box-sizing: border-box; }
html { background: var(--ground); color: var(--ink); text-size-adjust: 100%; }
body {
  margin: 0 auto; max-width: 36em; padding: clamp(2rem, 8vw, 6rem) clamp(1.25rem, 5vw, 2rem) 4rem;
  font: calc(clamp(1.0625rem, 1rem + .35vw, 1.1875rem) * var(--size)) / var(--leading) var(--book);
  font-kerning: normal; hyphens: manual; line-break: strict; overflow-wrap: anywhere;
  text-autospace: normal; text-wrap: var(--wrap);
}
[lang] { font-family: var(--book); }
:lang(ko) { word-break: keep-all; }
p[lang] { line-height: var(--leading); }
p { text-align: var(--align); }
p, ol, ul, li, blockquote, pre, table, h1, h2, h3, h4, h5, h6, hgroup { margin: 0; padding: 0; }
:is(main, header, blockquote, li > div) > * + * { margin-block-start: .85em; }

header { margin-block-end: 2.6em; }
header::after {
  content: ""; display: block; inline-size: 4.5em; margin-block-start: 1.9em;
  border-block-end: 2px solid var(--accent);
}
h1, h2, h3, h4, h5, h6 {
  font-weight: 600; line-height: calc(var(--leading) * .8); text-wrap: balance;
  break-after: avoid;
  /* Letters that rise above their line stay with it on the next page. */
  padding-block-start: calc((var(--leading) - 1.5) * .4em);
}
h1 { font-size: clamp(1.75em, 1.3em + 2.2vw, 2.35em); line-height: calc(var(--leading) * .74); }
h1.long { font-size: clamp(1.35em, 1.15em + .9vw, 1.6em); line-height: calc(var(--leading) * .8); }
h1.part { font-size: 1.55em; }
.subtitle { font-size: 1.12em; line-height: calc(var(--leading) * .88); color: var(--soft); }
h1 + .subtitle { margin-block-start: .9em; }
h2 { font-size: 1.28em; }
h3 { font-size: 1.1em; }
h4, h5, h6 { font-size: 1em; }
main > :is(h1, h2, h3, h4, h5, h6):not(:first-child) { margin-block-start: 2em; }
main > :is(h1, h2, h3, h4, h5, h6) + :is(*, :not(:first-child)) { margin-block-start: .75em; }

.date-line, .byline { color: var(--soft); }
header .date-line, header .byline { margin-block-start: 1.1em; }
header p, .signatories p { text-align: start; }
header p { text-wrap: balance; }
header .byline + .date-line, header .date-line + .byline { margin-block-start: 0; }
.salutation { margin-block: 1.6em 1.1em; }
blockquote {
  margin-block: 1.4em; padding-inline-start: 1.2em; border-inline-start: 2px solid var(--line);
}

ol, ul { list-style: none; }
ol { display: grid; grid-template-columns: minmax(1.7em, max-content) minmax(0, 1fr); }
ol > li {
  display: grid; grid-column: 1 / -1; grid-template-columns: subgrid; column-gap: .6em;
  align-items: baseline;
}
ol.wide, ol.wide > li { display: block; }
ol.wide > li > .marker { display: block; text-align: start; white-space: normal; font-weight: 600; }
ol.wide > li + li { margin-block-start: 1.3em; }
ul > li:has(> .marker) { display: flex; column-gap: .6em; align-items: baseline; }
ul > li > .marker { flex: none; min-inline-size: 1.6em; }
li + li { margin-block-start: .55em; }
main > ol > li + li { margin-block-start: .85em; }
main > :is(ol, ul) { margin-block: 1.25em; }
.marker { text-align: end; white-space: nowrap; font-variant-numeric: lining-nums tabular-nums; }
ol > li > .marker, ul > li > .marker { color: var(--accent); }
li.bullet { position: relative; padding-inline-start: 1.5em; }
li.bullet::before {
  content: ""; position: absolute; inset-block-start: calc(var(--leading) * .5em - .16em);
  inset-inline-start: .5em; border: .16em solid var(--accent); border-radius: 50%;
}

ul > li > div { flex: 1; min-inline-size: 0; }

.signatories {
  columns: 15.5em; column-gap: 2.2em; padding-block-start: 1.6em;
  border-block-start: 1px solid var(--line); font-size: .92em;
}
main > .signatories { margin-block: 1.6em 2.4em; }
.signatories li { break-inside: avoid; line-height: calc(var(--leading) * .92); }
.signatories li + li { margin-block-start: .5em; }

.table { overflow-x: auto; overscroll-behavior-x: contain; }
main > :is(.table, pre) { margin-block: 1.4em; }
table { border-collapse: collapse; min-inline-size: min(100%, 16em); }
th, td {
  padding: .5em 0; text-align: start; vertical-align: baseline; text-wrap: wrap;
  line-height: calc(var(--leading) * .9); border-block-end: 1px solid var(--line);
  font-variant-numeric: lining-nums tabular-nums; overflow-wrap: break-word;
}
:is(th, td) + :is(th, td) { padding-inline-start: 1.4em; }
/* A cell is at least a word wide, and no wider than a line that is pleasant to read. */
:is(th, td) { min-inline-size: 4em; max-inline-size: 24em; }
@media screen and (max-width: 40em) {
  table { inline-size: max-content; }
  :is(th, td) { max-inline-size: 12em; }
}
th { font-weight: 600; vertical-align: bottom; border-block-end: 2px solid var(--line); }
th.center, td.center { text-align: center; }
th.end, td.end { text-align: end; }
pre {
  overflow-x: auto; overscroll-behavior-x: contain; padding: .9em 1.1em; line-height: 1.55;
  text-align: start; tab-size: 4; background: var(--shade); border-radius: 3px;
}
pre code { white-space: pre; overflow-wrap: normal; }
:is(.table, pre):focus-visible { outline: 2px solid var(--accent); outline-offset: 3px; }
hr { inline-size: 4.5em; margin: 2.4em auto; border: 0; border-block-start: 1px solid var(--soft); }
/* Struck words are read aloud between brackets: not every voice says what a line says. */
del { text-decoration: line-through 1px; color: var(--soft); }
del::before, del::after {
  content: " [\\2212 "; position: absolute; inline-size: 1px; block-size: 1px;
  overflow: hidden; clip-path: inset(50%); white-space: nowrap;
}
del::after { content: " \\2212] "; }

.source-line, .boilerplate, .caption, .status {
  font-family: var(--plain); font-size: .8em; color: var(--soft);
  line-height: calc(var(--leading) * .95);
}
main > :is(.source-line, .boilerplate) { margin-block-start: 2.2em; }
main > :is(.source-line, .boilerplate) + :is(.source-line, .boilerplate) {
  margin-block-start: .5em;
}
.notes { margin-block: 2.8em 0; padding-block-start: 1.1em; position: relative; font-size: .86em; }
main > .notes { margin-block: 2.8em 0; }
.notes::before {
  content: ""; position: absolute; inset-block-start: 0; inset-inline-start: 0;
  inline-size: 7em; border-block-start: 1px solid var(--line);
}
.notes li:target, sup a:target { background: color-mix(in srgb, var(--accent) 14%, transparent); }
sup { font-size: .7em; line-height: 0; font-variant-numeric: lining-nums; }

a { color: var(--accent); text-decoration: underline 1px; text-underline-offset: .22em; }
a:hover { text-decoration-thickness: 2px; }
a:focus-visible { outline: 2px solid var(--accent); outline-offset: 3px; border-radius: 2px; }
sup a, .marker a { text-decoration: none; }
strong { font-weight: 650; }
code { font-family: ui-monospace, "Noto Sans Mono", Consolas, monospace; font-size: .88em; }

/* What is not translated yet is marked wherever it stands; in an item it stays by its bullet. */
main > :is(p, h1, h2, h3, h4, h5, h6)[lang]:not([lang$="-x-kept"]), blockquote > p[lang] {
  padding-inline-start: 1em; border-inline-start: 1px dotted var(--soft);
}
:is(li, th, td) [lang]:not(.language, [lang$="-x-kept"]) {
  text-decoration: underline dotted 1px var(--soft); text-underline-offset: .3em;
}
:dir(rtl) > li [dir="ltr"][lang], :dir(ltr) > li [dir="rtl"][lang] { text-align: end; }
.language {
  font: 400 calc(.75rem * var(--size)) / 1 var(--plain); color: var(--soft);
  white-space: nowrap;
}
footer { margin-block-start: 4em; }
.status { display: flex; align-items: center; gap: .7em; }
.status small { font-size: .7em; }
progress {
  appearance: none; flex: 0 1 7em; block-size: 3px; border: 0; background: var(--line);
  accent-color: var(--accent); print-color-adjust: exact;
}
progress::-webkit-progress-bar { background: var(--line); }
progress::-webkit-progress-value { background: var(--accent); }
progress::-moz-progress-bar { background: var(--accent); }

@page { margin: 22mm 24mm 24mm; @bottom-center { content: counter(page); font: 9pt serif; } }
@media print {
  :root {
    color-scheme: light;
    --ground: #fff; --ink: #000; --soft: #444; --line: #999; --accent: #24408e;
    --shade: #fff;
  }
  body { max-width: none; padding: 0; font-size: calc(11pt * var(--size)); orphans: 3; widows: 3; }
  header { margin-block-end: 1.8em; }
  blockquote:not(:has(blockquote, ol, ul, .table, pre)), .notes li, tr { break-inside: avoid; }
  .table { overflow: visible; }
  table { inline-size: auto; }
  pre { border: 1px solid var(--line); }
  pre code { white-space: pre-wrap; overflow-wrap: anywhere; }
  p:has(+ :is(ol, ul, blockquote, .table, pre)) { break-after: avoid; }
  a { color: inherit; text-decoration: none; }
  a[href^="http"]:not(.bare)::after {
    content: "<" attr(href) ">"; font-size: .8em; unicode-bidi: isolate; direction: ltr;
    margin-inline-start: .3em;
  }
  a[href^="http"]:dir(rtl)::after { margin-inline: 0 .3em; }
}
"""

# Below some depth there is no room left to set lines in: markers run in with their text.
_RUN_IN = """
DEEP :is(ol, ol > li, ul > li:has(> .marker)) { display: block; }
DEEP :is(li, li.bullet, blockquote) { padding-inline-start: .4em; }
DEEP li > .marker, DEEP li > div, DEEP li > div > p:first-child { display: inline; }
DEEP li > .marker { margin-inline-end: .4em; }
DEEP li.bullet::before {
  position: static; display: inline-block; margin-inline-end: .5em; vertical-align: .2em;
}
"""


def _run_in(depth: int) -> str:
    """Write the rules for what stands inside so many items and quotations."""
    return _RUN_IN.replace("DEEP", " ".join([":is(li, blockquote)"] * depth))


STYLE = f"{_SHEET}{_run_in(6)}@media screen and (max-width: 40em) {{{_run_in(3)}}}\n"
