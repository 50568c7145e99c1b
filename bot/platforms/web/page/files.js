// The files of a message: pictures, which open large, and what can be downloaded.

import { make } from "./dom.js";
import { say } from "./texts.js";

/** Draw files; each has an address, a name, a kind, and the same in words. */
export function drawFiles(files, spoken) {
  return files.map((file) => (file.kind.startsWith("image/") ? figure(file, spoken) : link(file, spoken)));
}

function figure(file, spoken) {
  const name = say("enlarge", {}, spoken);
  const open = make("button", "enlarge", { type: "button", ariaLabel: name, title: name });
  const shown = make("figure", "shot", {}, image(file), open);
  // A click anywhere on it; the button alone is what the keyboard reaches.
  shown.addEventListener("click", () => enlarge(file, spoken));
  return shown;
}

/** Make the image, in the colours of who looks. */
function image(file) {
  const dark = make("source", "", { media: "(prefers-color-scheme: dark)", srcset: `${file.url}?scheme=dark` });
  return make("picture", "", {}, dark, make("img", "", { src: file.url, alt: file.alt }));
}

function link(file, spoken) {
  return make(
    "a",
    "file",
    { href: file.url, download: file.name, title: file.alt.split("\n")[0] },
    say("download", { name: file.name }, spoken),
  );
}

/** Show a picture over everything: whole, or in full size and moved by scrolling. */
function enlarge(file, spoken) {
  const full = make("button", "", { type: "button", ariaPressed: "false" }, say("full_size", {}, spoken));
  const close = make("button", "", { type: "button", autofocus: true }, say("close", {}, spoken));
  const room = make("div", "room", { tabIndex: 0, role: "group", ariaLabel: file.alt.split("\n")[0] }, image(file));
  const dialog = make("dialog", "large", { ariaLabel: file.alt.split("\n")[0], lang: spoken });
  dialog.append(make("div", "row", {}, full, close), room);
  const resize = () => {
    full.ariaPressed = String(dialog.classList.toggle("full"));
  };
  full.addEventListener("click", resize);
  room.addEventListener("click", resize);
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
