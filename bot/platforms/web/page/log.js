// The list of messages of one pane: adding, editing in place, following the newest.

import { make, morph } from "./dom.js";
import { drawMessage, fillMessage } from "./message.js";
import { say } from "./texts.js";
import { dayOf, now } from "./time.js";

const NEAR = 60; // pixels from the end within which somebody is taken to read the newest

export class Log {
  #scroll;
  #list;
  #newer;
  #typing;
  #act;
  #spoken = "en";
  #byId = new Map();
  #byKey = new Map();
  #follows = true;
  #anchor = null;
  #put = 0;
  #waiting = 0;

  constructor(chat, act) {
    this.#scroll = chat.querySelector(".scroll");
    this.#list = chat.querySelector(".log");
    this.#newer = chat.querySelector(".newer");
    this.#typing = chat.querySelector(".typing");
    this.#act = act;
    this.#scroll.addEventListener("scroll", () => this.#scrolled(), { passive: true });
    this.#newer.addEventListener("click", () => this.toEnd());
    // Whatever grows (a new message, an edited one, a picture): who reads the newest stays there.
    const follow = new ResizeObserver(() => this.#follows && this.#follow());
    follow.observe(this.#list);
    follow.observe(this.#scroll);
  }

  /** The number of the newest message that the server has given. */
  get newest() {
    return Math.max(0, ...this.#byId.keys());
  }

  /** Show a whole conversation; lines that were not sent yet stay below it. */
  fill(messages, spoken, keepUnsent) {
    const unsent = keepUnsent ? [...this.#list.querySelectorAll(".pending, .failed")] : [];
    const place = keepUnsent && !this.#follows ? this.#scroll.scrollTop : null;
    this.#spoken = spoken;
    this.#list.lang = spoken;
    this.#byId.clear();
    this.#byKey.clear();
    this.#list.replaceChildren();
    this.#scroll.ariaBusy = "true"; // what was said before is not read aloud
    for (const message of messages) this.#add(message);
    this.#list.append(...unsent);
    for (const line of unsent) this.#byKey.set(line.dataset.key, line);
    setTimeout(() => (this.#scroll.ariaBusy = null), 300);
    this.#dimOld();
    if (place === null) return this.toEnd();
    this.#scroll.scrollTop = place; // who reads further up stays there
    this.#newer.hidden = false;
  }

  /** Show something in an empty conversation. */
  welcome(element) {
    this.#list.append(element);
  }

  get empty() {
    return !this.#list.querySelector(".said");
  }

  /** Take messages that the server gave: new ones, and ones in the place of what they were. */
  take(messages) {
    this.#scrolled(); // a page in the background is told of no scrolling
    const last = [...this.#list.querySelectorAll(".said")].at(-1);
    for (const message of messages) {
      const known = this.#byId.get(message.id);
      if (!known) this.#add(message, true);
      else if (JSON.stringify(known.message) !== JSON.stringify(message)) {
        this.#replace(known, message);
      }
    }
    // A long answer is read from its beginning.
    this.#anchor = (last ? last.nextElementSibling : this.#list.firstElementChild) ?? this.#anchor;
    if (this.#follows) this.#follow();
  }

  /** Name the days anew: what was today may be yesterday now. */
  nameDays() {
    for (const line of this.#list.querySelectorAll(".day")) {
      line.textContent = dayOf(new Date(line.dataset.at));
    }
  }

  knows(message) {
    return this.#byId.has(message.id);
  }

  /** Show one's own line at once, before it is stored. */
  own(text, key) {
    const message = { mine: true, text, buttons: [], said_at: now().toISOString() };
    const element = this.#add({ ...message, key }, true);
    element.classList.add("pending");
    element.dataset.key = key;
    this.toEnd();
    return element;
  }

  /** Say that what was sent with a key is stored; gives whether it was sent from here. */
  stored(key) {
    const line = this.#byKey.get(key);
    line?.classList.remove("pending", "failed");
    line?.querySelector(".complaint")?.remove();
    if (line?.classList.contains("mine")) tick(line);
    return Boolean(line);
  }

  /** Say below a message that something did not arrive, with a button that sends it again. */
  failed(element, key, sentence, again) {
    this.#byKey.set(key, element);
    const retry = make("button", "", { type: "button" }, say("send_again"));
    const complaint = make("div", "complaint", { role: "alert" }, `${say("not_sent")} ${sentence}`, retry);
    retry.addEventListener("click", () => {
      complaint.remove();
      if (element.classList.contains("failed")) element.classList.replace("failed", "pending");
      again();
    });
    element.querySelector(".complaint")?.remove();
    element.append(complaint);
    if (element.classList.contains("pending")) element.classList.replace("pending", "failed");
  }

  /** Show that an answer is awaited, until as many answers came as were asked for. */
  wait(more) {
    this.#waiting += more;
    const late = () => {
      this.#typing.hidden = !this.#waiting;
      if (this.#follows) this.#follow();
    };
    // A quick answer needs no dots.
    if (this.#waiting) setTimeout(late, 120);
    else late();
  }

  /** Show the end, and stay with the newest from then on. */
  toEnd() {
    this.#anchor = null;
    this.#follows = true;
    this.#follow();
  }

  /** Show the newest, but never so far that its beginning leaves the view. */
  #follow() {
    const { scrollHeight, clientHeight } = this.#scroll;
    const beginning = this.#anchor?.isConnected ? this.#anchor.offsetTop - 8 : Infinity;
    this.#scroll.scrollTop = Math.min(scrollHeight - clientHeight, beginning);
    this.#put = this.#scroll.scrollTop;
    this.#newer.hidden = true;
  }

  #scrolled() {
    const { scrollTop, scrollHeight, clientHeight } = this.#scroll;
    if (Math.abs(scrollTop - this.#put) < 2) return; // that was us
    this.#anchor = null;
    this.#follows = scrollHeight - scrollTop - clientHeight < NEAR;
    if (this.#follows) this.#newer.hidden = true;
  }

  #add(message, isNew = false) {
    this.#list.querySelector(".empty")?.remove();
    this.#separate(message);
    const element = drawMessage(message, this.#spoken, this.#act);
    if (message.id) this.#byId.set(message.id, { element, message });
    if (message.id && message.mine) tick(element);
    if (message.key) this.#byKey.set(message.key, element);
    this.#list.append(element);
    if (isNew) {
      element.classList.add("new");
      this.#dimOld();
      if (!this.#follows) this.#newer.hidden = false;
    }
    return element;
  }

  #separate(message) {
    const day = dayOf(new Date(message.said_at));
    const last = [...this.#list.querySelectorAll(".day")].at(-1);
    if (last?.textContent === day) return;
    const line = make("p", "day", {}, day);
    line.dataset.at = message.said_at;
    this.#list.append(line);
  }

  #replace(known, message) {
    const { element } = known;
    const focused = [...element.querySelectorAll("button")].indexOf(document.activeElement);
    known.message = message;
    morph(element, () => fillMessage(element, message, this.#spoken, this.#act));
    this.#dimOld();
    if (focused >= 0) {
      // Who works by keyboard stays where they were, on the new question.
      const buttons = element.querySelectorAll(".buttons button");
      (buttons[focused] ?? buttons[0] ?? this.#scroll).focus();
    }
  }

  /** Only the newest menu stands out; older ones still answer when tapped. */
  #dimOld() {
    const menus = [...this.#list.querySelectorAll(".said:has(.buttons)")];
    const newest = menus.pop();
    newest?.classList.remove("old");
    for (const menu of menus) menu.classList.add("old");
  }
}

/** Put the sign on an own line that says it is stored. */
function tick(line) {
  const when = line.querySelector(".when");
  when.classList.add("stored");
  when.title = say("stored");
}
