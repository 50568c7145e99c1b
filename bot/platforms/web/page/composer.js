// The field one types in: Enter sends, Shift+Enter breaks the line, arrow-up recalls.

import { Attachments } from "./attach.js";
import { Commands } from "./commands.js";
import { still } from "./dom.js";

const drafts = new Map(); // what somebody began to write, by who it is

export class Composer {
  #field;
  #send;
  #commands;
  #attachments;
  #person = null;
  #said = [];
  #recalled = 0;

  /** `send` is told a line, and what is attached to it. */
  constructor(pane, form, send) {
    this.#field = form.querySelector("textarea");
    this.#send = send;
    this.#commands = new Commands(this.#field);
    this.#attachments = new Attachments(pane, form);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#submit();
    });
    this.#field.addEventListener("keydown", (event) => this.#key(event));
  }

  /** Write for a person: with the draft and the commands that are theirs. */
  serve(person) {
    if (this.#person && this.#person !== person.school_id) {
      drafts.set(this.#person, this.#field.value);
      this.#field.value = drafts.get(person.school_id) ?? "";
      this.#attachments.clear();
    }
    this.#person = person.school_id;
    this.#commands.all = person.commands ?? [];
  }

  /** Whether nothing is being written. */
  get isEmpty() {
    return !this.#field.value && this.#attachments.isEmpty;
  }

  /** Let somebody write, where words are asked for. */
  focus() {
    this.#field.focus({ preventScroll: true });
  }

  /** Know what was said before, oldest first, so that it can be recalled. */
  remember(lines) {
    this.#said = lines;
    this.#recalled = lines.length;
  }

  /** Write a line as if typed, then send it; gives whether it arrived. */
  async type(line) {
    const kept = this.#field.value;
    if (!still()) {
      for (let end = 1; end < line.length; end += 1) {
        this.#field.value = line.slice(0, end);
        await new Promise((resume) => setTimeout(resume, 450 / line.length));
      }
    }
    this.#field.value = line;
    const arrived = this.#submit();
    this.#field.value = kept;
    return arrived;
  }

  #submit() {
    const line = this.#field.value.trim();
    const files = this.#attachments.take();
    if (!line && !files.length) return false;
    this.#field.value = "";
    this.#commands.close();
    if (files.length) return this.#sendFiles(line, files);
    this.#said = [...this.#said.filter((former) => former !== line), line];
    this.#recalled = this.#said.length;
    return this.#send(line);
  }

  /** Send each file as a message of its own, in their order, the words with the first. */
  async #sendFiles(line, files) {
    let arrived = true;
    for (const [number, file] of files.entries()) {
      arrived = (await this.#send(number ? "" : line, file)) && arrived;
    }
    return arrived;
  }

  #key(event) {
    if (event.isComposing || this.#commands.key(event)) return;
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
