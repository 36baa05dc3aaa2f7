// The preview: parts that changed are exchanged, a value leads to its field and a field to its value.

import { ask, n } from "./asking.js";
import * as pages from "./pages.js";

const frame = document.getElementById("page");
const chosen = document.getElementById("document");
const says = document.getElementById("preview-says");
const paged = document.querySelector("[name=shown-as][value=pages]"); // absent where nothing sets pages
const LIT = 4000; // milliseconds for which what changed is lit up
let goTo = null;
let number = 0;
let isBusy = false;
let isStale = false;
let isSetting = false;
let wanted = ""; // the clause to go to once the document is there

/** Show a document, and go to the field of a value that is clicked. */
export function begin(clicked) {
  goTo = clicked;
  if (!chosen.options.length) return;
  const last = sessionStorage.getItem(`document-${n}`);
  if (last && [...chosen.options].some((one) => one.value === last)) chosen.value = last;
  chosen.addEventListener("change", load);
  frame.addEventListener("load", loaded);
  for (const name of ["light-missing", "light-changed"]) {
    document.getElementById(name).addEventListener("change", lights);
  }
  document.getElementById("light-since").addEventListener("change", since);
  pages.begin(leadTo);
  if (paged) {
    paged.checked = sessionStorage.getItem(`shown-as-${n}`) === "pages";
    for (const one of document.getElementsByName("shown-as")) one.addEventListener("change", load);
  }
  load();
}

/** Turn to a document, if there is such a one, and in it to a clause by its id. */
export function turnTo(name, clause) {
  if (![...chosen.options].some((one) => one.value === name)) return;
  wanted = clause;
  if (chosen.value === name && (number || (isPaged() && !pages.isEmpty()))) return goToClause();
  chosen.value = name;
  load();
}

function goToClause() {
  if (isPaged()) {
    if (wanted) pages.turnTo(wanted);
    wanted = "";
    return;
  }
  const found = wanted && frame.contentDocument.getElementById(wanted);
  if (found) found.scrollIntoView({ block: "center" });
  wanted = "";
}

function load() {
  sessionStorage.setItem(`document-${n}`, chosen.value);
  number = 0;
  tell("");
  document.getElementById("preview").classList.toggle("paged", isPaged());
  if (paged) sessionStorage.setItem(`shown-as-${n}`, isPaged() ? "pages" : "text");
  if (!isPaged()) {
    frame.src = `/${n}/page/${chosen.value}`;
    return;
  }
  isStale = true;
  setPages();
}

const isPaged = () => Boolean(paged?.checked);

/** Have the pages set until they are those of the last change; who types goes on meanwhile. */
async function setPages() {
  if (isSetting) return;
  isSetting = true;
  while (isStale && isPaged()) {
    isStale = false;
    const name = chosen.value;
    if (pages.isEmpty()) tell("The pages are being set.");
    const said = await pages.show(name).catch(() => null);
    if (!isPaged() || name !== chosen.value) continue;
    tell(said ?? "");
    if (said === null) {
      isStale = true; // looked at again with the next change
      break;
    }
    goToClause();
  }
  isSetting = false;
}

function loaded() {
  const inside = frame.contentDocument;
  if (!inside?.body) return;
  number = Number(inside.body.dataset.number) || 0;
  if (!number) tell(inside.body.textContent.slice(0, 300));
  else tell("");
  inside.addEventListener("click", clicked);
  lights();
  since();
  goToClause();
  if (isStale) update();
}

function lights() {
  for (const name of ["light-missing", "light-changed"]) {
    frame.contentDocument?.body?.classList.toggle(name, document.getElementById(name).checked);
  }
}

/** Light up what the last package does not have, if that is wanted. */
async function since() {
  const isWanted = document.getElementById("light-since").checked;
  const body = frame.contentDocument?.body;
  body?.classList.toggle("light-since", isWanted);
  if (!isWanted || !number) return;
  const of = number;
  const answer = await ask(`since/${chosen.value}`).catch(() => null);
  const found = await answer?.json().catch(() => null);
  if (!found || of !== number) return;
  if (!answer.ok) return tell(`Nothing to compare with: ${found.error}`);
  const parts = new Set(found.parts);
  for (const one of frame.contentDocument.querySelectorAll(".part")) one.classList.toggle("since", parts.has(one.dataset.part));
  tell(parts.size ? "" : `Nothing in it differs from ${found.since}.`);
}

function clicked(event) {
  const link = event.target.closest("a[href]");
  if (link && !link.getAttribute("href").startsWith("#")) {
    event.preventDefault();
    if (/^https?:/.test(link.href)) window.open(link.href, "_blank", "noopener");
    return;
  }
  const value = event.target.closest("[data-path]");
  if (!value || link) return;
  event.preventDefault();
  leadTo(value.dataset.path);
}

function leadTo(path) {
  toggle(false);
  goTo(path);
}

/** Exchange the parts of the document that are otherwise now. */
export async function update() {
  isStale = true;
  if (isBusy || !chosen.value) return;
  if (isPaged()) return void setPages();
  if (!number) return load();
  isBusy = true;
  while (isStale) {
    isStale = false;
    const document_ = chosen.value;
    const answer = await ask(`parts/${document_}?since=${number}`).catch(() => null);
    if (!answer) {
      isStale = true; // looked at again with the next change
      break;
    }
    if (document_ !== chosen.value) continue;
    const found = await answer.json().catch(() => ({ error: "the document cannot be made" }));
    if (answer.ok) exchange(found);
    tell(answer.ok ? "" : `This is how it was: ${found.error}`);
  }
  isBusy = false;
}

function exchange(found) {
  const main = frame.contentDocument?.querySelector("main");
  if (!main) return;
  const known = new Map([...main.children].map((one) => [one.dataset.part, one]));
  if (!found.order.every((name) => known.has(name) || name in found.html)) return load();
  const fresh = [];
  let at = main.firstElementChild;
  for (const name of found.order) {
    let part = known.get(name);
    if (!part) {
      part = frame.contentDocument.createElement("div");
      part.className = "part";
      part.dataset.part = name;
      part.innerHTML = found.html[name];
      fresh.push(part);
    }
    known.delete(name);
    if (part === at) at = at.nextElementSibling;
    else main.insertBefore(part, at);
  }
  for (const one of known.values()) one.remove();
  number = found.number;
  for (const part of fresh) light(part);
  since();
}

function light(part) {
  for (const one of part.children) {
    one.classList.add("changed-now");
    setTimeout(() => one.classList.remove("changed-now"), LIT);
  }
}

function tell(text) {
  says.textContent = text;
  says.hidden = !text;
}

/** Show where a value is printed, unless it is in sight. */
export function follow(path) {
  if (isPaged()) return pages.follow(path);
  const inside = frame.contentDocument;
  if (!inside?.body) return;
  for (const one of inside.querySelectorAll(".here")) one.classList.remove("here");
  const found = [...inside.querySelectorAll("[data-path]")];
  const value = found.find((one) => one.dataset.path === path) ?? found.find((one) => one.dataset.path.startsWith(`${path}.`) || one.dataset.path.startsWith(`${path}[`));
  if (!value) return;
  value.classList.add("here");
  const box = value.getBoundingClientRect();
  if (box.bottom < 40 || box.top > frame.clientHeight - 40) value.scrollIntoView({ block: "center" });
}

/** Show the preview over the view where there is no room for both. */
export function toggle(isOpen) {
  const shown = document.body.classList.toggle("with-preview", isOpen);
  document.querySelector(".bar [data-act=preview]")?.setAttribute("aria-expanded", String(shown));
}
