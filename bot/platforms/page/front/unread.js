// What is unread: a line above the first of it, its number in the title and on the app's icon. It is seen once
// it was before somebody's eyes, in a window that can be seen.

import { say } from "../../web/page/texts.js";

const LONG_ENOUGH = 500; // milliseconds in sight
const ENOUGH = 0.6; // of a message, or of the view where the message is taller

export class Unread {
  #log;
  #see;
  #ids = new Set();
  #inSight = new Set();
  #told = 0;
  #watch;
  #timer = 0;
  #marked = null;

  /** `see` tells the server up to which message everything was seen. */
  constructor(element, log, see) {
    this.#log = log;
    this.#see = see;
    const root = element.querySelector(".scroll");
    const threshold = [0, 0.2, 0.4, 0.6, 0.8, 1];
    this.#watch = new IntersectionObserver((changes) => this.#look(changes), { root, threshold });
    document.addEventListener("visibilitychange", () => this.look());
    this.#tell();
  }

  /** The oldest message that is unread, or nothing. */
  get first() {
    return this.#ids.size ? Math.min(...this.#ids) : 0;
  }

  /** Take over what the server says is unread. */
  set(ids) {
    this.#ids = new Set(ids.filter((id) => id > this.#told));
    this.#tell();
  }

  /** Take what came in unasked. */
  add(ids) {
    if (!this.#ids.size && ids.length) this.unmark();
    for (const id of ids) if (id > this.#told) this.#ids.add(id);
    this.#tell();
    this.look();
  }

  /** Take over that everything up to a message was seen, here or on another device. */
  seen(upTo) {
    this.#told = Math.max(this.#told, upTo);
    for (const id of this.#ids) if (id <= upTo) this.#ids.delete(id);
    this.#tell();
  }

  /** Watch what is shown of it, and mark where it begins. */
  look() {
    for (const id of this.#ids) {
      const element = this.#log.element(id);
      if (element) this.#watch.observe(element);
    }
    if (this.first && !this.#marked?.isConnected) this.#mark(this.#log.element(this.first));
    clearTimeout(this.#timer);
    if (!document.hidden) this.#timer = setTimeout(() => this.#settle(), LONG_ENOUGH);
  }

  /** Take the line away. */
  unmark() {
    this.#marked?.removeAttribute("data-new");
    this.#marked = null;
  }

  #mark(element) {
    this.unmark();
    this.#marked = element;
    element?.setAttribute("data-new", say("unread"));
  }

  #look(changes) {
    for (const { target, intersectionRatio, intersectionRect, rootBounds } of changes) {
      const isSeen = intersectionRatio >= ENOUGH || intersectionRect.height >= ENOUGH * (rootBounds?.height ?? Infinity);
      this.#inSight[isSeen ? "add" : "delete"](Number(target.dataset.id));
    }
    this.look();
  }

  /** What was in sight for long enough is seen, as far as nothing before it is left unseen. */
  async #settle() {
    let upTo = 0;
    for (const id of [...this.#ids].sort((one, other) => one - other)) {
      if (!this.#inSight.has(id)) break;
      upTo = id;
    }
    if (!upTo || document.hidden) return;
    const before = this.#told;
    this.seen(upTo);
    // Where there is no line it stays unread with the server, which tells so at the next look.
    await this.#see(upTo).catch(() => (this.#told = before));
  }

  #tell() {
    const count = this.#ids.size;
    document.title = count ? `(${count}) Kompaan` : "Kompaan";
    if (count) navigator.setAppBadge?.(count).catch(() => {});
    else navigator.clearAppBadge?.().catch(() => {});
  }
}
