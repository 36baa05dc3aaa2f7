// Entries of lists: added, moved, taken out; and cures that are a change of their own.

import { act } from "./asking.js";
import { value } from "./fields.js";
import { emphasize } from "./prose.js";
import { element, reasons } from "./refusals.js";

/** Do what a button beside an entry or a finding says; `settle` takes in what came of it. */
export async function clicked(event, view, settle) {
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
  const done = await act("change", { changes: [{ ...change, sure: true }], version: Number(view.dataset.version) || 0 });
  await settle(done);
  answered(one, done);
}

/** Say beside a button why what it does was not done; nothing if it was. */
function answered(one, done) {
  const place = one.closest("[data-entry], .field, .said, section") ?? one.parentElement;
  place.parentElement?.querySelectorAll(":scope > .refusal, :scope > * > .refusal").forEach((old) => old.remove());
  if (done.saved) return;
  const box = element("p", "refusal conflict", `Not done: ${reasons(done)}.`);
  box.setAttribute("role", "alert");
  place.append(box);
  box.scrollIntoView({ block: "nearest" });
}

/** Add the entry that somebody filled in. */
export async function added(event, view, settle) {
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
  form.querySelector(".says").textContent = reasons(done);
  if (done.saved) form.reset();
  await settle(done);
}

