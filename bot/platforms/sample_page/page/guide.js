// The things to try: each stands in the chat in which it is done, and says afterwards what changed.

import { momentOf } from "./clock.js";
import { copy } from "../../web/page/dom.js";
import { say } from "../../web/page/texts.js";

const KEPT = "kompaan.guide"; // where a browser keeps that somebody is done with it
const STEP = `kompaan.step.${document.documentElement.lang}`; // where a tab keeps how far somebody is
const PATIENCE = 2500; // milliseconds in which the board tells of a line what it changed

export class Guide {
  #steps = [...document.getElementById("steps").content.querySelectorAll("li")];
  #element = copy("guide");
  #at = 0;
  #changes = null;
  #told = { panes: [], bring: null, clock: null, first: [] };

  /** Begin; `bring` puts a person's pane before the eyes. */
  start(told) {
    this.#told = told;
    this.#find(".try").addEventListener("click", () => this.#attempt());
    this.#find(".next").addEventListener("click", () => this.#next());
    this.#find(".leave").addEventListener("click", () => this.#leave());
    if (kept("localStorage", KEPT) || this.#steps.some((step) => !this.#personOf(step))) return;
    this.#at = Number(kept("sessionStorage", STEP) ?? 0);
    if (this.#step) this.#show();
  }

  /** Name the person in whose chat the guide begins; null where it is not shown. */
  get person() {
    return this.#element.isConnected ? this.#personOf(this.#step) : null;
  }

  /** Take what changed on the board, in words, each with whose view it is. */
  changed(changes) {
    const told = changes.filter(({ role }) => role === this.#step?.dataset.role);
    if (told.length) this.#changes?.(told.map(({ text }) => text));
  }

  /** Take what somebody said by hand, here or in another tab: it may be the step, or as good as it. */
  async heard(id, messages) {
    const own = messages.filter((message) => message.mine).map((message) => plain(message.text));
    if (!own.length || this.person?.school_id !== id || !this.#isOpen || this.#step.dataset.by) return;
    const step = this.#step;
    const isIt = own.includes(plain(this.#line));
    const outcome = step.dataset.done ? isIt && step.dataset.done : await this.#changed(isIt);
    if (outcome && step === this.#step && this.#isOpen) this.#finish(outcome);
  }

  /** Take that somebody moved the clock. */
  moved(face) {
    if (this.person && this.#isOpen && this.#step.dataset.by) this.#finish(outcomeOf(face));
  }

  get #step() {
    return this.#steps[this.#at];
  }

  /** Put the step into its pane, below the newest message. */
  #show() {
    const { panes } = this.#told;
    const person = this.#personOf(this.#step);
    const pane = panes.find((one) => one.person.school_id === person.school_id) ?? panes[0];
    this.#find(".count").textContent = say("step", { number: this.#at + 1, count: this.#steps.length });
    this.#find(".what").textContent = this.#step.textContent;
    this.#find(".intro").hidden = this.#at > 0;
    this.#find("code").textContent = this.#line;
    this.#find(".outcome").textContent = "";
    this.#offer("try", "leave");
    pane.guide(this.#element);
  }

  get #line() {
    const { line = "" } = this.#step.dataset;
    const name = this.#student?.name.split(" ")[0].toLowerCase() ?? "";
    return line.replace("{student}", name);
  }

  get #student() {
    return this.#told.first.find((person) => person.roles.includes("student"));
  }

  #personOf(step) {
    return this.#told.first.find((person) => person.roles.includes(step.dataset.role));
  }

  async #attempt() {
    if (this.#element.ariaBusy === "true") return;
    this.#element.ariaBusy = "true";
    this.#find(".try").disabled = true;
    try {
      const { by, done } = this.#step.dataset;
      const pane = await this.#told.bring(this.#personOf(this.#step));
      const outcome = by ? await this.#moved(by) : await this.#said(pane, done);
      if (!outcome) return;
      this.#finish(outcome);
      (this.#find(".next:not([hidden])") ?? this.#find(".leave")).focus({ preventScroll: true });
    } finally {
      this.#element.ariaBusy = "false";
      this.#find(".try").disabled = false;
    }
  }

  /** Say whether the step is still to be done, and not being done by the guide itself. */
  get #isOpen() {
    return this.#element.ariaBusy !== "true" && !this.#find(".try").hidden;
  }

  /** Say what came of the step, and offer the next one. */
  #finish(outcome) {
    keep("sessionStorage", STEP, this.#at + 1);
    this.#find(".outcome").textContent = outcome;
    this.#offer(this.#at + 1 < this.#steps.length ? "next" : "", "leave");
    const person = this.#personOf(this.#step);
    const pane = this.#told.panes.find((one) => one.person.school_id === person.school_id);
    pane?.guide(this.#element);
  }

  /** Type the line; gives what changed, and nothing where it did not arrive. */
  async #said(pane, done) {
    const changed = this.#changed(true);
    return (await pane.type(this.#line)) && (done ?? changed);
  }

  /** Wait for what the board tells; gives that in words, and where it tells nothing, that as asked. */
  async #changed(orSame) {
    const told = await new Promise((resolve) => {
      this.#changes = resolve;
      setTimeout(() => resolve([]), PATIENCE);
    });
    if (told.length) return `${say("tried_board")} ${told.join(" ")}`;
    return orSame && say("tried_same");
  }

  async #moved(by) {
    const face = await this.#told.clock.move(by);
    return face && outcomeOf(face);
  }

  #next() {
    this.#at += 1;
    this.#show();
    this.#told.bring(this.#personOf(this.#step));
    this.#find(".try").focus({ preventScroll: true });
  }

  #leave() {
    keep("localStorage", KEPT, "done");
    const pane = this.#element.closest(".pane");
    this.#element.remove();
    pane?.querySelector("textarea").focus({ preventScroll: true });
  }

  #offer(...shown) {
    for (const name of ["try", "next", "leave"]) this.#find(`.${name}`).hidden = !shown.includes(name);
    const done = !shown.includes("try");
    for (const name of [".intro", ".what", "code"]) if (done) this.#find(name).hidden = true;
    if (!done) for (const name of [".what", "code"]) this.#find(name).hidden = false;
  }

  #find(selector) {
    return this.#element.querySelector(selector);
  }
}

const outcomeOf = (face) => say("clock_moved", { when: momentOf(face.at), count: face.arrived });

/** Write a line without what typing by hand makes of it. */
const plain = (line) => (line ?? "").trim().toLowerCase().split(/\s+/).join(" ");

/** Read what a browser keeps, or a tab; null where it keeps nothing: then the guide is shown each time. */
function kept(where, name) {
  try {
    return window[where].getItem(name);
  } catch {
    return null;
  }
}

function keep(where, name, value) {
  try {
    window[where].setItem(name, value);
  } catch {
    // As above.
  }
}
