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
    partners: texts(partners).filter((one) => one[0]).map(([name, country]) => `${name}: ${country}`),
    targets: texts(targets).map(([name]) => name).filter(Boolean),
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
  complain(found.error);
  if (found.error) return;
  document.getElementById("verdict").innerHTML = found.verdict;
  document.getElementById("asks").innerHTML = found.asks;
}

function complain(words) {
  says.hidden = !words;
  says.textContent = words ?? "";
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
  complain(found.error);
  if (found.written) location.assign("/");
});

strands();
for (let number = 0; number < 3; number += 1) row(partners, true);
row(targets, false);
tell();
