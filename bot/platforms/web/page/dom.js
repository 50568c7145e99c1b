// The few things that every part of the page does with elements. Text is only ever set as text.

/** Make an element with a class, properties and children; strings become text. */
export function make(tag, look = "", properties = {}, ...children) {
  const element = document.createElement(tag);
  if (look) element.className = look;
  Object.assign(element, properties);
  element.append(...children);
  return element;
}

/** Make a copy of a template's one element. */
export function copy(id) {
  return document.getElementById(id).content.firstElementChild.cloneNode(true);
}

/** Say whether somebody asked for less movement. */
export function still() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}

/** Redraw an element in place, letting it grow or shrink gently. */
export function morph(element, redraw) {
  const before = element.offsetHeight;
  redraw();
  if (still() || !before) return;
  const after = element.offsetHeight;
  const gently = { duration: 220, easing: "cubic-bezier(.2, .8, .3, 1)" };
  if (before !== after) {
    const heights = [{ height: `${before}px` }, { height: `${after}px` }];
    for (const frame of heights) frame.overflow = "clip";
    element.animate(heights, gently);
  }
  for (const part of element.children) part.animate([{ opacity: 0.2 }, { opacity: 1 }], gently);
}

/** Give the two letters that stand for a person. */
export function initials(name) {
  const words = name.split(/\s+/).filter(Boolean);
  return [words[0], words.at(-1)].map((word) => [...(word ?? "")][0] ?? "").join("");
}
