// How this page asks the server. A status of 0 says that nothing came back.

const PATIENCE = 20000;
const MOST_KEPT_ALIVE = 60000; // bytes that browsers go on sending for a page that is gone

export function place(root, path) {
  return new URL(`/${root ? `${root}/` : ""}${path}`, document.baseURI);
}

/** Send something; `{status, data}`. */
export async function tell(root, path, person, body, patience = PATIENCE) {
  const text = JSON.stringify(body);
  const bytes = new TextEncoder().encode(text).length;
  return asked(place(root, path), {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Person": person },
    body: text,
    keepalive: bytes < MOST_KEPT_ALIVE,
    signal: AbortSignal.timeout(patience),
  });
}

/** Fetch something; `{status, data}`. */
export async function fetched(root, path, values, person = "") {
  const where = place(root, path);
  where.search = new URLSearchParams(values);
  return asked(where, person ? { headers: { "X-Person": person } } : {});
}

async function asked(where, how) {
  try {
    const answer = await fetch(where, { credentials: "same-origin", redirect: "error", ...how });
    const data = await answer.json().catch(() => null);
    if (data === null && answer.status === 200) throw new Error("this is not our server");
    return { status: answer.status, data: data ?? {} };
  } catch {
    return { status: 0, data: {} };
  }
}
