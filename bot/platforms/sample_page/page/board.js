// The board: a strip that all panes share, and the same as a table with titles when it is opened.

import { cell, drawColours } from "../../web/page/colours.js";
import { make } from "../../web/page/dom.js";
import { say } from "../../web/page/texts.js";

/** Draw the strip: a competence a column, a perspective a row. */
function drawStrip(picture, spoken) {
  const corner = make("td");
  const tops = picture.rows.map(({ number, title }) => {
    const words = make("span", "", {}, title);
    return make("th", "", { scope: "col", title }, make("b", "", {}, String(number)), " ", words);
  });
  const rows = picture.columns.map((who, index) => {
    const cells = picture.rows.map((row) => cell(row.cells[index], who, spoken));
    return make("tr", "", {}, make("th", "", { scope: "row" }, who), ...cells);
  });
  const head = make("thead", "", {}, make("tr", "", {}, corner, ...tops));
  const caption = make("caption", "unseen", {}, picture.title);
  return make("table", "strip", { lang: spoken }, caption, head, make("tbody", "", {}, ...rows));
}

/** The board that all panes share: drawn anew when it differs, its changed cells pulsing once. */
export class Board {
  #element;
  #place;
  #dialog;
  #shown = null;

  constructor(element, dialog) {
    this.#element = element;
    this.#place = element.querySelector(".place");
    this.#dialog = dialog;
    element.querySelector(".unfold").addEventListener("click", () => this.#open());
    dialog.querySelector(".close").addEventListener("click", () => dialog.close());
    dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  }

  /** Show a board; gives what changed since one of the same student was shown, in words. */
  show(picture, spoken) {
    if (JSON.stringify([picture, spoken]) === JSON.stringify(this.#shown)) return [];
    const before = this.#shown?.[0];
    this.#shown = [picture, spoken];
    this.#element.hidden = false;
    this.#element.querySelector(".whose").textContent = picture?.title ?? say("no_board");
    this.#place.replaceChildren();
    if (!picture) return [];
    const strip = drawStrip(picture, spoken);
    const changed = before?.title === picture.title ? pulsed(strip, before, picture, spoken) : [];
    this.#place.replaceChildren(strip);
    if (this.#dialog.open) this.#fill();
    return changed;
  }

  #open() {
    this.#fill();
    this.#dialog.showModal();
  }

  #fill() {
    const [picture, spoken] = this.#shown;
    const table = picture ? drawColours(picture, spoken) : make("p", "", {}, say("no_board"));
    this.#dialog.querySelector(".place").replaceChildren(table);
  }
}

const VIEWS = ["student", "mentor", "teacher"]; // the columns, in their order everywhere

/** Mark the cells that differ from before, let their bars grow, and say which they are. */
function pulsed(strip, before, now, spoken) {
  const former = new Map(before.rows.map((row) => [row.number, row.cells]));
  const changed = [];
  now.rows.forEach((row, column) => {
    row.cells.forEach((one, line) => {
      const old = former.get(row.number)?.[line];
      if (!old || (old.colour === one.colour && old.covered === one.covered)) return;
      const place = strip.tBodies[0].rows[line].cells[column + 1];
      place.classList.add("pulse");
      grow(place.querySelector(".bar i"), old, one);
      const text = say(
        "change",
        {
          who: now.columns[line],
          number: row.number,
          title: row.title,
          before: say(`means_${old.colour}`, {}, spoken),
          now: say(`means_${one.colour}`, {}, spoken),
          covered: one.covered,
          indicators: one.indicators,
        },
        spoken,
      );
      changed.push({ role: VIEWS[line], text });
    });
  });
  return changed;
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
