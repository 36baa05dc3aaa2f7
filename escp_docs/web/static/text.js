// The text view: the files of a spec in an editor, saved as somebody types, beside what others do.

import { act, ask, say } from "./asking.js";
import { button, element } from "./refusals.js";
import { follow as followInPreview } from "./preview.js";
import * as cm from "./codemirror.js";

const AGAIN = 2000; // milliseconds after which what nobody heard is sent again
const TYPED = 120; // milliseconds of silence after which what was typed is sent
const place = () => document.getElementById("editor");
const chosen = () => document.getElementById("file");
const says = () => document.getElementById("text-says");
let editor = null;
let base = ""; // what the file held when it was looked at last
let told = { files: {}, findings: [], paths: {}, words: [] };
let waiting = 0;
let isSaving = false;
let isWrong = false;
let stay = ""; // from its focus until the editor is left: what is typed in one is undone at one go

/** Open the file that is chosen, at the line of a hash like line-12. */
export async function open(hash = "") {
  told = await load();
  editor = new cm.EditorView({ parent: place(), state: state(told.files[chosen().value] ?? "") });
  editor.file = chosen().value;
  editor.contentDOM.addEventListener("focus", () => (stay = crypto.randomUUID()));
  editor.scrollDOM.tabIndex = 0; // the keyboard scrolls it, too
  base = told.files[chosen().value] ?? "";
  chosen().addEventListener("change", switched);
  document.getElementById("save-text").addEventListener("click", () => save(true));
  findings();
  const line = /^line-(\d+)$/.exec(hash ?? "");
  if (line) goToLine(Number(line[1]));
}

export function close() {
  clearTimeout(waiting);
  editor?.destroy();
  editor = null;
}

export const isUnsaved = () => editor !== null && editor.state.doc.toString() !== base;

async function load() {
  const answer = await ask("texts");
  return answer.json();
}

async function switched() {
  if (isUnsaved()) await save(false);
  if (isUnsaved()) {
    chosen().value = editor.file;
    return;
  }
  base = told.files[chosen().value] ?? "";
  editor.setState(state(base));
  editor.file = chosen().value;
  findings();
}

// --- saving ------------------------------------------------------------------------------------

function typed() {
  clearTimeout(waiting);
  waiting = setTimeout(() => save(false), TYPED);
}

async function save(isSure) {
  if (isSaving) return typed();
  const text = editor.state.doc.toString();
  if (text === base && !isSure) return isWrong && asItWas();
  isSaving = true;
  say("Saving …");
  const done = await act("write", { file: chosen().value, base, text, sure: isSure, stay });
  isSaving = false;
  isWrong = !done.saved;
  const conflict = done.conflicts?.find((one) => one.theirs !== null);
  meets(conflict, text);
  document.getElementById("save-text").hidden = done.saved || Boolean(conflict);
  if (done.saved) base = text;
  say(done.saved ? "Saved" : "Not saved", !done.saved);
  head(done.saved ? "" : done.error || why(done));
  if (done.verdict) document.getElementById("verdict").innerHTML = done.verdict;
  if (!done.saved && done.faults?.length) mark(done.faults.map((one) => ({ ...one, severity: "error" })));
  if (done.saved) await follow();
  if (done.isUnheard) setTimeout(() => editor && save(isSure), AGAIN);
  if (editor && editor.state.doc.toString() !== text) typed();
}

/** Show what somebody else wrote meanwhile, and let whoever typed `text` choose. */
function meets(conflict, text) {
  const box = document.getElementById("text-conflict");
  box.hidden = !conflict;
  box.replaceChildren();
  if (!conflict) return;
  const [theirs, mine] = [conflict.theirs, conflict.mine].map((one) => one.replaceAll("\r\n", "\n"));
  const { line, lines } = differing(theirs, text);
  const shown = element("blockquote", "", lines.join("\n") || "These lines are taken out.");
  shown.tabIndex = 0; // the keyboard scrolls it, too
  box.append(element("p", "", `Line ${line} is now, as somebody else wrote it:`), shown);
  box.append(button("Keep mine", () => choose(mine, theirs, text)), " ", button("Take theirs", () => choose(theirs, theirs, text)));
}

/** Go on with a text, from what the file holds; Ctrl+Z gives back what was typed. */
async function choose(wanted, theirs, text) {
  if (editor.state.doc.toString() !== text) return typed(); // of what was typed since is asked anew
  clearTimeout(waiting);
  base = theirs;
  replace(wanted, { isOwn: true });
  await save(wanted === theirs);
}

/** Return the lines of a text that another one has not, and the number of their first. */
function differing(text, other) {
  const [here, there] = [text.split("\n"), other.split("\n")];
  let start = 0;
  while (start < Math.min(here.length, there.length) && here[start] === there[start]) start += 1;
  let end = 0;
  while (end < Math.min(here.length, there.length) - start && here.at(-1 - end) === there.at(-1 - end)) end += 1;
  return { line: start + 1, lines: here.slice(start, here.length - end) };
}

/** Take in that the text is again what the file holds. */
async function asItWas() {
  isWrong = false;
  document.getElementById("save-text").hidden = true;
  meets(null, base);
  say("Saved");
  head("");
  await follow();
}

function why(done) {
  const conflict = done.conflicts?.[0];
  if (conflict) return `Not saved: ${conflict.why}.`;
  const fault = done.faults?.[0];
  return fault ? `Not saved. Line ${fault.line}: ${fault.message}${fault.fix ? `; ${fault.fix}` : ""}` : "Not saved.";
}

function head(text) {
  says().textContent = text;
  says().classList.toggle("wrong", Boolean(text));
}

/** Take in what the files hold now, and leave what is being typed. */
export async function follow() {
  if (!editor || isSaving) return;
  told = await load();
  const now = told.files[chosen().value];
  const again = document.getElementById("save-text");
  if (now === undefined) {
    again.hidden = false;
    isWrong = true;
    return head("The file is not there any more; save it as it is to write it again.");
  }
  if (isWrong && !isUnsaved()) {
    isWrong = false; // it is there again
    again.hidden = true;
    meets(null, base);
    head("");
  }
  if (!isUnsaved() && now !== base) {
    replace(now);
    base = now;
  }
  if (!isWrong) findings();
}

/** Exchange what differs and nothing else, so that the cursor stays where it is. */
function replace(text, { isOwn = false } = {}) {
  const old = editor.state.doc.toString();
  let start = 0;
  while (start < Math.min(old.length, text.length) && old[start] === text[start]) start += 1;
  let end = 0;
  while (end < Math.min(old.length, text.length) - start && old.at(-1 - end) === text.at(-1 - end)) end += 1;
  editor.dispatch({
    changes: { from: start, to: old.length - end, insert: text.slice(start, text.length - end) },
    annotations: [cm.Transaction.remote.of(true), cm.Transaction.addToHistory.of(isOwn)],
  });
}

// --- what is to be said of lines -----------------------------------------------------------------

function findings() {
  mark(told.findings.filter((one) => one.file === chosen().value));
}

function mark(found) {
  const { doc } = editor.state;
  const diagnostics = found.filter((one) => one.line && one.line <= doc.lines).map((one) => {
    const line = doc.line(one.line);
    const from = Math.min(line.from + (one.column ?? 1) - 1, line.to);
    const to = Math.min(from + (one.length ?? 1), line.to);
    const message = one.fix ? `${one.message}\n${one.fix}` : one.message;
    // What stands in backticks is a line, and no word to be put in place of what is marked.
    const words = one.fix?.includes("`") ? [] : (one.cures ?? []).filter((cure) => typeof cure.value === "string");
    const quotes = /^(["']).*\1$/.test(doc.sliceString(from, to)) ? 1 : 0; // they stay
    const actions = words.map((cure) => ({
      name: cure.label,
      apply: (view) => view.dispatch({ changes: { from: from + quotes, to: to - quotes, insert: cure.value } }),
    }));
    return { from, to: Math.max(to, from), severity: one.severity, message, actions };
  });
  editor.dispatch(cm.setDiagnostics(editor.state, diagnostics.sort((a, b) => a.from - b.from)));
  list(found);
}

function list(found) {
  const place_ = document.getElementById("text-findings");
  place_.replaceChildren(...found.slice(0, 50).map((one) => {
    const item = document.createElement("li");
    item.className = one.severity === "info" ? "remark" : one.severity;
    const go = document.createElement("button");
    go.type = "button";
    go.className = "cure";
    go.textContent = `Line ${one.line}`;
    go.addEventListener("click", () => goToLine(one.line));
    const words = document.createElement("div");
    words.append(`${one.message} `, go);
    item.append(words);
    return item;
  }));
}

// --- here and there ------------------------------------------------------------------------------

function goToLine(number) {
  const line = editor.state.doc.line(Math.min(number, editor.state.doc.lines));
  editor.dispatch({ selection: { anchor: line.from }, effects: cm.EditorView.scrollIntoView(line.from, { y: "center" }) });
  editor.focus();
}

/** Go to where a value stands that was clicked in the preview. */
export async function goToPath(path) {
  const found = await (await ask(`where?path=${encodeURIComponent(path)}`)).json();
  if (!found.file) return;
  if (chosen().value !== found.file) {
    chosen().value = found.file;
    await switched();
  }
  goToLine(found.line);
}

function moved(update) {
  if (update.docChanged && !update.transactions.some((one) => one.annotation(cm.Transaction.remote))) typed();
  if (!update.selectionSet || update.docChanged) return;
  const { head: at } = update.state.selection.main;
  const line = update.state.doc.lineAt(at).number;
  const path = told.paths[chosen().value]?.[line];
  if (path) followInPreview(path);
}

// --- the editor ----------------------------------------------------------------------------------

const word = (state_, at) => /[\w-]*$/.exec(state_.doc.lineAt(at).text.slice(0, at - state_.doc.lineAt(at).from))[0];

function complete(context) {
  const begun = word(context.state, context.pos);
  if (!begun && !context.explicit) return null;
  return { from: context.pos - begun.length, options: told.words.map((one) => ({ label: one.name, detail: one.kind, info: one.about })), validFor: /^[\w-]*$/ };
}

function help(view, at) {
  const line = view.state.doc.lineAt(at);
  const key = /^\s*(?:- )?([a-z_]+):/.exec(line.text);
  const about = key && told.words.find((one) => one.name === key[1] && one.kind === "key")?.about;
  if (!about || at - line.from > key[0].length) return null;
  return { pos: line.from, end: line.from + key[0].length, create: () => ({ dom: Object.assign(document.createElement("div"), { className: "hover-help", textContent: about }) }) };
}

function state(text) {
  const { tags } = cm;
  const colours = cm.HighlightStyle.define([
    { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: "var(--accent)" },
    { tag: [tags.comment, tags.lineComment], color: "var(--muted)", fontStyle: "italic" },
    { tag: [tags.string, tags.content], color: "var(--ink)" },
    { tag: [tags.separator, tags.punctuation, tags.meta], color: "var(--muted)" },
  ]);
  const look = cm.EditorView.theme({
    "&": { color: "var(--ink)", backgroundColor: "var(--surface)", height: "min(68vh, 56rem)", fontSize: "0.9rem" },
    ".cm-scroller": { fontFamily: "ui-monospace, 'Cascadia Mono', Consolas, monospace", lineHeight: "1.55" },
    ".cm-gutters": { backgroundColor: "var(--raised)", color: "var(--muted)", border: "0" },
    ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "color-mix(in srgb, var(--accent-soft) 55%, transparent)" },
    ".cm-cursor": { borderLeftColor: "var(--ink)" },
    "&.cm-focused .cm-selectionBackground, .cm-selectionBackground": { backgroundColor: "var(--accent-soft) !important" },
    ".cm-tooltip": { backgroundColor: "var(--surface)", color: "var(--ink)", border: "1px solid var(--edge)", borderRadius: "6px" },
    ".cm-tooltip-autocomplete ul li[aria-selected]": { backgroundColor: "var(--accent)", color: "var(--accent-ink)" },
    ".cm-panels": { backgroundColor: "var(--raised)", color: "var(--ink)" },
    ".hover-help": { padding: "0.4rem 0.7rem", maxWidth: "26rem" },
  });
  return cm.EditorState.create({
    doc: text,
    extensions: [
      cm.EditorView.cspNonce.of(document.querySelector("meta[name=nonce]").content),
      cm.lineNumbers(), cm.foldGutter(), cm.history(), cm.drawSelection(), cm.indentOnInput(), cm.bracketMatching(),
      cm.highlightActiveLine(), cm.highlightActiveLineGutter(), cm.highlightSelectionMatches(), cm.lintGutter(),
      cm.yaml(), cm.syntaxHighlighting(colours), look, cm.indentUnit.of("  "), cm.EditorView.lineWrapping,
      cm.autocompletion({ override: [complete] }), cm.hoverTooltip(help), cm.EditorView.updateListener.of(moved),
      cm.EditorView.contentAttributes.of({ "aria-label": "Text of the file", spellcheck: "true" }),
      cm.keymap.of([
        { key: "Mod-s", run: () => (save(true), true) },
        ...cm.completionKeymap, ...cm.defaultKeymap, ...cm.searchKeymap, ...cm.historyKeymap, ...cm.foldKeymap, ...cm.lintKeymap,
      ]),
    ],
  });
}
