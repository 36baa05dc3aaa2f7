// Files that came back, dropped anywhere on the page or chosen; proposals taken one by one.

import { act, n, say } from "./asking.js";

const curtain = document.getElementById("drop");
const LARGEST = 50_000_000; // bytes
let shown = null;

/** Take dropped files; `done` shows what they propose. */
export function begin(done) {
  shown = done;
  document.addEventListener("dragover", (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    curtain.hidden = false;
  });
  document.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) curtain.hidden = true;
  });
  document.addEventListener("drop", async (event) => {
    event.preventDefault();
    curtain.hidden = true;
    for (const file of event.dataTransfer.files) await send(file);
  });
  document.addEventListener("change", async (event) => {
    if (event.target.id === "upload") for (const file of event.target.files) await send(file);
  });
  document.addEventListener("click", decide);
}

async function send(file) {
  if (file.size > LARGEST) return say(`${file.name} is larger than 50 MB`, true);
  say(`Reading ${file.name} …`);
  const sender = document.getElementById("sender")?.value ?? "";
  const query = new URLSearchParams({ name: file.name, from: sender });
  try {
    const answer = await fetch(`/${n}/drop?${query}`, {
      method: "POST", headers: { "Content-Type": "application/octet-stream" }, body: file,
    });
    const found = answer.ok ? {} : await answer.json().catch(() => ({ error: `refused (${answer.status})` }));
    say(found.error || "", Boolean(found.error));
  } catch {
    return say("The program does not answer.", true);
  }
  await shown();
}

async function decide(event) {
  const one = event.target.closest("[data-take], [data-leave], [data-take-all]");
  if (!one) return;
  const section = one.closest("[data-file]");
  const every = [...section.querySelectorAll("tr.proposed [data-take]")].map((other) => Number(other.dataset.take));
  const asked = {
    number: Number(section.dataset.file),
    taken: "takeAll" in one.dataset ? every : "take" in one.dataset ? [Number(one.dataset.take)] : [],
    kept: "leave" in one.dataset ? [Number(one.dataset.leave)] : [],
  };
  const done = await act("take", asked);
  const wrong = done.error || notTaken(done.refused ?? [], asked.taken.length);
  say(wrong || "Saved", Boolean(wrong));
  await shown();
}

/** Return in words what could not be taken, nothing if all could; each row says it as well. */
function notTaken(refused, whole) {
  const [first] = refused;
  if (!first) return "";
  return whole === 1 ? `Not taken: ${first.why}` : `${refused.length} of ${whole} not taken; ${first.key}: ${first.why}`;
}
