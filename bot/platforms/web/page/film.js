// A film: it stands until somebody plays it, can be stopped at any moment, and each can be chosen.

import { make, still } from "./dom.js";
import { draw, read } from "./gif.js";
import { say } from "./texts.js";

/** Draw a film and what moves it; under reduced motion pictures stand, week by week. */
export function drawFilm(file, spoken) {
  if (still()) return { seen: null, row: [] };
  const seen = make("canvas", "film", { role: "img", ariaLabel: file.alt });
  const button = make("button", "play", { type: "button", disabled: true });
  const slider = make("input", "moment", { type: "range", min: 0, max: 0, value: 0, disabled: true });
  const when = make("output", "when");
  slider.setAttribute("aria-label", say("moment", {}, spoken));
  const film = new Film(seen, slider, {
    plays: (is) => (button.textContent = is ? `❚❚ ${say("pause", {}, spoken)}` : `▶ ${say("play", {}, spoken)}`),
    at: (number) => {
      when.textContent = file.moments[number] ?? `${number + 1}`;
      slider.setAttribute("aria-valuetext", when.textContent);
    },
  });
  button.addEventListener("click", () => film.turn());
  film.load(address(file)).then(() => {
    button.disabled = slider.disabled = false;
  }, () => seen.replaceWith(make("img", "", { src: file.url, alt: file.alt })));
  return { seen, row: [button, slider, when] };
}

const address = (file) => (matchMedia("(prefers-color-scheme: dark)").matches ? `${file.url}?scheme=dark` : file.url);

class Film {
  #canvas;
  #slider;
  #told;
  #film = null;
  #image = null;
  #at = -1;
  #timer = 0;

  constructor(canvas, slider, told) {
    this.#canvas = canvas;
    this.#slider = slider;
    this.#told = told;
    slider.addEventListener("input", () => {
      this.#stop();
      this.#show(Number(slider.value));
    });
    told.plays(false);
  }

  async load(address) {
    const answer = await fetch(address);
    this.#film = read(new Uint8Array(await answer.arrayBuffer()));
    const { width, height, frames } = this.#film;
    Object.assign(this.#canvas, { width, height });
    this.#image = new ImageData(width, height);
    this.#slider.max = frames.length - 1;
    this.#show(0);
  }

  /** Play it, from its beginning where it stands at its end, or stop it. */
  turn() {
    if (this.#timer) return this.#stop();
    this.#told.plays(true);
    if (this.#at >= this.#last) this.#show(0);
    this.#wait();
  }

  get #last() {
    return this.#film.frames.length - 1;
  }

  #wait() {
    this.#timer = setTimeout(() => {
      this.#show(this.#at + 1);
      if (this.#at < this.#last && this.#canvas.isConnected) this.#wait();
      else this.#stop();
    }, this.#film.frames[this.#at].stands);
  }

  #stop() {
    clearTimeout(this.#timer);
    this.#timer = 0;
    this.#told.plays(false);
  }

  /** Show a frame: each holds what differs from the one before, so it is drawn on from there. */
  #show(number) {
    if (number < this.#at) this.#at = -1;
    while (this.#at < number) {
      this.#at += 1;
      draw(this.#film, this.#film.frames[this.#at], this.#image.data);
    }
    this.#canvas.getContext("2d").putImageData(this.#image, 0, 0);
    this.#slider.value = number;
    this.#told.at(number);
  }
}
