// Requests to the server that this page came from.

export const n = document.body.dataset.n;

/** Return the answer to a request, at /N/... where the path has no slash in front. */
export async function ask(path, body) {
  const address = path.startsWith("/") ? path : `/${n}/${path}`;
  const options = body === undefined ? {} : {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  };
  const answer = await fetch(address, { ...options, credentials: "same-origin" });
  if (answer.status === 401) say("This page is old: open the address that escp-docs serve printed.", true);
  return answer;
}

/** Return what a request with a body comes to, an object in any case. */
export async function act(path, body) {
  try {
    const answer = await ask(path, body);
    const found = answer.headers.get("Content-Type")?.startsWith("application/json") ? await answer.json() : {};
    return answer.ok ? found : { ...found, saved: false, error: found.error || (await words(answer)) };
  } catch {
    return { saved: false, isUnheard: true, error: "the program does not answer; is it still running?" };
  }
}

async function words(answer) {
  return answer.bodyUsed ? `refused (${answer.status})` : answer.text();
}

/** Say at the head of the page how it stands. */
export function say(text, isWrong = false) {
  const place = document.getElementById("saved");
  if (!place) return;
  place.textContent = text;
  place.classList.toggle("not", isWrong);
}
