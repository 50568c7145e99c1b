// One message: its words, its picture or form, its buttons. What a tap does is the pane's business.

import { drawColours } from "./colours.js";
import { drawCard, isCard } from "./card.js";
import { make } from "./dom.js";
import { drawFiles, isDrawn } from "./files.js";
import { drawForm } from "./form.js";
import { say } from "./texts.js";
import { timeOf } from "./time.js";

const SIGNS = { "⬜": "grey", "🟥": "red", "🟧": "orange", "🟩": "light_green", "✅": "dark_green" };
const SIGN = new RegExp(`(${Object.keys(SIGNS).join("|")})`, "u");

/** Make the element of a message in somebody's chat; `act` has tap, send and stay. */
export function drawMessage(message, person, act) {
  const element = make("article");
  fillMessage(element, message, person, act);
  return element;
}

/** Fill a message's element, also anew after it was edited. */
export function fillMessage(element, message, person, act) {
  if (message.id) element.dataset.id = message.id;
  element.dataset.at = message.said_at;
  element.className = `said ${message.mine ? "mine" : `answer ${message.kind}`}`;
  element.classList.toggle("wide", !message.mine && Boolean(message.picture || message.files?.length));
  const card = isCard(message);
  const parts = [bubble(card ? { ...message, text: message.text.split("\n")[0] } : message, person)];
  if (card) parts.push(drawCard(message, act.tap));
  else if (message.buttons.length) parts.push(buttons(message, act.tap));
  if (message.form && !card) parts.push(drawForm(message, person.language, act));
  element.replaceChildren(...parts);
}

function bubble(message, person) {
  const spoken = person.language;
  const files = message.files ?? [];
  const pictured = message.mine ? false : message.picture || files.some(isDrawn);
  const content = pictured ? [inWords(message.text, spoken)] : message.text ? words(message.text) : [];
  // An older message, or one that nobody asked for, brings its colours without their picture.
  if (message.picture && !files.length) content.unshift(drawColours(message.picture, spoken));
  const author = make("span", "unseen", {}, `${message.mine ? person.name : "Kompaan"}: `);
  const drawn = drawFiles(files, spoken);
  // What a picture is for, where it does not say so itself, is read before it.
  const parts = message.mine || pictured ? [...drawn, ...content] : [...content, ...drawn];
  return make("div", "bubble", {}, author, ...parts, time(message));
}

/** Say when it was said, and of an own line that it is stored. */
function time(message) {
  const when = make("time", "when", { dateTime: message.said_at }, timeOf(new Date(message.said_at)));
  if (!message.id || !message.mine) return when;
  when.classList.add("stored");
  when.title = say("stored");
  return when;
}

/** A first line that says what the rest is about stands out: one with a colon, or by itself. */
function words(text) {
  const [first, ...rest] = text.split("\n");
  if (!rest.length || !(first.endsWith(":") || rest[0] === "")) return [make("p", "", {}, ...signed(text))];
  const below = make("p", "", {}, ...signed(rest.join("\n").trimStart()));
  return [make("p", "lead", {}, ...signed(first)), below];
}

/** Draw the signs of colours as the board's, also where no font has them; copied, they are what was said. */
function signed(text) {
  return text.split(SIGN).map((part) => (SIGNS[part] ? make("span", `sign ${SIGNS[part]}`, {}, part) : part));
}

function inWords(text, spoken) {
  const summary = make("summary", "", {}, say("as_text", {}, spoken));
  return make("details", "", {}, summary, make("p", "", {}, ...signed(text)));
}

function buttons(message, tap) {
  const rows = message.buttons.map((row) => make("div", "row", {}, ...row.map((one) => button(one))));
  return make("div", "buttons", {}, ...rows);

  function button(one) {
    const pressed = make("button", "", { type: "button" }, ...signed(one.label));
    pressed.addEventListener("click", () => tap(message, one, pressed));
    return pressed;
  }
}
