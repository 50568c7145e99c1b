// The list of messages of one pane: in the server's order, each once, edited in place.

import { nameDays } from "./days.js";
import { make, morph } from "./dom.js";
import { drawMessage, fillMessage } from "./message.js";
import { offerKeys, spend } from "./spent.js";
import { say } from "./texts.js";
import { now } from "./time.js";

const NEAR = 60; // pixels from the end within which somebody is taken to read the newest
const UNSENT = Infinity; // what the server has not numbered yet stands below all that it has

export class Log {
  #scroll;
  #list;
  #newer;
  #earlier;
  #typing;
  #act;
  #person = null;
  #byId = new Map();
  #byKey = new Map();
  #follows = true;
  #anchor = null;
  #put = 0;
  #height = 0;
  #waiting = 0;

  constructor(chat, act) {
    this.#scroll = chat.querySelector(".scroll");
    this.#list = chat.querySelector(".log");
    this.#newer = chat.querySelector(".newer");
    this.#earlier = chat.querySelector(".earlier");
    this.#typing = chat.querySelector(".typing");
    this.#act = act;
    this.#scroll.addEventListener("scroll", () => this.#scrolled(), { passive: true });
    this.#newer.addEventListener("click", () => this.toEnd());
    this.#earlier.addEventListener("click", () => act.earlier(this.oldest));
    offerKeys(this.#list);
    // Whatever grows (a new message, an edited one, a picture): who reads the newest stays there.
    const follow = new ResizeObserver(() => this.#follows && this.#follow());
    follow.observe(this.#list);
    follow.observe(this.#scroll);
  }

  /** Number the messages that are shown. */
  get ids() {
    return new Set(this.#byId.keys());
  }

  get oldest() {
    return Math.min(...this.#byId.keys());
  }

  get hasEarlier() {
    return !this.#earlier.hidden;
  }

  /** Give the element of a message, where it is shown. */
  element(id) {
    return this.#byId.get(id)?.element ?? null;
  }

  get empty() {
    return !this.#list.querySelector(".said");
  }

  /** Show somebody's newest messages, and nothing of before. */
  fill(messages, person, more) {
    this.#person = person;
    this.#list.lang = person.language;
    this.#byId.clear();
    this.#byKey.clear();
    this.#list.replaceChildren();
    let newest = null;
    this.#quietly(() => (newest = this.#takeAll(messages)));
    this.#earlier.hidden = !more;
    this.toEnd();
    if (this.#scroll.querySelector(".guide")) return;
    this.#anchor = newest; // as when it came: a long one is read from its beginning
    this.#follow();
  }

  /** Make what is shown the same as the server's newest; of `known` nothing else is left. */
  merge(messages, known, more) {
    const told = new Set(messages.map((message) => message.id));
    const oldest = Math.min(...told);
    const overlaps = [...told].some((id) => known.has(id));
    for (const id of known) {
      // What is older stands, where nothing is missing in between.
      if (!told.has(id) && !(overlaps && id < oldest)) this.#remove(id);
    }
    if (!overlaps) this.#earlier.hidden = !more;
    this.take(messages);
  }

  /** Show what was said before, and stay where one reads. */
  prepend(messages, more) {
    const below = this.#scroll.scrollHeight - this.#scroll.scrollTop;
    this.#follows = false;
    this.#quietly(() => this.#takeAll(messages));
    this.#earlier.hidden = !more;
    this.#scroll.scrollTop = this.#scroll.scrollHeight - below;
  }

  /** Show something in an empty conversation. */
  welcome(element) {
    this.#list.append(element);
  }

  /** Take messages that the server gave: new ones, and ones in the place of what they were. */
  take(messages) {
    this.#scrolled(); // a page in the background is told of no scrolling
    const added = this.#takeAll(messages);
    // A long answer is read from its beginning.
    this.#anchor = added ?? this.#anchor;
    if (this.#follows) this.#follow();
    else if (added) this.#newer.hidden = false;
  }

  /** Name the days anew: what was today may be yesterday now. */
  nameDays() {
    nameDays(this.#list);
  }

  /** Show one's own line at once, before it is stored. */
  own(text, key) {
    const message = { mine: true, text, buttons: [], said_at: now().toISOString() };
    const element = this.#draw(message, UNSENT);
    element.classList.add("pending", "new");
    this.#byKey.set(key, element);
    this.nameDays();
    this.toEnd();
    return element;
  }

  /** Say that nothing more is to be done for what was sent with a key. */
  arrived(key) {
    const line = this.#byKey.get(key);
    line?.classList.remove("pending", "failed");
    line?.querySelector(".complaint")?.remove();
    this.#byKey.delete(key);
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

  /** Show a message from its beginning, and stay there whatever grows; gives its element. */
  show(id) {
    const element = this.element(id);
    if (!element) return null;
    [this.#anchor, this.#follows] = [element, true];
    this.#follow();
    return element;
  }

  /** Stay where one reads, whatever grows: a form was opened, for instance. */
  stay() {
    this.#follows = false;
  }

  /** Show the newest, but never so far that its beginning leaves the view. */
  #follow() {
    const { scrollHeight, clientHeight } = this.#scroll;
    const beginning = this.#anchor?.isConnected ? this.#anchor.offsetTop - 8 : Infinity;
    // What is below the newest message, the guide, takes no room from what was answered.
    const end = this.#anchor && this.#typing.hidden ? this.#end : scrollHeight;
    this.#scroll.scrollTop = Math.min(end - clientHeight, beginning);
    this.#put = this.#scroll.scrollTop;
    this.#height = scrollHeight;
    this.#newer.hidden = true;
  }

  #scrolled() {
    const { scrollTop, scrollHeight, clientHeight } = this.#scroll;
    if (Math.abs(scrollTop - this.#put) < 2) return; // that was us
    if (this.#follows && scrollHeight !== this.#height) {
      this.#follow(); // that was the browser, since something grew or went
      return;
    }
    this.#anchor = null;
    this.#follows = this.#end - scrollTop - clientHeight < NEAR;
    if (this.#follows) this.#newer.hidden = true;
  }

  /** Where the newest message ends, from the top of all that can be scrolled. */
  get #end() {
    return this.#list.offsetTop + this.#list.offsetHeight + 4;
  }

  /** Do something of which nothing is read aloud, since it was said before. */
  #quietly(work) {
    this.#scroll.ariaBusy = "true";
    work();
    setTimeout(() => (this.#scroll.ariaBusy = null), 300);
  }

  /** Take each message; gives the last element that was added. */
  #takeAll(messages) {
    let added = null;
    for (const message of messages) {
      const own = this.#byKey.get(message.key);
      const known = this.#byId.get(message.id);
      if (own && known) own.remove();
      else if (own) this.#number(own, message);
      else if (!known) added = this.#add(message);
      else if (JSON.stringify(known.message) !== JSON.stringify(message)) this.#replace(known, message);
      if (message.key) this.#byKey.delete(message.key);
    }
    this.nameDays();
    spend(this.#list);
    return added;
  }

  #add(message) {
    // An apology is kept nowhere and has no number: it stands below what it answers.
    const element = this.#draw(message, message.id || Math.max(0, ...this.#byId.keys()) + 0.5);
    if (message.id) this.#byId.set(message.id, { element, message });
    if (this.#scroll.ariaBusy !== "true") element.classList.add("new");
    return element;
  }

  #draw(message, order) {
    this.#list.querySelector(".empty")?.remove();
    const element = drawMessage(message, this.#person, this.#act);
    this.#place(element, order);
    return element;
  }

  /** Put an element behind all that came before it, whatever arrived first. */
  #place(element, order) {
    element.dataset.order = order;
    let before = null;
    for (const other of [...this.#list.querySelectorAll(".said")].reverse()) {
      if (other === element || Number(other.dataset.order) > order) continue;
      before = other;
      break;
    }
    if (before) before.after(element);
    else this.#list.prepend(element);
  }

  /** Let an own line become the message that the server stored. */
  #number(element, message) {
    fillMessage(element, message, this.#person, this.#act);
    this.#byId.set(message.id, { element, message });
    this.#place(element, message.id);
  }

  #remove(id) {
    this.#byId.get(id)?.element.remove();
    this.#byId.delete(id);
  }

  #replace(known, message) {
    const { element } = known;
    const focused = [...element.querySelectorAll("button")].indexOf(document.activeElement);
    known.message = message;
    morph(element, () => fillMessage(element, message, this.#person, this.#act));
    if (focused >= 0) {
      // Who works by keyboard stays where they were, on the new question.
      const buttons = element.querySelectorAll(".buttons button");
      (buttons[focused] ?? buttons[0] ?? this.#scroll).focus();
    }
  }
}
