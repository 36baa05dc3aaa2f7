// The page of one partnership: its views, what is told by the server, what buttons do.

import { act, ask, n, say } from "./asking.js";
import { morph } from "./morph.js";
import * as fields from "./fields.js";
import * as preview from "./preview.js";
import * as drop from "./drop.js";
import { button, element, reasons } from "./refusals.js";

const view = document.getElementById("view");
let text = null; // the module of the text view, while it is open
let current = Number(document.body.dataset.version);

// --- views -------------------------------------------------------------------------------------

/** Show the view of an address, as it is now; the page around it stays. */
export async function show(address, { isNew = true, key = "" } = {}) {
  if (isNew && !(await mayLeave())) return;
  const [path, hash] = address.split("#");
  const answer = await ask(path + (path.includes("?") ? "&" : "?") + "part");
  const above = path.match(/^(\/\d+\/form\/)([a-z_]+)[^a-z_]/);
  if (answer.status === 404 && above && !isNew) return show(above[1] + above[2]); // an entry that is gone
  if (!answer.ok) return say(answer.status === 404 ? "That is not there any more." : "", true);
  const there = document.createElement("template");
  there.innerHTML = await answer.text();
  if (isNew) {
    text?.close();
    text = null;
    view.replaceChildren(there.content);
    if (address !== location.pathname + location.search + location.hash) history.pushState(null, "", address);
    mark(path);
    view.scrollTop = 0;
  } else {
    morph(view, there.content);
  }
  view.dataset.version = answer.headers.get("X-Version");
  await opened(hash);
  if (isNew) beside(path);
  if (key) fields.goTo(key);
  else if (isNew) view.focus({ preventScroll: true });
}

/** Whether nothing that was typed is lost if the view goes, or somebody leaves it behind. */
async function mayLeave() {
  const left = (await fields.unsaved()).length || Number(Boolean(text?.isUnsaved()));
  if (!left) return true;
  const isLeft = window.confirm("What you typed here could not be saved. Leave it behind?");
  if (isLeft) say("");
  return isLeft;
}

/** Set up what a view needs that was opened. */
async function opened(hash) {
  if (document.getElementById("editor") && !text) {
    text = await import("./text.js");
    await text.open(hash);
  }
}

/** Show the document that a view is about beside it. */
function beside(path) {
  if (path.split("/")[2] !== "agreement") return;
  const clause = view.querySelector(".stated [data-clause]") ?? view.querySelector("[data-clause]");
  preview.turnTo("partnership-agreement", clause?.dataset.clause ?? "");
}

function mark(path) {
  const name = path.split("/")[2];
  for (const one of document.querySelectorAll(".views a")) {
    if (one.dataset.view !== name) one.removeAttribute("aria-current");
    else {
      one.setAttribute("aria-current", "page");
      one.scrollIntoView({ block: "nearest", inline: "center" });
    }
  }
  document.title = `${view.querySelector("h1")?.textContent ?? ""} – ${document.querySelector(".acronym").textContent}`;
}

const refresh = () => show(location.pathname + location.search, { isNew: false });

// --- what the server tells ---------------------------------------------------------------------

let stream = null;

function listen() {
  if (stream || document.hidden) return;
  stream = new EventSource(`/${n}/events`);
  stream.addEventListener("version", (event) => changed(JSON.parse(event.data).version));
  stream.onerror = () => say("The program does not answer.", true);
  stream.onopen = () => say(fields.standing(), Boolean(fields.standing()));
}

/** React to another version of the spec, whoever made it. */
async function changed(version, { isOwn = false } = {}) {
  if (version === current) return;
  const before = current;
  current = version;
  try {
    await preview.update(); // what somebody looks at comes before what is said beside the fields
    if (text) await text.follow();
    else await refresh();
    if (!isOwn) {
      const answer = await ask("verdict");
      if (answer.ok) verdict(await answer.text());
    }
  } catch {
    current = before; // nobody answered: looked at again when the stream is back
  }
}

function verdict(html) {
  document.getElementById("verdict").innerHTML = html;
}

let asking = 0;

/** Say a moment later which texts still say what was changed. */
function tellStale() {
  clearTimeout(asking);
  asking = setTimeout(async () => {
    const answer = await ask("stale");
    const place = document.getElementById("stale");
    if (!answer.ok) return;
    place.innerHTML = await answer.text();
    place.hidden = !place.textContent.trim();
  }, 900);
}

/** Take in what came of a change that was made here. */
export async function settle(done) {
  if (done.renamed) { // the address of a screen has the id of its entry
    const [from, to] = done.renamed.map((id) => `[${id}]`);
    const address = decodeURIComponent(location.pathname);
    if (address.includes(from)) history.replaceState(null, "", encodeURI(address.replace(from, to)));
  }
  if (done.verdict) verdict(done.verdict);
  if (done.saved) tellStale();
  const left = fields.standing();
  if (done.saved) say(left || "Saved", Boolean(left));
  else say(done.error || left || "Not saved", true);
  if (done.isBack) await refresh();
  if (done.version) await changed(done.version, { isOwn: true });
  return done;
}

// A browser that slept looks again when it wakes; one that nobody sees asks for nothing.
document.addEventListener("visibilitychange", () => {
  if (document.hidden) {
    stream?.close();
    stream = null;
  } else {
    listen();
  }
});
window.addEventListener("beforeunload", (event) => {
  if (document.querySelector("[data-unsaved]") || text?.isUnsaved()) event.preventDefault();
});

// --- buttons and links -------------------------------------------------------------------------

/** Take in what came of a step taken back or made again; one that stays can be passed over. */
async function turned(done, what, { isNext = false } = {}) {
  await settle(done);
  const number = isNext ? Number(document.querySelector("[data-act=undo]")?.dataset.number) : 0;
  const place = document.getElementById("refused");
  place.hidden = done.saved;
  place.replaceChildren();
  if (!done.saved) {
    place.append(element("p", "", `${what}: ${reasons(done)}.`));
    if (number) place.append(button("Leave that change as it is", () => passOver(number)), " ");
    place.append(button("Close", () => (place.hidden = true)));
  }
}

/** Leave a change as it is, so that those before it can be taken back. */
async function passOver(number) {
  await turned(await act("pass-over", { number }), "Not passed over");
  await refresh();
}

const ACTS = {
  undo: async () => turned(await act("undo", {}), "Not taken back", { isNext: true }),
  redo: async () => turned(await act("redo", {}), "Not made again"),
  "write-again": async () => turned(await act("write-again", {}), "Not written"),
  preview: () => preview.toggle(),
  "stale-close": () => {
    document.getElementById("stale").hidden = true;
    return act("seen", {});
  },
  "undo-taking": async () => {
    const done = await act("undo-taking", {});
    say(done.error || (done.done ? "Taken back" : "Nothing was taken"), Boolean(done.error));
    await refresh();
  },
};

document.addEventListener("click", async (event) => {
  const one = event.target.closest("a, button");
  if (!one || event.ctrlKey || event.metaKey) return;
  const data = one.dataset;
  if (one.matches("[data-go], [data-view], [data-screen]")) {
    event.preventDefault();
    await show(one.getAttribute("href"), { key: data.key || "" });
  } else if (data.act) await ACTS[data.act]?.();
  else if (data.undo) await turned(await act("undo", { number: Number(data.undo) }), "Not taken back").then(refresh);
  else if (data.build) {
    const done = await act("build", { document: data.build, format: data.format });
    say(done.error || "Being made", Boolean(done.error));
    await built(data.build, data.format);
  }
});

/** Wait for a file, and hand it out. */
async function built(name, format) {
  await refresh();
  for (let tries = 0; tries < 600; tries += 1) {
    await new Promise((done) => setTimeout(done, 500));
    const answer = await ask(`building?document=${encodeURIComponent(name)}&format=${format}`);
    const { state, error } = await answer.json();
    if (state === "being made") continue;
    say(error || "Made", Boolean(error));
    if (!error) location.assign(`/${n}/file/${name}.${format}`);
    break;
  }
  await refresh();
}

document.addEventListener("change", async (event) => {
  const form = event.target.closest("#what-if");
  const choice = event.target.closest("[data-choice]");
  if (form) {
    const asked = new FormData(form);
    const query = new URLSearchParams({
      without: asked.getAll("without").join(","), strand: asked.get("strand"), call: asked.get("call"),
    });
    history.replaceState(null, "", `/${n}/what-if?${query}`);
    await refresh();
  } else if (choice) {
    const change = { do: "set", key: choice.dataset.choice, value: event.target.value, sure: true };
    await settle(await act("change", { changes: [change], version: Number(view.dataset.version) || 0 }));
  }
});

document.addEventListener("keydown", (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.target.closest(".editor")) return;
  const isTyping = event.target.matches("input[type=text], input:not([type]), textarea");
  if (event.key === "z" && !isTyping) {
    event.preventDefault();
    ACTS[event.shiftKey ? "redo" : "undo"]();
  }
});

window.addEventListener("popstate", () => show(location.pathname + location.search + location.hash));

view.dataset.version = document.body.dataset.version;
fields.begin(view, settle);
preview.begin((path) => (text ? text.goToPath(path) : goToPath(path)));
beside(location.pathname);
drop.begin(() => show(`/${n}/returned`));
opened(location.hash.slice(1));
if (location.hash.startsWith("#f:")) fields.goTo(decodeURIComponent(location.hash.slice(3)));
listen();

async function goToPath(path) {
  const found = await (await ask(`where?path=${encodeURIComponent(path)}`)).json();
  if (found.key) await show(`/${n}/form/${encodeURIComponent(found.screen)}`, { key: found.key });
}
