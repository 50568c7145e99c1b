// What the page says itself: rendered by the server in every language, filled in here.

const root = document.documentElement;
const texts = JSON.parse(root.dataset.texts);

/** The language of the page; a chat may be in another. */
export const language = root.lang;

/** Give a text of the page, in the page's language unless another is named. */
export function say(key, values = {}, spoken = language) {
  const text = texts[spoken]?.[key] ?? texts[language][key];
  return text.replace(/\{(\w+)\}/g, (place, name) => values[name] ?? place);
}

/** Name a language in another one: "Dutch", "Nederlands". */
export function languageName(code) {
  return new Intl.DisplayNames([language], { type: "language" }).of(code);
}
