// How this page asks the server, and what an answer means. A status of 0 says that nothing came back.

const PATIENCE = 20000;
const MOST_KEPT_ALIVE = 60000; // bytes that browsers go on sending for a page that is gone

export function place(root, path) {
  return new URL(`/${root ? `${root}/` : ""}${path}`, document.baseURI);
}

/** Send something; `{status, data, after}`. */
export async function tell(root, path, person, body, patience = PATIENCE) {
  const text = JSON.stringify(body);
  const bytes = new TextEncoder().encode(text).length;
  const how = {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Person": person },
    body: text,
    keepalive: bytes < MOST_KEPT_ALIVE,
  };
  return asked(place(root, path), how, patience);
}

/** Fetch something; `{status, data, after}`. */
export async function fetched(root, path, values, person = "") {
  const where = place(root, path);
  where.search = new URLSearchParams(values);
  return asked(where, person ? { headers: { "X-Person": person } } : {}, PATIENCE);
}

async function asked(where, how, patience) {
  try {
    const signal = AbortSignal.timeout?.(patience); // older browsers wait as long as they like
    const answer = await fetch(where, { credentials: "same-origin", redirect: "error", signal, ...how });
    const data = await answer.json().catch(() => null);
    if (data === null && answer.status === 200) throw new Error("this is not our server");
    const after = Number(answer.headers.get("Retry-After")) || 0; // seconds
    return { status: answer.status, data: data ?? {}, after };
  } catch {
    return { status: 0, data: {}, after: 0 };
  }
}

// --- what an answer means --------------------------------------------------------------------------
// Others answer too: the sign-in page of a network, a proxy in between. Only our own words count.

/** Tell whether the text that was sent is saved now. */
export function isSaved({ status, data }) {
  return status === 200 && ["saved", "unchanged"].includes(data.outcome) && Number.isInteger(data.version);
}

/** Tell whether somebody saved another text meanwhile, and ours lies beside it. */
export function isBeside({ status, data }) {
  return status === 409 && data.outcome === "kept" && Number.isInteger(data.version);
}

/** Tell whether the texts of a statement came. */
export function isSheet({ status, data }) {
  return status === 200 && Array.isArray(data.units);
}

/** Tell whether the server says in its own words that it will not. */
export function isError({ data }) {
  return typeof data.error === "string";
}

/** Tell whether it was our server that answered. */
export function isOurs(answer) {
  return answer.status === 204 || isSaved(answer) || isBeside(answer) || isSheet(answer) || isError(answer);
}

/** Tell whether it would be answered no better if it were asked again. */
export function isFinal({ status }) {
  return status >= 400 && status < 500 && status !== 408 && status !== 429;
}

/** Say what came in the way: what is refused waits for a person, all else is sent again. */
export function troubleIn(answer) {
  const { status, data } = answer;
  if (status === 401) return "signed_out";
  if (status === 403 && data.error === "other_person") return "other_person";
  return isFinal(answer) && isError(answer) ? "refused" : "offline";
}
