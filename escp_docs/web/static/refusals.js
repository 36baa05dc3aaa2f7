// What stands in the way of a value: why it cannot be read, or who came first.

import { put, resend, value, same } from "./fields.js";

const PATIENCE = 700; // milliseconds before somebody is told that what they type cannot be read

/** Note why a value was not saved, and say so once nobody types on. */
export function refused(field, done, change) {
  if (done.conflicts?.length) return conflict(field, done.conflicts[0], change);
  delete field.dataset.conflict;
  field.querySelector(":scope > .conflict")?.remove();
  field.dataset.refused = JSON.stringify(done.faults ?? []);
  const mine = value(field);
  setTimeout(() => same(mine, value(field)) && tell(field), PATIENCE);
}

/** Say why what somebody typed was not saved. */
export function tell(field) {
  if (!field?.dataset.refused || field.dataset.told === field.dataset.refused) return;
  field.dataset.told = field.dataset.refused; // a button that is pressed just now stays in its place
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
  delete field.dataset.refused;
  field.dataset.conflict = "";
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
      resend(field, { ...change, seen: found.theirs });
    }),
  );
  field.append(box);
}

/** Return the reasons of an answer to a change that was not made, in words. */
export function reasons(done) {
  const faults = (done.faults ?? []).map((one) => [one.message, one.fix].filter(Boolean).join("; "));
  const found = [...(done.error ? [done.error] : []), ...faults, ...(done.conflicts ?? []).map((one) => one.why)];
  return found.join(". ");
}

function plain(value) {
  if (value === null) return "Nothing stands there now.";
  return Array.isArray(value) ? value.join("\n") : String(value);
}

export function element(tag, kind, text) {
  const one = document.createElement(tag);
  if (kind) one.className = kind;
  if (text) one.textContent = text;
  return one;
}

export function button(label, does) {
  const one = element("button", "cure", label);
  one.type = "button";
  one.addEventListener("click", does);
  return one;
}
