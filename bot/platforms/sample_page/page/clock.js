// The sample's clock: what time it is there, and the buttons that move it forward.

import { say } from "../../web/page/texts.js";
import { dateOf, now, setTime, timeOf } from "../../web/page/time.js";
import { Trouble } from "../../web/page/wire.js";
import * as wire from "./sample.js";

const EVERY = 5000; // milliseconds between two looks at the time

export class Clock {
  #element;
  #turns = { minutes: 0, hours: 0 };
  #shown;
  #moved;
  #noted;

  /** `shown` is told each time that the clock was set, with what is to come; `moved` that somebody here moved it. */
  constructor(element, shown, moved) {
    this.#element = element;
    this.#shown = shown;
    this.#moved = moved;
    for (const button of element.querySelectorAll("button")) {
      button.addEventListener("click", () => this.move(button.dataset.by));
    }
    setInterval(() => this.#draw(), EVERY);
  }

  /** Set the clock as the server tells it. */
  set(face) {
    const moved = !this.#element.hidden && new Date(face.at) - now() > EVERY;
    setTime(face);
    this.#element.hidden = false;
    this.#offer("reminder", face.tells_at);
    this.#offer("photo", face.photo_at);
    this.#draw(moved);
    this.#shown(face);
  }

  /** Ask again what is to come, after something came. */
  async look() {
    const face = await wire.clock().catch(() => null);
    if (face) this.set(face);
  }

  /** Move the clock forward; done once everything that fell in between was told. */
  async move(by) {
    if (this.#element.ariaBusy === "true") return null;
    this.#element.ariaBusy = "true";
    this.#tell(say("clock_moves"));
    try {
      const face = await wire.move(by);
      this.set(face);
      this.#tell(say("clock_moved", { when: momentOf(face.at), count: face.arrived }));
      this.#moved(face);
      return face;
    } catch (trouble) {
      if (!(trouble instanceof Trouble)) throw trouble;
      this.#tell(trouble.message);
      return null;
    } finally {
      this.#element.ariaBusy = "false";
    }
  }

  /** Say where the clock is on its way, in words. */
  passes({ at, arrived }) {
    const when = momentOf(at);
    this.#tell(arrived ? say("clock_passes_told", { when, count: arrived }) : say("clock_passes", { when }));
  }

  #tell(words) {
    const note = document.querySelector(".heard");
    note.textContent = words;
    note.classList.add("shown");
    clearTimeout(this.#noted);
    this.#noted = setTimeout(() => note.classList.remove("shown"), 6000);
  }

  #offer(by, at) {
    const button = this.#element.querySelector(`[data-by="${by}"]`);
    button.disabled = !at;
    button.title = at ? momentOf(at) : say("nothing_ahead");
  }

  #draw(moved = false) {
    const at = now();
    const time = timeOf(at);
    const reading = this.#element.querySelector("time");
    reading.dateTime = at.toISOString();
    reading.querySelector("b").textContent = time;
    reading.querySelector("span").textContent = dateOf(at);
    const [hours, minutes] = time.split(":").map(Number);
    this.#turn("minutes", minutes / 60, moved);
    this.#turn("hours", (hours + minutes / 60) / 12, moved);
  }

  /** Turn a hand to where it belongs, always forward, and once around where the clock was moved. */
  #turn(hand, to, moved) {
    const from = this.#turns[hand];
    const next = Math.floor(from) + (to % 1);
    this.#turns[hand] = next + (next < from ? 1 : 0) + (moved ? 1 : 0);
    this.#element.style.setProperty(`--${hand}`, `${this.#turns[hand]}turn`);
  }
}

/** Write an instant as day and time. */
export function momentOf(at) {
  const instant = new Date(at);
  return `${dateOf(instant)}, ${timeOf(instant)}`;
}
