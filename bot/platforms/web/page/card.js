// A card: a row for each indicator with a few choices, of which one holds, and its controls below.
// Arrow keys go from choice to choice and from row to row; a digit chooses, and goes to the next row.

import { make } from "./dom.js";

const ASIDE = { ArrowLeft: -1, ArrowRight: 1 };
const ALONG = { ArrowUp: -1, ArrowDown: 1 };

/** Say whether a message is a card: some of its buttons exclude each other. */
export function isCard(message) {
  return message.buttons.some(hasChoices);
}

/** Draw the rows of a card; `tap` says what a button means. */
export function drawCard(message, tap) {
  const marks = marksOf(message.text);
  const [asked, controls] = [message.buttons.filter(hasChoices), message.buttons.filter((row) => !hasChoices(row))];
  const rows = asked.map(([number, ...choices]) => indicator(number, choices));
  const below = controls.map((row) => make("div", "row", {}, ...row.map((one) => button(one))));
  const last = make("div", "controls ends", {}, ...below.splice(-1));
  const card = make("div", "buttons card", {}, ...rows, make("div", "controls", {}, ...below), last);
  card.addEventListener("keydown", (event) => step(event, card));
  return card;

  function indicator(number, choices) {
    const whole = number.says ?? number.label;
    const mark = marks.get(number.label);
    const text = make("p", "whole", {}, whole, ...(mark ? [make("span", "mark", {}, mark)] : []));
    const group = make("div", "segments", { role: "radiogroup", ariaLabel: whole }, ...choices.map(choice));
    const segments = [...group.children];
    (segments.find((one) => one.ariaChecked === "true") ?? segments[0]).tabIndex = 0;
    return make("div", "indicator", {}, text, group);
  }

  function choice(one) {
    const segment = button(one);
    Object.assign(segment, { role: "radio", ariaChecked: String(one.chosen), ariaLabel: one.says, tabIndex: -1 });
    return segment;
  }

  function button(one) {
    const pressed = make("button", "", { type: "button" }, one.label);
    pressed.addEventListener("click", () => tap(message, one, pressed));
    return pressed;
  }
}

/** Take over at once what was tapped; the answer brings what is stored. */
export function choose(segment) {
  const holds = segment.ariaChecked === "true";
  for (const one of segment.parentElement.children) one.ariaChecked = String(one === segment && !holds);
}

function hasChoices(row) {
  return row.some((one) => one.chosen !== undefined);
}

/** Find what each line of the text says behind its two blanks, by the number it begins with. */
function marksOf(text) {
  const lines = text.split("\n").map((line) => line.match(/^(\d+)\. .*? {2}(.+)$/)).filter(Boolean);
  return new Map(lines.map(([, number, mark]) => [number, mark]));
}

function step(event, card) {
  const { target } = event;
  if (target.role !== "radio" || event.ctrlKey || event.altKey || event.metaKey) return;
  const groups = [...card.querySelectorAll(".segments")];
  const [group, place] = [target.parentElement, [...target.parentElement.children].indexOf(target)];
  const near = (by) => groups[groups.indexOf(group) + by]?.children;
  if (ASIDE[event.key]) go(group.children[place + ASIDE[event.key]]);
  else if (ALONG[event.key]) go(at(near(ALONG[event.key]), place));
  else if (/^[1-9]$/.test(event.key) && group.children[event.key - 1]) {
    const chosen = group.children[event.key - 1];
    go(at(near(1), 0));
    chosen.click();
  } else return;
  event.preventDefault();
  event.stopPropagation();
}

const at = (row, place) => row?.[Math.min(place, row.length - 1)];
const go = (segment) => segment?.focus();
