// What time it is in the sample: its clock may run ahead of ours, and stands in the school's zone.

import { language } from "./texts.js";

const DAY = 86_400_000;
const locale = language === "en" ? "en-GB" : language; // the day before the month, as in the chats
let ahead = 0;
let timeZone;
let written = {}; // how each kind is written; making one costs more than writing with it

/** Set the sample's clock, as the server tells it. */
export function setTime({ at, zone }) {
  ahead = new Date(at) - Date.now();
  if (zone !== timeZone) written = {};
  timeZone = zone;
}

/** Give the instant that it is in the sample. */
export function now() {
  return new Date(Date.now() + ahead);
}

/** Give the time of day at an instant. */
export function timeOf(instant) {
  return writer("time", { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(instant);
}

/** Name a day: today, yesterday, or its date. */
export function dayOf(instant) {
  const ago = number(now()) - number(instant);
  if (ago === 0 || ago === 1) {
    return new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(-ago, "day");
  }
  return dateOf(instant);
}

/** Give weekday, day and month of an instant. */
export function dateOf(instant) {
  return writer("date", { weekday: "short", day: "numeric", month: "short" }).format(instant);
}

/** Number the days, so that they can be told apart in the school's zone. */
function number(instant) {
  const day = writer("number", { year: "numeric", month: "numeric", day: "numeric" }, "en");
  const part = Object.fromEntries(day.formatToParts(instant).map(({ type, value }) => [type, value]));
  return Date.UTC(part.year, part.month - 1, part.day) / DAY;
}

function writer(kind, parts, spoken = locale) {
  return (written[kind] ??= new Intl.DateTimeFormat(spoken, { ...parts, timeZone }));
}
