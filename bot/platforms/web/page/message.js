// One message: its words, its picture or form, its buttons. What a tap does is the pane's business.

import { drawColours } from "./board.js";
import { make } from "./dom.js";
import { drawFiles } from "./files.js";
import { drawForm } from "./form.js";
import { say } from "./texts.js";
import { timeOf } from "./time.js";

/** Make the element of a message; `act` has tap(message, button, pressed) and send(message, values). */
export function drawMessage(message, spoken, act) {
  const element = make("article");
  if (message.id) element.dataset.id = message.id;
  fillMessage(element, message, spoken, act);
  return element;
}

/** Fill a message's element, also anew after it was edited. */
export function fillMessage(element, message, spoken, act) {
  element.className = `said ${message.mine ? "mine" : `answer ${message.kind}`}`;
  element.classList.toggle("wide", Boolean(message.picture || message.files?.length));
  const parts = [bubble(message, spoken)];
  if (message.buttons.length) parts.push(buttons(message, act.tap));
  if (message.form) parts.push(drawForm(message, spoken, act.send));
  element.replaceChildren(...parts);
}

function bubble(message, spoken) {
  const content = message.picture ? pictured(message, spoken) : words(message.text);
  const instant = new Date(message.said_at);
  const when = make("time", "when", { dateTime: message.said_at }, timeOf(instant));
  return make("div", "bubble", {}, ...drawFiles(message.files ?? [], spoken), ...content, when);
}

/** The first of several lines says what the rest is about, so it stands out. */
function words(text) {
  const [first, ...rest] = text.split("\n");
  if (!rest.length) return [make("p", "", {}, text)];
  return [make("p", "lead", {}, first), make("p", "", {}, rest.join("\n"))];
}

function pictured(message, spoken) {
  const summary = make("summary", "", {}, say("as_text", {}, spoken));
  const inWords = make("details", "", {}, summary, ...words(message.text));
  return [drawColours(message.picture, spoken), inWords];
}

function buttons(message, tap) {
  const rows = message.buttons.map((row) => make("div", "row", {}, ...row.map((one) => button(one))));
  return make("div", "buttons", {}, ...rows);

  function button(one) {
    const pressed = make("button", "", { type: "button" }, one.label);
    pressed.addEventListener("click", () => tap(message, one, pressed));
    return pressed;
  }
}
