// The days of a conversation: each is named above its first message.

import { make } from "./dom.js";
import { dayOf } from "./time.js";

/** Name the days of what stands in a list, each once. */
export function nameDays(list) {
  let before = "";
  for (const element of list.querySelectorAll(".said")) {
    const day = dayOf(new Date(element.dataset.at));
    const line = element.previousElementSibling?.matches(".day") ? element.previousElementSibling : null;
    if (day === before) line?.remove();
    else if (line) line.textContent = day;
    else element.before(make("p", "day", {}, day));
    before = day;
  }
  for (const line of list.querySelectorAll(".day:has(+ .day), .day:last-child")) line.remove();
}
