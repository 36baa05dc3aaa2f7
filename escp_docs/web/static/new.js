// A new partnership: what the call says of each answer, before anything is written.

const form = document.getElementById("begin");
const partners = document.getElementById("partners");
const targets = document.getElementById("targets");
const says = document.getElementById("begin-says");
const TYPED = 80; // milliseconds of silence after which the answers are judged
let last = 0;
let waiting = 0;

function row(list, isPartner) {
  const place = list.children.length + 1;
  const item = document.createElement("li");
  const what = isPartner ? (place === 1 ? "Coordinator" : `Partner ${place}`) : `Target ${place}`;
  const input = (label, more) => Object.assign(document.createElement("input"), { ariaLabel: label, placeholder: label, autocomplete: "off", ...more });
  const country = input(isPartner ? `${what}: country` : `${what}: country or region`);
  country.setAttribute("list", "countries");
  if (isPartner) item.append(input(`${what}: short name`, { maxLength: 30 }));
  const out = Object.assign(document.createElement("button"), { type: "button", className: "quiet", textContent: "×", ariaLabel: `Take ${what} out` });
  out.addEventListener("click", () => {
    item.remove();
    tell();
  });
  item.append(country, out);
  list.append(item);
  return item;
}

function answers() {
  const texts = (list) => [...list.children].map((one) => [...one.querySelectorAll("input")].map((input) => input.value.trim()));
  return {
    acronym: form.acronym.value.trim(),
    call: form.call.value,
    strand: form.querySelector("[name=strand]:checked")?.value ?? "",
    partners: texts(partners).map(([name, country]) => `${name}: ${country}`),
    targets: texts(targets).map(([name]) => name),
  };
}

async function send(write) {
  const answer = await fetch("/begin", {
    method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ ...answers(), write }),
  });
  return answer.json().catch(() => ({ error: `refused (${answer.status})` }));
}

function tell() {
  clearTimeout(waiting);
  waiting = setTimeout(ask, TYPED);
}

async function ask() {
  const mine = ++last;
  const found = await send(false).catch(() => ({ error: "the program does not answer" }));
  if (mine !== last) return;
  complain(found);
  if (found.error) return;
  document.getElementById("verdict").innerHTML = found.verdict;
  document.getElementById("asks").innerHTML = found.asks;
}

// Each slip stands below its field; what belongs to none stands below the form.
function complain(found) {
  for (const one of form.querySelectorAll(".slip")) one.remove();
  for (const one of form.querySelectorAll("[aria-invalid]")) {
    one.removeAttribute("aria-invalid");
    one.removeAttribute("aria-describedby");
  }
  const slips = (found.slips ?? []).map((slip) => [fieldOf(slip.field), slip.message]);
  slips.filter(([field]) => field).forEach(([field, message], number) => mark(field, message, number));
  const rest = slips.filter(([field]) => !field).map(([, message]) => message);
  const words = slips.length ? rest.join("; ") : found.error;
  says.hidden = !words;
  says.textContent = words ?? "";
}

function mark(field, message, number) {
  const words = Object.assign(document.createElement("p"), { className: "slip said-plain wrong", id: `slip-${number}`, textContent: message });
  const described = field.getAttribute("aria-describedby");
  field.setAttribute("aria-invalid", "true");
  field.setAttribute("aria-describedby", described ? `${described} ${words.id}` : words.id);
  (field.closest("li") ?? field.closest(".field")).append(words);
}

// The input of a field that the program names: acronym, partners[1].country, targets[0].
function fieldOf(name) {
  const found = /^(partners|targets)\[(\d+)\](?:\.(\w+))?$/.exec(name);
  if (!found) return form.elements[name]?.closest?.("input") ?? null;
  const item = { partners, targets }[found[1]].children[Number(found[2])];
  const inputs = [...(item?.querySelectorAll("input") ?? [])];
  return found[3] === "country" ? inputs[1] : inputs[0];
}

function strands() {
  const known = form.call.selectedOptions[0].dataset.strands.split(" ").filter(Boolean);
  const place = document.getElementById("strands");
  place.replaceChildren(...["", ...known].map((name) => {
    const label = document.createElement("label");
    label.className = "check";
    const input = Object.assign(document.createElement("input"), { type: "radio", name: "strand", value: name, checked: !name });
    label.append(input, name ? `Strand ${name}` : "not known yet");
    return label;
  }));
}

form.addEventListener("input", tell);
form.call.addEventListener("change", strands);
document.getElementById("more-partners").addEventListener("click", () => row(partners, true).querySelector("input").focus());
document.getElementById("more-targets").addEventListener("click", () => row(targets, false).querySelector("input").focus());
form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const found = await send(true);
  complain(found);
  form.querySelector("[aria-invalid]")?.focus();
  if (found.written) location.assign("/");
});

strands();
for (let number = 0; number < 3; number += 1) row(partners, true);
row(targets, false);
tell();
