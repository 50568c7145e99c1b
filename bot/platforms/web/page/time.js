// What time it is in the sample: its clock may run ahead of ours, and stands in the school's zone.

import { language } from "./texts.js";

const DAY = 86_400_000;
const locale = language === "en" ? "en-GB" : language; // the day before the month, as in the chats
let ahead = 0;
let timeZone;

/** Set the sample's clock, as the server tells it. */
export function setTime({ at, zone }) {
  ahead = new Date(at) - Date.now();
  timeZone = zone;
}

/** Give the instant that it is in the sample. */
export function now() {
  return new Date(Date.now() + ahead);
}

/** Give the time of day at an instant. */
export function timeOf(instant) {
  const hours = { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone };
  return instant.toLocaleTimeString(locale, hours);
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
  const day = { weekday: "short", day: "numeric", month: "short", timeZone };
  return instant.toLocaleDateString(locale, day);
}

/** Number the days, so that they can be told apart in the school's zone. */
function number(instant) {
  const [year, month, day] = ["year", "month", "day"].map((part) =>
    new Intl.DateTimeFormat("en", { [part]: "numeric", timeZone }).format(instant),
  );
  return Date.UTC(year, month - 1, day) / DAY;
}
