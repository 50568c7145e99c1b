// Of a conversation only the newest menu is in the tab order; arrow keys lead to what is older.

const USED = "button, a, summary, input, textarea";
const STEPS = { ArrowUp: -1, ArrowLeft: -1, ArrowDown: 1, ArrowRight: 1 };

/** Take what is older than the newest menu out of the tab order; tapped, it still answers. */
export function spend(list) {
  const said = [...list.querySelectorAll(".said")];
  const newest = said.findLastIndex((element) => element.querySelector(".buttons, .form"));
  said.forEach((element, number) => {
    const old = number < newest;
    element.classList.toggle("old", old && element.matches(":has(.buttons)"));
    for (const used of element.querySelectorAll(USED)) used.tabIndex = old ? -1 : 0;
  });
}

/** Let arrow keys go from button to button, also to those of before. */
export function offerKeys(list) {
  list.addEventListener("keydown", (event) => {
    const step = STEPS[event.key];
    if (!step || !event.target.matches("button, a, summary")) return;
    const all = [...list.querySelectorAll("button, a, summary")];
    const free = all.filter((used) => !used.disabled && used.checkVisibility()); // not in a folded form
    const next = free[free.indexOf(event.target) + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
}
