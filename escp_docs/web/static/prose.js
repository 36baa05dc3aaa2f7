// Texts in Markdown: marks by button and by key, and how many words there are.

/** Mark words by the keyboard. */
export function marked(event) {
  const mark = { b: "**", i: "*" }[event.key];
  const field = event.target.closest(".field.prose");
  if (!mark || !field || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  emphasize(field, mark);
}

/** Mark the words that are chosen, or the lines as a list. */
export function emphasize(field, mark) {
  const area = field.querySelector("textarea");
  const { selectionStart: start, selectionEnd: end } = area;
  const chosen = area.value.slice(start, end);
  const isList = mark === "- ";
  const words = isList ? (chosen || "item").replace(/^/gm, mark) : `${mark}${chosen || "words"}${mark}`;
  area.setRangeText(words, start, end, "select");
  area.focus();
  area.dispatchEvent(new Event("change", { bubbles: true }));
}

/** Say how many words a text has. */
export function count(field) {
  const counter = field.querySelector(".counter");
  if (counter) counter.textContent = `${field.querySelector("textarea").value.split(/\s+/).filter(Boolean).length} words`;
}

