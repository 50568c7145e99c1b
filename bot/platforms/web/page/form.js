// Several questions answered together, each with a few choices, sent once.

import { make } from "./dom.js";
import { say } from "./texts.js";

let made = 0;

/** Draw a message's form; folded up where the message can also be answered by its buttons. */
export function drawForm(message, spoken, { send, stay }) {
  const group = `form${++made}`;
  const questions = message.form.fields.map((field) => question(field, group));
  const ready = make("button", "", { type: "submit" }, say("send", {}, spoken));
  const form = make("form", "", {}, ...questions, ready);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const values = valuesOf(form, group);
    lock(form, true);
    send(message, values, {
      done: () => (ready.textContent = say("form_sent", {}, spoken)),
      failed: () => lock(form, false),
    });
  });
  const summary = make("summary", "", {}, say("on_a_form", {}, spoken));
  const folded = make("details", "form", { open: !message.buttons.length }, summary, form);
  summary.addEventListener("click", () => {
    if (folded.open) return;
    stay();
    // Once it is open: its first question is what one sees.
    folded.addEventListener("toggle", () => summary.scrollIntoView({ block: "start" }), { once: true });
  });
  return folded;
}

function question(field, group) {
  const choices = field.choices.map((choice) => {
    const radio = make("input", "", {
      type: "radio",
      name: `${group}.${field.name}`,
      value: choice.value,
      checked: choice.value === field.value,
    });
    return make("label", "", {}, radio, make("span", "", {}, choice.label));
  });
  const label = make("legend", "", {}, field.label);
  const look = field.name.startsWith("c") ? "aside" : "";
  return make("fieldset", look, {}, label, make("div", "choices", {}, ...choices));
}

function valuesOf(form, group) {
  const chosen = [...new FormData(form)];
  return Object.fromEntries(chosen.map(([name, value]) => [name.slice(group.length + 1), value]));
}

function lock(form, locked) {
  for (const element of form.elements) element.disabled = locked;
}
