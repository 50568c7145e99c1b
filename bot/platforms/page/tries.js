// Three things to try: each types its line in the right pane, before one's eyes, and sends it.

import { still } from "./dom.js";
import { say } from "./texts.js";

/** Make the three buttons work; `bring` puts a person's pane before the eyes. */
export function offerTries({ panes, first, bring }) {
  const student = first.find((person) => person.roles.includes("student"));
  const name = student?.name.split(" ")[0].toLowerCase() ?? "";
  for (const button of document.querySelectorAll(".try")) {
    const person = first.find((one) => one.roles.includes(button.dataset.role));
    const line = button.dataset.line.replace("{student}", name);
    button.querySelector("code").textContent = line;
    button.disabled = !panes.length || !person;
    button.addEventListener("click", () => attempt(button, person, line, bring));
  }
}

async function attempt(button, person, line, bring) {
  if (button.ariaBusy === "true") return;
  button.ariaBusy = "true";
  try {
    const pane = await bring(person);
    await pane.type(line);
  } finally {
    button.ariaBusy = "false";
  }
  button.classList.add("tried");
  button.querySelector(".done").textContent = say("tried");
  // On a phone the next one stands out of sight.
  const next = document.querySelector(".try:not(.tried)") ?? document.querySelector(".legend");
  const row = document.querySelector(".guide");
  row.scrollTo({ left: next.offsetLeft - row.offsetLeft - 12, behavior: still() ? "auto" : "smooth" });
}
