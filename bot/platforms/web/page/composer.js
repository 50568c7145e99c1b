// The field one types in: Enter sends, Shift+Enter breaks the line, arrow-up recalls.

import { still } from "./dom.js";

export class Composer {
  #field;
  #send;
  #said = [];
  #recalled = 0;

  constructor(form, send) {
    this.#field = form.querySelector("textarea");
    this.#send = send;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#submit();
    });
    this.#field.addEventListener("keydown", (event) => this.#key(event));
  }

  /** Know what was said before, oldest first, so that it can be recalled. */
  remember(lines) {
    this.#said = lines;
    this.#recalled = lines.length;
  }

  /** Write a line as if typed, then send it. */
  async type(line) {
    const kept = this.#field.value;
    if (!still()) {
      for (let end = 1; end < line.length; end += 1) {
        this.#field.value = line.slice(0, end);
        await new Promise((resume) => setTimeout(resume, 450 / line.length));
      }
    }
    this.#field.value = line;
    this.#submit();
    this.#field.value = kept;
  }

  #submit() {
    const line = this.#field.value.trim();
    if (!line) return;
    this.#field.value = "";
    this.#said = [...this.#said.filter((former) => former !== line), line];
    this.#recalled = this.#said.length;
    this.#send(line);
  }

  #key(event) {
    if (event.isComposing) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      this.#submit();
    }
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (step && this.#recalls()) {
      event.preventDefault();
      this.#recall(step);
    }
  }

  /** Arrows recall only where they would not move within what is being typed. */
  #recalls() {
    return this.#field.value === (this.#said[this.#recalled] ?? "");
  }

  #recall(step) {
    this.#recalled = Math.min(Math.max(this.#recalled + step, 0), this.#said.length);
    this.#field.value = this.#said[this.#recalled] ?? "";
    this.#field.setSelectionRange(this.#field.value.length, this.#field.value.length);
  }
}
