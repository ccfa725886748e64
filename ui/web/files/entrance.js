// What the small pages do beyond a plain form. Without this script they still let people in and out.
// Every sentence comes from the page; there is none here.

const OURS = "undersigned.";
const TEXTS = `${OURS}text/`;
const main = document.querySelector("main");

/** Give the keys of this browser's memory that are ours; none where it may not be looked at. */
function kept() {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(OURS));
  } catch {
    return [];
  }
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
  warning.hidden = !kept().some(isUnsent);
}

if (main.hasAttribute("data-clear")) {
  const status = document.getElementById("cleared");
  try {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith(OURS)) localStorage.removeItem(key);
    }
    status.textContent = status.dataset.said;
  } catch {
    status.textContent = status.dataset.failed;
  }
}

/** Tell whether an entry is a text that has not reached the server; see components/statement. */
function isUnsent(key) {
  try {
    const found = key.startsWith(TEXTS) && JSON.parse(localStorage.getItem(key));
    return Boolean(found) && (found.text !== found.drafted || Boolean(found.request));
  } catch {
    return false;
  }
}
