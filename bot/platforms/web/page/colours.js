// The colours of a student: a table with a field and a bar for each view of a competence.

import { make } from "./dom.js";
import { say } from "./texts.js";

const COLOURS = ["grey", "red", "orange", "light_green", "dark_green"];

/** Draw a colour table, a competence a row. */
export function drawColours(picture, spoken) {
  const table = make("table", "colours", { lang: spoken });
  const widths = make("colgroup", "", {}, make("col", "narrow"), make("col"));
  for (const _ of picture.columns) widths.append(make("col", "colour"));
  table.append(make("caption", "", {}, picture.title), widths, heads(picture.columns, spoken));
  const body = make("tbody");
  for (const row of picture.rows) body.append(competence(row, picture.columns, spoken));
  table.append(body);
  return table;
}

function heads(columns, spoken) {
  const corner = make("th", "", { colSpan: 2, scope: "col" });
  corner.append(make("span", "unseen", {}, say("competence", {}, spoken)));
  const others = columns.map((name) => make("th", "", { scope: "col", title: name }, name));
  return make("thead", "", {}, make("tr", "", {}, corner, ...others));
}

function competence(row, columns, spoken) {
  const title = make("th", "title", { scope: "row", title: row.title }, make("span", "", {}, row.title));
  const cells = row.cells.map((one, index) => cell(one, columns[index], spoken));
  return make("tr", "", {}, make("td", "number", {}, String(row.number)), title, ...cells);
}

/** Draw one cell: the letter, how much has come up, and both in words. */
export function cell(one, who, spoken) {
  const colour = COLOURS.includes(one.colour) ? one.colour : "grey";
  const { covered, indicators } = one;
  const said = say(
    "cell",
    { who, meaning: say(`means_${colour}`, {}, spoken), covered, indicators },
    spoken,
  );
  const words = one.aside ? `${said} ${one.aside}.` : said;
  const letter = make("b", `field ${colour}`, { ariaHidden: "true" }, say(`letter_${colour}`, {}, spoken));
  const done = make("i");
  done.style.setProperty("--done", `${(100 * covered) / indicators}%`);
  const bar = make("span", "bar", { ariaHidden: "true" }, done);
  return make("td", "cell", { title: words }, letter, bar, make("span", "unseen", {}, words));
}
