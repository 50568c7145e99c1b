// Photos, voice notes and tables that somebody adds to a line: chosen, dropped, or pasted.

import { make } from "./dom.js";
import { say } from "./texts.js";

const MOST = 3 * 2 ** 20; // bytes that the server takes of each
const SIDE = 1600; // pixels of a photo's longer side: enough to see a work piece well
const QUALITY = 0.85;
const TABLES = /\.(csv|txt|json|ics|tsv|toml)$/i;

export class Attachments {
  #place;
  #field;
  #files = [];

  constructor(pane, form) {
    const chooser = form.querySelector(".files");
    this.#place = form.querySelector(".attached");
    this.#field = form.querySelector("textarea");
    form.querySelector(".attach").addEventListener("click", () => chooser.click());
    chooser.addEventListener("change", () => {
      this.#add(chooser.files);
      chooser.value = "";
    });
    this.#field.addEventListener("paste", (event) => this.#receive(event, event.clipboardData));
    pane.addEventListener("drop", (event) => this.#receive(event, event.dataTransfer));
    pane.addEventListener("dragover", (event) => {
      if (event.dataTransfer.types.includes("Files")) event.preventDefault();
    });
  }

  get isEmpty() {
    return !this.#files.length;
  }

  /** Give what is to be sent, and forget it. */
  take() {
    const taken = this.#files;
    this.clear();
    return taken;
  }

  clear() {
    this.#files = [];
    this.#place.replaceChildren();
  }

  #receive(event, brought) {
    if (!brought?.files.length) return;
    event.preventDefault();
    this.#add(brought.files);
  }

  async #add(files) {
    this.#place.querySelector(".complaint")?.remove();
    for (const file of [...files]) {
      const data = await written(file).catch(() => null);
      if (data) this.#keep({ name: file.name, data, isTable: TABLES.test(file.name) });
      else this.#place.append(make("span", "complaint", {}, say("not_attached", { name: file.name })));
    }
    this.#field.focus({ preventScroll: true });
  }

  #keep(file) {
    this.#files.push(file);
    const drop = make("button", "", { type: "button", ariaLabel: say("detach", { name: file.name }) }, "×");
    const chip = make("span", "chip", {}, file.name, drop);
    drop.addEventListener("click", () => {
      this.#files = this.#files.filter((other) => other !== file);
      chip.remove();
      this.#field.focus({ preventScroll: true });
    });
    this.#place.append(chip);
  }
}

/** Write a file in base 64, a photo smaller and without where it was taken; null if it is none. */
async function written(file) {
  const kind = file.type.split("/")[0];
  const isTable = TABLES.test(file.name); // for who runs the school; others are told
  if (kind !== "image" && kind !== "audio" && !isTable) return null;
  const blob = kind === "image" ? await smaller(file) : file;
  if (!blob || blob.size > MOST) return null;
  const reader = new FileReader();
  reader.readAsDataURL(blob);
  await new Promise((done, failed) => Object.assign(reader, { onload: done, onerror: failed }));
  return reader.result.split(",")[1];
}

async function smaller(file) {
  const image = await createImageBitmap(file);
  const scale = Math.min(1, SIDE / Math.max(image.width, image.height));
  const canvas = make("canvas", "", { width: image.width * scale, height: image.height * scale });
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done) => canvas.toBlob(done, "image/jpeg", QUALITY));
}
