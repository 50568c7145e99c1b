// The files of a message: pictures, which open large, films, which wait to be played, and downloads.

import { make } from "./dom.js";
import { drawFilm } from "./film.js";
import { say } from "./texts.js";

/** Say whether a file draws what is said beside it: a photo and the picture of a link are something else. */
export const isDrawn = (file) => file.kind.startsWith("image/") && !/(^|\/)(attached|qr)\//.test(file.url);

/** Draw files; each has an address, a name, a kind, and the same in words. */
export function drawFiles(files, spoken) {
  const ways = { image: figure, audio: recording };
  return files.map((file) => (ways[file.kind.split("/")[0]] ?? link)(file, spoken));
}

/** Let a voice note be heard, from where it was sent. */
function recording(file) {
  return make("audio", "voice", { src: file.url, controls: true, preload: "none", ariaLabel: file.alt });
}

function figure(file, spoken) {
  const name = say("enlarge", {}, spoken);
  const open = make("button", "enlarge", { type: "button", title: name }, name);
  const { seen, row: moves } = drawn(file, spoken);
  const row = make("figcaption", "", {}, ...moves, open);
  // A click anywhere on it; the button alone is what the keyboard reaches.
  seen.addEventListener("click", () => enlarge(file, spoken));
  open.addEventListener("click", () => enlarge(file, spoken));
  return make("figure", "shot", {}, seen, row);
}

/** Draw a picture, or a film with what moves it. */
function drawn(file, spoken) {
  const film = file.moments ? drawFilm(file, spoken) : { seen: null, row: [] };
  return { seen: film.seen ?? image(file), row: film.row };
}

/** Make the image; a film as those that do not move, of which the first says what all show. */
function image(file) {
  if (!file.moments) return picture(file, "", file.alt);
  const parts = Array.from({ length: file.stills }, (_, at) => picture(file, `&still=${at + 1}`, at ? "" : file.alt));
  return make("div", "stills", {}, ...parts);
}

/** Make one picture, in the colours of who looks. */
function picture(file, still, alt) {
  const shown = make("img", "", { src: `${file.url}?${still.slice(1)}`.replace(/\?$/, ""), alt });
  if (/(^|\/)attached\//.test(file.url)) return make("picture", "", {}, shown);
  const srcset = `${file.url}?scheme=dark${still}`;
  const dark = make("source", "", { media: "(prefers-color-scheme: dark)", srcset });
  return make("picture", "", {}, dark, shown);
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
  const { seen, row: moves } = drawn(file, spoken);
  const room = make("div", "room", { tabIndex: 0, role: "group", ariaLabel: file.alt.split("\n")[0] }, seen);
  const dialog = make("dialog", "large", { ariaLabel: file.alt.split("\n")[0], lang: spoken });
  const row = make("div", "row", {}, full, close);
  row.prepend(...moves);
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
