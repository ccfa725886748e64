// What the small pages do beyond a plain form. Without this script they still let people in and out.
// Every sentence comes from the page; there is none here.

const TEXTS = "undersigned.text/";
const EVERYBODY = "*";
const main = document.querySelector("main");

/** Name the texts that this browser keeps of one member, or of everybody; settings are none. */
function textsOf(whose) {
  if (!whose) return [];
  const start = whose === EVERYBODY ? TEXTS : `${TEXTS}${whose}/`;
  return Object.keys(localStorage).filter((key) => key.startsWith(start));
}

/** Send a form once, however often its button is pressed: a second answer would hide the first. */
for (const form of document.querySelectorAll("form[data-once]")) {
  let isSent = false;
  form.addEventListener("submit", (event) => {
    if (isSent) event.preventDefault();
    isSent = true;
  });
  addEventListener("pageshow", () => { isSent = false; });
}

/** Copy a link; where the browser forbids it, mark it, so that a menu can. */
for (const button of document.querySelectorAll("button[data-copy]")) {
  const text = document.getElementById(button.dataset.copy);
  const status = document.getElementById("copied");
  button.hidden = false;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(text.textContent);
      status.textContent = status.dataset.said;
    } catch {
      getSelection().selectAllChildren(text);
      status.textContent = status.dataset.failed;
    }
  });
}

// A link in a message is opened without the cookie. Who is signed in is shown that page instead.
if (main.hasAttribute("data-ask-again")) {
  fetch(location.href, { method: "HEAD" }).then((answer) => {
    if (answer.headers.get("x-here")) location.replace(location.href);
  }, () => {});
}

if (main.hasAttribute("data-unsent")) {
  const warning = document.getElementById("unsent");
  try {
    warning.hidden = !textsOf(main.dataset.unsent).some(isUnsent);
  } catch {
    warning.hidden = true; // a memory that may not be looked at holds nothing
  }
}

if (main.hasAttribute("data-clear")) {
  const status = document.getElementById("cleared");
  try {
    textsOf(main.dataset.clear).forEach((key) => localStorage.removeItem(key));
    status.textContent = status.dataset.said;
  } catch {
    status.textContent = status.dataset.failed;
  }
}

/** Tell whether an entry is a text that has not reached the server; see components/statement. */
function isUnsent(key) {
  try {
    const found = JSON.parse(localStorage.getItem(key));
    return Boolean(found) && (found.text !== found.drafted || Boolean(found.request || found.also?.length));
  } catch {
    return false;
  }
}
