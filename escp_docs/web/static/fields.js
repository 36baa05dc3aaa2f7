// Fields that save themselves: what is typed is in the file before the page says so.

import { act, say } from "./asking.js";
import { added, clicked } from "./entries.js";
import { follow } from "./preview.js";
import { count, marked } from "./prose.js";
import { refused, tell } from "./refusals.js";

const TYPED = 15; // milliseconds of silence after which what was typed is sent
const AGAIN = 2000; // milliseconds after which what nobody heard is sent again
const waiting = new Map();
const stays = new Map(); // the last stay in the field of each key: what is typed in one is undone at one go
let view = null;
let settle = null;
let queue = Promise.resolve(); // one change after the other, so that each knows what the last one did

/** Let the fields of a view save themselves. */
export function begin(place, settled) {
  [view, settle] = [place, settled];
  place.addEventListener("input", (event) => typed(event.target, TYPED));
  place.addEventListener("change", (event) => typed(event.target, 0));
  place.addEventListener("focusin", (event) => entered(event));
  place.addEventListener("focusout", (event) => left(event.target.closest("[data-key]")));
  place.addEventListener("click", (event) => clicked(event, view, settle));
  place.addEventListener("submit", (event) => added(event, view, settle));
  place.addEventListener("keydown", marked);
}

// --- one field ---------------------------------------------------------------------------------

/** Say why a field that somebody left is not saved, or show what others changed in it meanwhile. */
function left(field) {
  tell(field);
  if (field?.dataset.version !== undefined) setTimeout(() => save(field));
}

function typed(target, delay) {
  const field = target.closest("[data-key]");
  if (!field || target.closest(".add")) return;
  count(field);
  field.dataset.unsaved = "";
  clearTimeout(waiting.get(field));
  waiting.set(field, setTimeout(() => save(field), delay));
}

/** Return what a field states: a text, a list, or null for nothing. */
export function value(field) {
  if (field.dataset.control === "several") {
    const chosen = [...field.querySelectorAll("input:checked")].map((one) => one.value);
    return chosen.length ? chosen : null;
  }
  const text = field.querySelector("input, select, textarea").value.trim();
  if (field.dataset.control !== "lines") return text || null;
  const lines = text.split("\n").map((one) => one.trim()).filter(Boolean);
  return lines.length ? lines : null;
}

function save(field) {
  waiting.delete(field);
  queue = queue.then(async () => {
    if (!field.isConnected || waiting.has(field)) return;
    const seen = JSON.parse(field.dataset.seen);
    const wanted = value(field);
    if (same(seen, wanted)) return given(field);
    say("Saving …");
    const change = wanted === null ? { do: "remove" } : { do: "set", value: wanted };
    await send(field, { ...change, key: field.dataset.key, seen });
  });
  return queue;
}

async function send(field, change) {
  const version = Number(field.dataset.version || view.dataset.version) || 0;
  const done = await act("change", { changes: [change], version, stay: stays.get(change.key) ?? "" });
  if (done.saved) {
    if (change.key.endsWith(".id")) done.renamed = [change.seen, change.value];
    field.dataset.seen = JSON.stringify(change.value ?? null);
    clean(field);
  } else if (done.isUnheard) {
    setTimeout(() => save(field), AGAIN);
  } else {
    refused(field, done, change);
  }
  await settle(done);
}

/** Take in that a field states again what the file states. */
async function given(field) {
  const isOther = isRefused(field) || field.dataset.version !== undefined;
  clean(field);
  if (isOther) await settle({ saved: true, isBack: true });
}

const isRefused = (field) => "refused" in field.dataset || "conflict" in field.dataset;

/** Say how many fields of the view hold what was refused; nothing if none does. */
export function standing() {
  const many = [...view.querySelectorAll("[data-key]")].filter(isRefused).length;
  return many ? `${many} ${many === 1 ? "field" : "fields"} not saved` : "";
}

function clean(field) {
  delete field.dataset.refused;
  delete field.dataset.conflict;
  delete field.dataset.told;
  delete field.dataset.version;
  if (!waiting.has(field)) delete field.dataset.unsaved;
  field.querySelector(":scope > .conflict")?.remove();
}

/** Whether two values state the same. */
export function same(one, other) {
  const plain = (value) => JSON.stringify(typeof value === "string" ? value.trim() : value);
  return plain(one) === plain(other);
}

/** Wait for what is being saved; return the fields whose values could not be. */
export async function unsaved() {
  for (const field of [...waiting.keys()]) {
    clearTimeout(waiting.get(field));
    save(field);
  }
  await queue;
  return [...view.querySelectorAll("[data-unsaved]")];
}

/** Ask for a change once more, after what is on its way. */
export function resend(field, change) {
  queue = queue.then(() => send(field, change));
}

/** Let a field state a value, and save it. */
export function put(field, wanted) {
  if (field.dataset.control === "several") {
    for (const one of field.querySelectorAll("input")) one.checked = (wanted ?? []).includes(one.value);
  } else {
    field.querySelector("input, select, textarea").value = Array.isArray(wanted) ? wanted.join("\n") : wanted ?? "";
  }
  field.querySelector(".says")?.replaceChildren();
  field.dataset.unsaved = "";
  save(field);
}

// --- where somebody is -------------------------------------------------------------------------

function entered(event) {
  const field = event.target.closest("[data-key]");
  if (field && !field.contains(event.relatedTarget)) stays.set(field.dataset.key, crypto.randomUUID());
  if (field?.dataset.path) follow(field.dataset.path);
}

/** Go to the field of a key, or to the nearest around it. */
export function goTo(key) {
  let found = null;
  for (let name = key; name && !found; name = name.replace(/(\.[^.[\]]+|\[[^\]]*\])$/, "")) {
    found = ["f:", "l:", "e:", "g:"].map((kind) => document.getElementById(kind + name)).find(Boolean);
    if (!/[.[]/.test(name)) break;
  }
  if (!found) return;
  found.scrollIntoView({ block: "center" });
  found.querySelector("input, select, textarea, a, button")?.focus({ preventScroll: true });
  found.classList.add("just-gone-to");
  setTimeout(() => found.classList.remove("just-gone-to"), 1700);
}
