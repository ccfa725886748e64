// A file that is read in the browser and handed over with the page's own messages: nothing is uploaded
// to a place where it would lie for others. See components/choosing.py.

const DRAWN = new WeakMap(); // root -> its view

export default function choosing({ data, parentElement, setStateValue }) {
  const root = parentElement.querySelector(".us-choosing");
  if (!DRAWN.has(root)) DRAWN.set(root, draw(root));
  const view = DRAWN.get(root);
  Object.assign(root, { lang: data.ui, dir: data.ui_dir });
  view.label.textContent = data.label;
  view.input.accept = data.accept;
  view.input.onchange = () => take(view, data, setStateValue);
}

function draw(root) {
  const label = Object.assign(document.createElement("label"), { htmlFor: `file-${crypto.randomUUID()}` });
  const input = Object.assign(document.createElement("input"), { type: "file", id: label.htmlFor });
  const said = document.createElement("p");
  said.setAttribute("role", "status");
  root.replaceChildren(label, input, said);
  return { label, input, said };
}

/** Hand over the file that was chosen; one that is too large is not even read. */
async function take(view, data, setStateValue) {
  const file = view.input.files[0];
  view.said.textContent = "";
  if (file && file.size > data.limit) {
    view.said.textContent = data.too_large;
    view.input.value = "";
    setStateValue("file", null);
    return;
  }
  try {
    setStateValue("file", file ? { name: file.name, data: await inBase64(file) } : null);
  } catch {
    view.said.textContent = data.unreadable;
    setStateValue("file", null);
  }
}

function inBase64(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result.slice(reader.result.indexOf(",") + 1));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}
