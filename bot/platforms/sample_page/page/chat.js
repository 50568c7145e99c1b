// The page: four panes side by side or one at a time, below the board that they share. The server's
// events keep it live.

import { Board } from "./board.js";
import { Clock } from "./clock.js";
import { copy, initials, make } from "../../web/page/dom.js";
import { Guide } from "./guide.js";
import { Pane } from "./pane.js";
import { say } from "../../web/page/texts.js";
import * as wire from "./sample.js";

const ROLES = ["student", "mentor", "teacher", "coach"];
const narrow = matchMedia("(width <= 760px)");
const place = document.querySelector(".panes");
const tabs = document.querySelector(".tabs");
const skips = document.querySelector(".skips");
const panes = [];
const board = new Board(document.querySelector(".board"), document.querySelector(".sheet"));
const guide = new Guide();
const clock = new Clock(document.querySelector(".clock"), timeIsSet, (face) => guide.moved(face));
let people = [];
let shown = 0;

async function start() {
  let told;
  let face;
  try {
    // The page asks for both before its script is here: on a slow line each way to and fro counts.
    [told, face] = await Promise.all([wire.people(), wire.clock().catch(() => null)]);
  } catch {
    document.querySelector(".offline").hidden = false;
    setTimeout(start, 2000);
    return;
  }
  document.querySelector(".offline").hidden = true;
  people = told.people;
  document.querySelector(".nobody").hidden = told.first.length > 0;
  if (face) clock.set(face);
  else await clock.look();
  for (const id of told.first) addPane(find(id));
  narrow.addEventListener("change", arrange);
  guide.start({ panes, first: told.first.map(find), bring, clock });
  shown = Math.max(0, panes.findIndex((pane) => pane.person.school_id === guide.person?.school_id));
  arrange();
  // First listen, then load: nothing can fall in between.
  wire.listen({
    said, changed, opened, lost, moved: (face) => clock.set(face), passes: (passed) => clock.passes(passed),
  });
  await Promise.all(panes.map((pane) => pane.load()));
  showBoard();
  addEventListener("focus", missed);
}

const find = (id) => people.find((person) => person.school_id === id);

function addPane(person) {
  const number = panes.length;
  const pane = new Pane(people, person, { chosen: choose, changed: flag });
  pane.element.id = `pane${number}`;
  const tab = copy("tab");
  tab.id = `tab${number}`;
  tab.setAttribute("aria-controls", pane.element.id);
  tab.addEventListener("click", () => open(number));
  tab.addEventListener("keydown", (event) => step(event, number));
  pane.element.tabIndex = -1; // where a link leads that skips the rest
  pane.element.addEventListener("focusin", () => turnTo(number));
  panes.push(pane);
  skips.append(make("a", "", { href: `#${pane.element.id}` }, ""));
  skips.lastChild.addEventListener("click", (event) => skip(event, number));
  place.append(pane.element);
  tabs.append(tab);
  label(pane);
}

/** Write who a pane is on its tab. */
function label(pane) {
  const tab = tabs.children[panes.indexOf(pane)];
  tab.classList.remove(...ROLES);
  tab.classList.add(pane.role);
  tab.querySelector(".face").textContent = initials(pane.person.name);
  tab.querySelector(".label").textContent = say(`role_${pane.role}`);
  tab.title = pane.person.name;
  skips.children[panes.indexOf(pane)].textContent = say("skip", { name: pane.person.name });
}

function choose(pane, id) {
  const done = pane.show(find(id)).then(showBoard);
  label(pane);
  arrange();
  return done;
}

/** Go to a chat by keyboard, past all that stands before it. */
function skip(event, number) {
  event.preventDefault();
  open(number);
  panes[number].element.querySelector("textarea").focus();
}

/** The pane in which somebody works is the one whose colours are on the board. */
function turnTo(number) {
  if (number === shown) return;
  shown = number;
  arrange();
  refresh();
}

function showBoard() {
  const pane = panes[shown];
  if (pane) guide.changed(board.show(pane.board, pane.person.language));
}

async function refresh() {
  await panes[shown]?.refresh();
  showBoard();
}

/** Bring a person's pane before the eyes: in view, and of that person. */
async function bring(person) {
  const pane = panes.find((one) => one.person.school_id === person.school_id)
    ?? panes.find((one) => one.role === person.roles[0])
    ?? panes[0];
  if (pane.person.school_id !== person.school_id) await choose(pane, person.school_id);
  open(panes.indexOf(pane));
  if (!narrow.matches) pane.element.scrollIntoView({ block: "nearest", behavior: "smooth" });
  return pane;
}

function open(number) {
  shown = number;
  arrange();
  panes[number]?.settle();
  refresh();
}

/** Tabs and one panel on a phone, regions side by side elsewhere. */
function arrange() {
  panes.forEach((pane, number) => {
    const [element, tab] = [pane.element, tabs.children[number]];
    const isShown = number === shown;
    element.classList.toggle("shown", isShown);
    element.setAttribute("role", narrow.matches ? "tabpanel" : "region");
    element.setAttribute("aria-label", `${pane.person.name}, ${say(`role_${pane.role}`)}`);
    tab.ariaSelected = String(isShown);
    tab.tabIndex = isShown ? 0 : -1;
    if (isShown || !narrow.matches) tab.querySelector(".badge").hidden = true;
  });
}

function step(event, number) {
  const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  if (!by) return;
  const next = (number + by + panes.length) % panes.length;
  open(next);
  tabs.children[next].focus();
}

/** Put a badge on the tab of a pane that changed out of sight. */
function flag(pane) {
  const number = panes.indexOf(pane);
  if (narrow.matches && number !== shown) tabs.children[number].querySelector(".badge").hidden = false;
}

let look = 0;
function said(told) {
  for (const pane of panes) if (pane.person.school_id === told.person) pane.hear(told);
  guide.heard(told.person, told.messages);
  if (told.key) return;
  // Nobody asked for it: from now on another thing is to come next.
  clearTimeout(look);
  look = setTimeout(() => clock.look(), 300);
}

/** The clock was set: name the days by it. */
function timeIsSet() {
  for (const pane of panes) pane.nameDays();
}

let soon = 0;
function changed() {
  // Several changes at once are fetched once.
  clearTimeout(soon);
  soon = setTimeout(refresh, 60);
}

function opened(again) {
  document.querySelector(".offline").hidden = true;
  if (again) missed();
}

function lost() {
  document.querySelector(".offline").hidden = false;
}

/** Fetch what was said or changed elsewhere, on the command line for instance. */
function missed() {
  if (panes.length) clock.look();
  Promise.all(panes.map((pane) => pane.catchUp())).then(showBoard);
}

start();
