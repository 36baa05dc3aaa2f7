// A part of the page made like another one, and what somebody is typing left alone.

import { same } from "./fields.js";

/** Make the children of an element like those of another. */
export function morph(here, there) {
  const named = new Map([...here.children].filter((one) => one.id).map((one) => [one.id, one]));
  let at = here.firstChild;
  for (const wanted of [...there.childNodes]) {
    const same = wanted.id ? named.get(wanted.id) : isAlike(at, wanted) ? at : null;
    if (same) {
      if (same === at) at = at.nextSibling;
      else here.insertBefore(same, at);
      become(same, wanted);
    } else {
      here.insertBefore(wanted, at);
    }
  }
  while (at) {
    const next = at.nextSibling;
    at.remove();
    at = next;
  }
}

function isAlike(one, wanted) {
  return one && one.nodeName === wanted.nodeName && !one.id && one.nodeType === wanted.nodeType;
}

function become(here, wanted) {
  if (here.nodeType !== Node.ELEMENT_NODE) {
    if (here.nodeValue !== wanted.nodeValue) here.nodeValue = wanted.nodeValue;
    return;
  }
  if (here.dataset.unsaved !== undefined || isBehind(here, wanted)) return unsaved(here);
  if (here.dataset.keep !== undefined || here.isEqualNode(wanted)) return state(here, wanted);
  if (here.nodeName !== wanted.nodeName) return here.replaceWith(wanted);
  attributes(here, wanted);
  if (here.nodeName === "TEXTAREA") {
    if (!isTyped(here)) here.value = wanted.value;
    return;
  }
  if (here.nodeName !== "SELECT" || !isTyped(here)) morph(here, wanted);
  state(here, wanted);
}

/** Whether somebody is in a field whose value others changed: it states what they saw until they leave. */
function isBehind(here, wanted) {
  const [seen, stands] = [here.dataset.seen, wanted.dataset?.seen];
  if (seen === undefined || stands === undefined || !here.contains(document.activeElement)) return false;
  return !same(JSON.parse(seen), JSON.parse(stands));
}

/** Leave a field whose value is not in the file, and its key as it was when somebody looked. */
function unsaved(field) {
  field.dataset.version ??= field.closest("[data-version]")?.dataset.version ?? "";
}

function attributes(here, wanted) {
  for (const { name } of [...here.attributes]) {
    if (!wanted.hasAttribute(name) && name !== "open") here.removeAttribute(name);
  }
  for (const { name, value } of [...wanted.attributes]) {
    if (here.getAttribute(name) !== value) here.setAttribute(name, value);
  }
}

/** Let a control hold what the server says, unless somebody is at it. */
function state(here, wanted) {
  if (isTyped(here)) return;
  if (here.nodeName === "INPUT") {
    if (["checkbox", "radio"].includes(here.type)) here.checked = wanted.checked;
    else if (here.type !== "file" && here.value !== wanted.value) here.value = wanted.value;
  } else if (here.nodeName === "SELECT" && here.value !== wanted.value) {
    here.value = wanted.value;
  } else if (here.nodeName === "TEXTAREA" && here.value !== wanted.value) {
    here.value = wanted.value;
  } else if (here.isEqualNode(wanted) && here.dataset.keep === undefined) {
    const those = wanted.querySelectorAll("input, select, textarea");
    here.querySelectorAll("input, select, textarea").forEach((one, at) => state(one, those[at]));
  }
}

/** Whether somebody is typing into a control, or what they typed is not saved. */
function isTyped(one) {
  return one === document.activeElement || one.closest?.("[data-unsaved]") || one.closest?.(".add");
}
