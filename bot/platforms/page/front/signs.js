// Signs on this device: whether it tells that something waits, and the taps that change that.

import { say } from "../../web/page/texts.js";
import * as me from "./me.js";

const LATER = "signs"; // kept on the device: that somebody wants none here, or not now

export class Signs {
  #hint;
  #entry;
  #told = null;

  /** Say in this hint, and by this entry of the menu, how it stands. */
  constructor(hint, entry) {
    [this.#hint, this.#entry] = [hint, entry];
    entry.addEventListener("click", () => this.#show(this.#state));
  }

  /** Ask how it stands; what is on, or was lost, is mended: browsers and keys change. */
  async start() {
    if (!("PushManager" in window && "Notification" in window && "serviceWorker" in navigator)) return;
    this.#told = await me.signs().catch(() => null);
    if (!this.#told?.key) return;
    const { on, lost } = this.#told;
    this.#entry.hidden = false;
    if (Notification.permission === "granted" && (on || lost)) this.#turnOn().catch(() => {});
  }

  /** Offer it, once, to who has said something here. */
  offer() {
    const isNew = this.#told?.key && this.#state === "off" && !this.#told.asked;
    if (isNew && localStorage.getItem(LATER) !== "later") this.#show("offer");
  }

  get #state() {
    if (Notification.permission === "denied") return "blocked";
    return this.#told.on ? "on" : "off";
  }

  /** Say how it stands, with what can be done. */
  #show(state) {
    const turnOn = [say("signs_turn_on"), () => this.#turnOn()];
    const turnOff = [say("signs_turn_off"), () => this.#turnOff()];
    const later = [say("signs_later"), () => localStorage.setItem(LATER, "later")];
    const read = [say("understood"), () => {}];
    const [words, ...acts] = {
      offer: [say("signs_off"), turnOn, later],
      off: [say("signs_off"), turnOn, read],
      on: [say("signs_on"), turnOff, read],
      blocked: [say("signs_blocked"), read],
      failed: [say("signs_failed"), read],
    }[state];
    this.#hint.querySelector("p").textContent = words;
    this.#hint.querySelector(".acts").replaceChildren(...acts.map(([label, act]) => this.#button(label, act)));
    this.#hint.dataset.state = state;
    this.#hint.hidden = false;
  }

  #button(label, act) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = label;
    button.addEventListener("click", () => this.#tap(act));
    return button;
  }

  async #tap(act) {
    const before = this.#told.on;
    try {
      await act();
      this.#hint.hidden = this.#told.on === before && Notification.permission !== "denied";
      if (!this.#hint.hidden) this.#show(this.#state);
    } catch {
      this.#show("failed");
    }
  }

  async #turnOn() {
    if ((await Notification.requestPermission()) !== "granted") return;
    const { pushManager } = await navigator.serviceWorker.ready;
    const key = bytes(this.#told.key);
    const known = await pushManager.getSubscription();
    const isOurs = known && equal(new Uint8Array(known.options.applicationServerKey), key);
    if (known && !isOurs) await known.unsubscribe();
    const wish = { userVisibleOnly: true, applicationServerKey: key };
    await me.takeSigns(isOurs ? known : await pushManager.subscribe(wish));
    Object.assign(this.#told, { on: true, lost: false, asked: true });
  }

  async #turnOff() {
    await me.refuseSigns();
    Object.assign(this.#told, { on: false, lost: false, asked: true });
    const { pushManager } = await navigator.serviceWorker.ready;
    await (await pushManager.getSubscription())?.unsubscribe();
  }
}

function bytes(written) {
  const plain = atob(written.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
}

function equal(some, other) {
  return some.length === other.length && some.every((value, at) => value === other[at]);
}
