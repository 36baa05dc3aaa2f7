// A folder is chosen; while the page is open, the program knows that somebody is there.

const says = document.getElementById("choose-says");
const HERE = 30_000; // milliseconds between signs of life

document.addEventListener("submit", async (event) => {
  const form = event.target.closest(".choose");
  if (!form) return;
  event.preventDefault();
  try {
    const answer = await fetch("/choose", {
      method: "POST", headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ folder: form.dataset.folder, name: form.elements.name?.value ?? "" }),
    });
    const found = answer.ok ? {} : await answer.json().catch(() => ({ error: `refused (${answer.status})` }));
    if (!found.error) return location.assign("/");
    says.textContent = found.error;
  } catch {
    says.textContent = "The program does not answer.";
  }
  says.hidden = false;
});

setInterval(() => fetch("/choose/here").catch(() => {}), HERE);
