// The things to try: each types its line in the right pane and sends it, or moves the clock.

import { momentOf } from "./clock.js";
import { still } from "./dom.js";
import { say } from "./texts.js";

/** Make the buttons work; `bring` puts a person's pane before the eyes. */
export function offerTries({ panes, first, bring, clock }) {
  const student = first.find((person) => person.roles.includes("student"));
  const name = student?.name.split(" ")[0].toLowerCase() ?? "";
  for (const button of document.querySelectorAll(".try")) {
    const person = first.find((one) => one.roles.includes(button.dataset.role));
    const { by, line = "" } = button.dataset;
    const typed = line.replace("{student}", name);
    if (line) button.querySelector("code").textContent = typed;
    if (!by) button.disabled = !panes.length || !person;
    const act = by ? () => clock.move(by) : (pane) => pane.type(typed);
    button.addEventListener("click", () => attempt(button, () => bring(person), act));
  }
}

/** Say at what the clock would move to, or that nothing is to come. */
export function offerMoment(at) {
  const button = document.querySelector(".try[data-by]");
  button.disabled = !at;
  button.querySelector("code").textContent = at ? momentOf(at) : say("nothing_ahead");
}

async function attempt(button, bring, act) {
  if (button.ariaBusy === "true") return;
  button.ariaBusy = "true";
  try {
    await act(await bring());
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
