// What the page says itself: rendered by the server in every language, filled in here.

const root = document.documentElement;
const texts = JSON.parse(root.dataset.texts);

/** The language of the page; a chat may be in another. */
export const language = root.lang;

/** Give a text of the page, in the page's language unless another is named. */
export function say(key, values = {}, spoken = language) {
  const text = (texts[spoken] ?? texts[language])[key];
  return text.replace(/\{(\w+)\}/g, (place, name) => values[name] ?? place);
}

/** Name a language in another one: "Dutch", "Nederlands". */
export function languageName(code) {
  return new Intl.DisplayNames([language], { type: "language" }).of(code);
}

/** Give the time of day at which something was said. */
export function timeOf(instant) {
  return instant.toLocaleTimeString(language, { hour: "2-digit", minute: "2-digit", hour12: false });
}

/** Name a day: today, yesterday, or its date. */
export function dayOf(instant) {
  const midnight = (date) => new Date(date).setHours(0, 0, 0, 0);
  const ago = Math.round((midnight(Date.now()) - midnight(instant)) / 86_400_000);
  if (ago === 0 || ago === 1) {
    return new Intl.RelativeTimeFormat(language, { numeric: "auto" }).format(-ago, "day");
  }
  return instant.toLocaleDateString(language, { weekday: "short", day: "numeric", month: "short" });
}
