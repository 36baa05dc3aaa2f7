// Fields that save themselves: what is typed is in the file before the page says so.

import { act, say } from "./asking.js";
import { follow } from "./preview.js";

const TYPED = 15; // milliseconds of silence after which what was typed is sent
const PATIENCE = 700; // milliseconds before somebody is told that what they type cannot be read
const waiting = new Map();
let view = null;
let settle = null;
let queue = Promise.resolve(); // one change after the other, so that each knows what the last one did

/** Let the fields of a view save themselves. */
export function begin(place, settled) {
  [view, settle] = [place, settled];
  place.addEventListener("input", (event) => typed(event.target, TYPED));
  place.addEventListener("change", (event) => typed(event.target, 0));
  place.addEventListener("focusin", (event) => followed(event.target));
  place.addEventListener("focusout", (event) => tell(event.target.closest("[data-key]")));
  place.addEventListener("click", clicked);
  place.addEventListener("submit", added);
  place.addEventListener("keydown", marked);
}

// --- one field ---------------------------------------------------------------------------------

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
    if (same(seen, wanted)) return clean(field);
    say("Saving …");
    const change = wanted === null ? { do: "remove" } : { do: "set", value: wanted };
    await send(field, { ...change, key: field.dataset.key, seen });
  });
  return queue;
}

async function send(field, change) {
  const version = Number(field.dataset.version || view.dataset.version) || 0;
  const done = await act("change", { changes: [change], version });
  if (done.saved) {
    field.dataset.seen = JSON.stringify(change.value ?? null);
    clean(field);
  } else {
    refused(field, done, change);
  }
  await settle(done);
}

function clean(field) {
  delete field.dataset.refused;
  delete field.dataset.version;
  if (!waiting.has(field)) delete field.dataset.unsaved;
  field.querySelector(":scope > .conflict")?.remove();
}

function same(one, other) {
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

// --- what stands in the way --------------------------------------------------------------------

function refused(field, done, change) {
  if (done.conflicts?.length) return conflict(field, done.conflicts[0], change);
  field.dataset.refused = JSON.stringify(done.faults ?? []);
  const mine = value(field);
  setTimeout(() => same(mine, value(field)) && tell(field), PATIENCE);
}

/** Say why what somebody typed was not saved. */
function tell(field) {
  if (!field?.dataset.refused) return;
  const list = element("ul", "said");
  for (const fault of JSON.parse(field.dataset.refused)) {
    const item = element("li", "error");
    const words = element("div", "", `Not saved: ${fault.message}`);
    if (fault.fix) words.append(element("span", "fix", fault.fix));
    for (const cure of fault.cures) words.append(button(cure.label, () => put(field, cure.value)));
    item.append(element("span", "sign", "✕"), words);
    list.append(item);
  }
  field.querySelector(".says")?.replaceChildren(list);
  field.classList.add("wrong");
}

function conflict(field, found, change) {
  field.querySelector(":scope > .conflict")?.remove();
  const box = element("div", "conflict", `Not saved: ${found.why}.`);
  box.setAttribute("role", "alert");
  box.append(element("blockquote", "", plain(found.theirs)));
  box.append(
    button("Take theirs", () => {
      field.dataset.seen = JSON.stringify(found.theirs);
      put(field, found.theirs);
    }),
    " ",
    button("Keep mine", () => {
      field.dataset.seen = JSON.stringify(found.theirs);
      queue = queue.then(() => send(field, { ...change, seen: found.theirs }));
    }),
  );
  field.append(box);
}

function plain(value) {
  if (value === null) return "Nothing stands there now.";
  return Array.isArray(value) ? value.join("\n") : String(value);
}

function put(field, wanted) {
  if (field.dataset.control === "several") {
    for (const one of field.querySelectorAll("input")) one.checked = (wanted ?? []).includes(one.value);
  } else {
    field.querySelector("input, select, textarea").value = Array.isArray(wanted) ? wanted.join("\n") : wanted ?? "";
  }
  field.querySelector(".says")?.replaceChildren();
  field.dataset.unsaved = "";
  save(field);
}

// --- entries of lists --------------------------------------------------------------------------

async function clicked(event) {
  const one = event.target.closest("button");
  if (!one) return;
  const { remove, move, of, none, cure, mark } = one.dataset;
  if (mark) return emphasize(one.closest("[data-key]"), mark);
  let change = null;
  if (remove) change = { do: "remove", key: remove, seen: undefined };
  else if (move && of) change = { do: "move", key: of, to: Number(move) };
  else if (none) change = { do: "set", key: none, value: [], seen: null };
  else if (cure) {
    const wanted = JSON.parse(one.dataset.value);
    change = wanted === null ? { do: "remove", key: cure } : { do: "set", key: cure, value: wanted };
  }
  if (!change) return;
  await settle(await act("change", { changes: [{ ...change, sure: true }], version: Number(view.dataset.version) || 0 }));
}

async function added(event) {
  const form = event.target.closest("[data-add]");
  if (!form) return;
  event.preventDefault();
  const entry = {};
  for (const field of form.querySelectorAll("[data-name]")) {
    const wanted = value(field);
    if (wanted !== null) entry[field.dataset.name] = wanted;
  }
  if (!Object.keys(entry).length) {
    form.querySelector(".says").textContent = "Say at least one thing of it.";
    form.querySelector("input, select")?.focus();
    return;
  }
  const change = { do: "add", key: form.dataset.add, value: entry };
  const done = await act("change", { changes: [change], version: Number(view.dataset.version) || 0 });
  const why = [...(done.faults ?? []).map((one) => [one.message, one.fix].filter(Boolean).join("; ")), ...(done.conflicts ?? []).map((one) => one.why)];
  form.querySelector(".says").textContent = why.join(". ");
  if (done.saved) form.reset();
  await settle(done);
}

// --- prose -------------------------------------------------------------------------------------

function marked(event) {
  const mark = { b: "**", i: "*" }[event.key];
  const field = event.target.closest(".field.prose");
  if (!mark || !field || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  emphasize(field, mark);
}

function emphasize(field, mark) {
  const area = field.querySelector("textarea");
  const { selectionStart: start, selectionEnd: end } = area;
  const chosen = area.value.slice(start, end);
  const isList = mark === "- ";
  const words = isList ? (chosen || "item").replace(/^/gm, mark) : `${mark}${chosen || "words"}${mark}`;
  area.setRangeText(words, start, end, "select");
  area.focus();
  typed(area, 0);
}

function count(field) {
  const counter = field.querySelector(".counter");
  if (counter) counter.textContent = `${field.querySelector("textarea").value.split(/\s+/).filter(Boolean).length} words`;
}

// --- where somebody is -------------------------------------------------------------------------

function followed(target) {
  const field = target.closest("[data-key]");
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

function element(tag, kind, text) {
  const one = document.createElement(tag);
  if (kind) one.className = kind;
  if (text) one.textContent = text;
  return one;
}

function button(label, does) {
  const one = element("button", "cure", label);
  one.type = "button";
  one.addEventListener("click", does);
  return one;
}
