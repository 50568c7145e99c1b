// The commands that fit who speaks: a list above the box, once a line begins with a slash.

import { make } from "./dom.js";

let made = 0;

export class Commands {
  #field;
  #list;
  #all = [];
  #chosen = -1;

  constructor(field) {
    this.#field = field;
    const id = `commands${++made}`;
    this.#list = make("ul", "commands", { id, role: "listbox", tabIndex: 0, hidden: true });
    this.#list.setAttribute("aria-label", "/");
    field.setAttribute("aria-controls", id);
    field.before(this.#list);
    field.addEventListener("input", () => this.#look());
    field.addEventListener("blur", () => this.close());
  }

  /** Know which commands there are: each a name and what it does. */
  set all(commands) {
    this.#all = commands;
    this.close();
  }

  /** Take a key; gives whether it was for the list. */
  key(event) {
    if (this.#list.hidden) return false;
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    const options = [...this.#list.children];
    if (step) this.#choose((this.#chosen + step + options.length) % options.length);
    else if (event.key === "Escape") this.close();
    else if (event.key === "Tab" && !event.shiftKey) this.#take(options[Math.max(this.#chosen, 0)]);
    else if (event.key === "Enter" && this.#chosen >= 0) this.#take(options[this.#chosen]);
    else return false;
    event.preventDefault();
    return true;
  }

  close() {
    this.#list.hidden = true;
    this.#chosen = -1;
    this.#field.removeAttribute("aria-activedescendant");
  }

  #look() {
    const typed = this.#field.value.toLowerCase();
    const fitting = /^\/\S*$/.test(typed) ? this.#all.filter(({ name }) => `/${name}`.startsWith(typed)) : [];
    this.close();
    this.#list.hidden = !fitting.length;
    this.#list.replaceChildren(...fitting.map((command, number) => this.#option(command, number)));
  }

  #option({ name, does }, number) {
    const id = `${this.#list.id}.${number}`;
    const option = make("li", "", { id, role: "option", ariaSelected: "false" }, make("b", "", {}, `/${name}`), ` ${does}`);
    option.dataset.name = name;
    // Before the box loses the focus.
    option.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      this.#take(option);
    });
    return option;
  }

  #choose(number) {
    this.#chosen = number;
    [...this.#list.children].forEach((option, at) => {
      option.ariaSelected = String(at === number);
      if (at === number) option.scrollIntoView({ block: "nearest" });
    });
    this.#field.setAttribute("aria-activedescendant", this.#list.children[number].id);
  }

  #take(option) {
    this.#field.value = `/${option.dataset.name} `;
    this.close();
    this.#field.focus();
  }
}
