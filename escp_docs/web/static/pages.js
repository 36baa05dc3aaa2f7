// The pages of a document as pictures: those in sight are loaded, and parts of them lead elsewhere.

import { ask, n } from "./asking.js";

const place = document.getElementById("pages");
const list = place?.querySelector("ol");
const LIT = 4000; // milliseconds for which a page that changed is lit up
const NEAR = 900; // points above and below what is in sight
let number = 0;
let shown = ""; // the document whose pages are there
let known = new Map(); // what stands on each page, by its name
const forgotten = new Set(); // names of pages that were not there any more
let asked = ""; // the path that somebody is at
let here = ""; // that of the value which shows it

/** Call back with the path of a value that is clicked; other clicks lead on by themselves. */
export function begin(goTo) {
  place?.addEventListener("click", ({ target }) => {
    const { kind, to } = target.dataset;
    if (kind === "value") goTo(to);
    else if (kind === "within") turnTo(to);
    else if (kind === "web" && /^https?:/.test(to)) window.open(to, "_blank", "noopener");
  });
}

/** Whether no page is there yet. */
export const isEmpty = () => !list.children.length;

/** Show the pages of a document as they are now; return what there is to say. */
export async function show(name) {
  if (shown !== name) clear(name);
  const answer = await ask(`pages/${name}?since=${number}`);
  const found = await answer.json().catch(() => ({ error: "the pages cannot be set" }));
  if (!answer.ok) return number ? `These are the pages as they were: ${found.error}` : found.error;
  const stands = new Map(found.order.map((one) => [one, found.pages[one] ?? known.get(one)]));
  if ([...stands.values()].includes(undefined)) {
    clear(name);
    return show(name);
  }
  const isNew = !number;
  [known, number] = [stands, found.number];
  found.order.forEach((one, index) => put(one, index, !isNew));
  while (list.children.length > found.order.length) list.lastElementChild.remove();
  [...list.children].forEach(describe);
  if (isNew && asked) follow(asked);
  return "";
}

function clear(name) {
  shown = name;
  number = 0;
  known = new Map();
  list.replaceChildren();
  place.scrollTop = 0;
}

/** Lay a page at its place; in sight, the one before stays until the picture is there. */
function put(name, index, isLit) {
  const before = list.children[index];
  if (before?.dataset.name === name) {
    before.next = null;
    return;
  }
  if (before?.next?.dataset.name === name) return;
  const page = made(name);
  if (!before) return list.append(page);
  if (!isNear(before)) return before.replaceWith(page);
  before.next = page;
  const picture = page.querySelector("img");
  picture.loading = "eager";
  picture.decode().catch(() => {}).then(() => {
    if (before.next !== page) return;
    before.replaceWith(page);
    if (isLit) light(page);
  });
}

function isNear(page) {
  const [box, sight] = [page.getBoundingClientRect(), place.getBoundingClientRect()];
  return box.bottom > sight.top - NEAR && box.top < sight.bottom + NEAR;
}

function made(name) {
  const { size: [width, height], areas } = known.get(name);
  const page = document.createElement("li");
  page.dataset.name = name;
  page.style.aspectRatio = `${width} / ${height}`;
  const picture = document.createElement("img");
  Object.assign(picture, { loading: "lazy", decoding: "async", src: `/${n}/sheet/${name}.svg` });
  picture.addEventListener("error", () => page.isConnected && again(name), { once: true });
  page.append(picture, ...areas.map(([left, top, wide, high, kind, to]) => {
    const area = document.createElement("span");
    area.className = kind === "value" && to === here ? "area here" : "area";
    Object.assign(area.dataset, { kind, to });
    area.style.left = `${(100 * left) / width}%`;
    area.style.top = `${(100 * top) / height}%`;
    area.style.width = `${(100 * wide) / width}%`;
    area.style.height = `${(100 * high) / height}%`;
    return area;
  }));
  return page;
}

/** Ask anew for pages of which the server has forgotten one; for the same one, not twice. */
function again(name) {
  if (forgotten.has(name)) return;
  forgotten.add(name);
  const document_ = shown;
  clear(document_);
  show(document_).catch(() => {}); // looked at again with the next change
}

/** Say in words which page it is, and what begins on it. */
function describe(page, index) {
  const { headings } = known.get(page.dataset.name) ?? { headings: [] };
  const begins = headings.length ? `; begins here: ${headings.join("; ")}` : "";
  const words = `Page ${index + 1} of ${list.children.length}${begins}`;
  page.querySelector("img").alt = words;
  if (page.next) page.next.querySelector("img").alt = words;
}

function light(page) {
  page.classList.add("changed-now");
  setTimeout(() => page.classList.remove("changed-now"), LIT);
}

/** Go to the block with an id, if it stands on a page. */
export function turnTo(id) {
  const found = areas("place").find((one) => one.dataset.to === id);
  if (found) scrollTo(found);
}

/** Scroll the pages, and nothing around them. */
function scrollTo(area) {
  const [box, sight] = [area.getBoundingClientRect(), place.getBoundingClientRect()];
  if (box.bottom < sight.top + 40 || box.top > sight.bottom - 40) place.scrollTop += box.top - sight.top - place.clientHeight / 2;
}

/** Show where a value is printed, unless it is in sight. */
export function follow(path) {
  asked = path;
  for (const one of place.querySelectorAll(".here")) one.classList.remove("here");
  const values = areas("value");
  const exact = values.filter((one) => one.dataset.to === path);
  const within = (one) => [".", "["].some((sign) => one.dataset.to.startsWith(path + sign));
  const found = exact.length ? exact : values.filter(within).slice(0, 1);
  if (!found.length) return;
  here = found[0].dataset.to;
  for (const one of found) one.classList.add("here");
  scrollTo(found[0]);
}

const areas = (kind) => [...list.querySelectorAll(`[data-kind=${kind}]`)];
