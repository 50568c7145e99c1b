// The own chat: one conversation in one column, on any device, also where it is the only thing one sees.

import { Conversation } from "../../web/page/conversation.js";
import { language } from "../../web/page/texts.js";
import { setTime } from "../../web/page/time.js";
import { install } from "./install.js";
import * as me from "./me.js";
import { Menu } from "./menu.js";
import { Signs } from "./signs.js";
import { Unread } from "./unread.js";

const AGAIN = 3000; // milliseconds until what could not be loaded is asked for again
const ENDED = "../../?ended"; // the door, which says what there is to do
const LINK = /^#message-(\d+)$/;

const offline = document.querySelector(".offline");
const element = document.querySelector(".own");
const conversation = new Conversation(element, { told, answered, failed });
const unread = new Unread(element, conversation.log, me.see);
const menu = new Menu(document, { speak: (line) => conversation.speak(line), left: () => conversation.clear() });
const signs = new Signs(document.querySelector(".hint.telling"), document.querySelector(".choices .signs"));
let isLoaded = false;

async function start() {
  conversation.serve(me.chat, { name: "Kompaan", roles: [], language });
  install(menu, () => conversation.composer.isEmpty);
  // First listen, then load: nothing can fall in between.
  me.listen({ said, seen, missed }, { opened, lost });
  addEventListener("hashchange", followLink);
  addEventListener("pageshow", (event) => event.persisted && missed());
  addEventListener("online", missed);
  document.addEventListener("visibilitychange", () => document.hidden || missed());
  signs.start();
  await load();
}

async function load() {
  isLoaded = await conversation.load();
  if (!isLoaded) return setTimeout(load, AGAIN);
  offline.hidden = true;
  if (!(await followLink()) && unread.first) await conversation.show(unread.first);
  unread.look();
}

/** Go to the message that a link names, a sign's for instance; gives whether there was one. */
async function followLink() {
  const [, id] = location.hash.match(LINK) ?? [];
  if (!id || !isLoaded) return false;
  history.replaceState(null, "", location.pathname); // read again, the page begins with the newest
  const found = await conversation.show(Number(id));
  unread.look();
  if (!found) return false;
  found.classList.remove("meant");
  requestAnimationFrame(() => found.classList.add("meant"));
  found.tabIndex = -1;
  found.focus({ preventScroll: true });
  return true;
}

function told({ person, clock, unread: ids }) {
  speak(person.language);
  setTime(clock);
  conversation.introduce(person);
  menu.introduce(person);
  unread.set(ids);
}

/** What was said is answered: from now on the line above what was new has done its work. */
function answered({ language: spoken }) {
  unread.unmark();
  signs.offer();
  speak(spoken);
}

/** The page speaks a person's language; once it is another, it is loaded in that one. */
function speak(spoken) {
  const asked = sessionStorage.getItem("language");
  if (!spoken || spoken === language || spoken === asked) return;
  sessionStorage.setItem("language", spoken); // once: the page may come from before, without a line
  location.reload();
}

function said(heard) {
  const known = conversation.log.ids;
  conversation.hear(heard);
  // Nobody asked for it here or elsewhere: it is new, unless it takes the place of what was here.
  const fresh = heard.key ? [] : heard.messages.filter(({ id, mine }) => id && !mine && !known.has(id));
  unread.add(fresh.map(({ id }) => id));
  if (document.hidden && fresh.length) conversation.log.show(unread.first);
}

function seen({ up_to: upTo }) {
  unread.seen(upTo);
}

async function missed() {
  if (!isLoaded) return;
  await conversation.catchUp();
  conversation.log.nameDays();
  unread.look();
}

function opened(again) {
  offline.hidden = true;
  if (again) missed();
}

function lost(isOver) {
  offline.hidden = false;
  // A session that ended looks like a line that broke, until it is asked.
  if (isOver && isLoaded) conversation.catchUp();
}

function failed(trouble) {
  if (trouble.status === 401) location.replace(ENDED);
  else if (!trouble.status) offline.hidden = false;
}

start();
