// The colours as a table: in a pane above the chat, and in a message that carries a picture.

import { make } from "./dom.js";
import { say } from "./texts.js";

const COLOURS = ["grey", "red", "orange", "light_green", "dark_green"];

/** Draw a colour table; `own` names the column of whoever looks. */
export function drawColours(picture, spoken, own = "") {
  const table = make("table", "colours", { lang: spoken });
  const widths = make("colgroup", "", {}, make("col", "narrow"), make("col"));
  for (const _ of picture.columns) widths.append(make("col", "colour"));
  table.append(make("caption", "", {}, picture.title), widths, heads(picture.columns, spoken, own));
  const body = make("tbody");
  for (const row of picture.rows) body.append(competence(row, picture.columns, spoken));
  table.append(body);
  return table;
}

function heads(columns, spoken, own) {
  const corner = make("th", "", { colSpan: 2, scope: "col" });
  corner.append(make("span", "unseen", {}, say("competence", {}, spoken)));
  const others = columns.map((name) =>
    make("th", name === own ? "own" : "", { scope: "col", title: name }, name),
  );
  return make("thead", "", {}, make("tr", "", {}, corner, ...others));
}

function competence(row, columns, spoken) {
  const name = make("span", "", {}, row.title);
  const title = make("th", "title", { scope: "row", title: row.title }, name);
  const cells = row.cells.map((one, index) => cell(one, columns[index], spoken));
  return make("tr", "", {}, make("td", "number", {}, String(row.number)), title, ...cells);
}

function cell(one, who, spoken) {
  const colour = COLOURS.includes(one.colour) ? one.colour : "grey";
  const { covered, indicators } = one;
  const said = say(
    "cell",
    {
      who,
      colour: say(`colour_${colour}`, {}, spoken),
      meaning: say(`means_${colour}`, {}, spoken),
      covered,
      indicators,
    },
    spoken,
  );
  const words = one.aside ? `${said} ${one.aside}.` : said;
  const letter = make("b", `field ${colour}`, { ariaHidden: "true" }, say(`letter_${colour}`, {}, spoken));
  const done = make("i");
  done.style.setProperty("--done", `${(100 * covered) / indicators}%`);
  const bar = make("span", "bar", { ariaHidden: "true" }, done);
  return make("td", "cell", { title: words }, letter, bar, make("span", "unseen", {}, words));
}

/** A pane's board: drawn anew when it differs, its changed cells pulsing once. */
export class Board {
  #place;
  #shown = null;

  constructor(place) {
    this.#place = place;
  }

  /** Show a board; gives whether it changed from one that was seen before. */
  show(picture, spoken, own, quiet = false) {
    if (JSON.stringify([picture, spoken]) === JSON.stringify(this.#shown)) return false;
    const before = quiet ? null : this.#shown?.[0];
    this.#shown = [picture, spoken];
    this.#place.setAttribute("aria-label", picture?.title ?? say("no_board"));
    if (!picture) {
      this.#place.replaceChildren(make("p", "none", {}, say("no_board")));
      return false;
    }
    const scrolled = this.#place.scrollTop;
    const table = drawColours(picture, spoken, own);
    const changed = before?.title === picture.title ? pulsed(table, before, picture) : false;
    this.#place.replaceChildren(table);
    this.#place.scrollTop = scrolled;
    if (changed) this.#reveal(table.querySelector(".pulse"));
    return changed;
  }

  #reveal(changed) {
    const [place, row] = [this.#place.getBoundingClientRect(), changed.getBoundingClientRect()];
    if (row.bottom > place.bottom) this.#place.scrollTop += row.bottom - place.bottom + 12;
    if (row.top < place.top) this.#place.scrollTop -= place.top - row.top + 24;
  }
}

/** Mark the cells that differ from before, and let their bars grow from where they were. */
function pulsed(table, before, now) {
  const former = new Map(before.rows.map((row) => [row.number, row.cells]));
  let any = false;
  now.rows.forEach((row, line) => {
    row.cells.forEach((one, column) => {
      const old = former.get(row.number)?.[column];
      if (!old || (old.colour === one.colour && old.covered === one.covered)) return;
      const place = table.tBodies[0].rows[line].cells[column + 2];
      place.classList.add("pulse");
      grow(place.querySelector(".bar i"), old, one);
      any = true;
    });
  });
  return any;
}

function grow(bar, old, one) {
  bar.style.setProperty("--done", `${(100 * old.covered) / old.indicators}%`);
  // Two frames: the first draws the old width, so that the change to the new one is seen.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      bar.style.setProperty("--done", `${(100 * one.covered) / one.indicators}%`);
    }),
  );
}
