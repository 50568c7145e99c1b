// The files of a message: pictures, which open large, films, which wait to be played, and downloads.

import { make } from "./dom.js";
import { say } from "./texts.js";

/** Draw files; each has an address, a name, a kind, and the same in words. */
export function drawFiles(files, spoken) {
  const drawn = { image: figure, audio: recording };
  return files.map((file) => (drawn[file.kind.split("/")[0]] ?? link)(file, spoken));
}

/** Let a voice note be heard, from where it was sent. */
function recording(file) {
  return make("audio", "voice", { src: file.url, controls: true, preload: "none", ariaLabel: file.alt });
}

function figure(file, spoken) {
  const name = say("enlarge", {}, spoken);
  const open = make("button", "enlarge", { type: "button", title: name }, name);
  const seen = image(file);
  const row = make("figcaption", "", {}, open);
  if (file.kind === "image/gif") row.prepend(player(seen, spoken));
  // A click anywhere on it; the button alone is what the keyboard reaches.
  seen.addEventListener("click", () => enlarge(file, spoken));
  open.addEventListener("click", () => enlarge(file, spoken));
  return make("figure", "shot", {}, seen, row);
}

/** Make the image, in the colours of who looks. */
function image(file) {
  const shown = make("img", "", { src: file.url, alt: file.alt });
  if (file.url.includes("/attached/")) return make("picture", "", {}, shown);
  const dark = make("source", "", { media: "(prefers-color-scheme: dark)", srcset: `${file.url}?scheme=dark` });
  return make("picture", "", {}, dark, shown);
}

/** Let a film stand still until somebody plays it: nothing moves by itself, and all can be stopped. */
function player(picture, spoken) {
  const [film, still] = [picture.querySelector("img"), make("canvas", "", { ariaHidden: "true" })];
  const button = make("button", "play", { type: "button" }, `▶ ${say("play", {}, spoken)}`);
  const show = (plays) => {
    button.textContent = plays ? `❚❚ ${say("pause", {}, spoken)}` : `▶ ${say("play", {}, spoken)}`;
    picture.classList.toggle("still", !plays);
  };
  film.addEventListener("load", () => {
    if (still.isConnected) return;
    [still.width, still.height] = [film.naturalWidth, film.naturalHeight];
    still.getContext("2d").drawImage(film, 0, 0); // of a film that is its first picture
    picture.append(still);
    show(false);
  });
  button.addEventListener("click", () => {
    const plays = picture.classList.contains("still");
    show(plays);
    if (plays) film.src = String(film.src); // from its beginning
  });
  return button;
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
  const seen = image(file);
  const room = make("div", "room", { tabIndex: 0, role: "group", ariaLabel: file.alt.split("\n")[0] }, seen);
  const dialog = make("dialog", "large", { ariaLabel: file.alt.split("\n")[0], lang: spoken });
  const row = make("div", "row", {}, full, close);
  if (file.kind === "image/gif") row.prepend(player(seen, spoken));
  dialog.append(row, room);
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
