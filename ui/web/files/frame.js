// Tells the page itself in which language it speaks and which way it runs, gives it its icon, and keeps
// what this person types.

import { keepFieldsOf } from "./fields.js";

export default function frame({ data }) {
  const page = document.documentElement;
  page.lang = data.lang;
  page.dir = data.dir;
  const icon = document.querySelector("link[rel~=icon]");
  if (icon && data.icon) icon.href = new URL(data.icon, document.baseURI);
  keepFieldsOf(data.person);
}
