// One pane: a person of the sample, and that person's chat.

import { Conversation } from "../../web/page/conversation.js";
import { copy, initials, make } from "../../web/page/dom.js";
import { languageName, say } from "../../web/page/texts.js";
import * as wire from "./sample.js";

const ROLES = ["student", "mentor", "teacher", "coach"];

export class Pane {
  #person;
  #conversation;

  /** The colours that this person sees, as far as they were fetched. */
  board = null;

  /** `changed` is told when something new is to be seen in this pane. */
  constructor(people, person, { chosen, changed }) {
    this.element = copy("pane");
    this.changed = changed;
    this.#conversation = new Conversation(this.element, {
      told: (told) => {
        this.#introduce(told.person);
        this.board = told.board;
      },
    });
    this.#offer(people, chosen);
    this.#find(".tongue").addEventListener("click", () => this.speak("/language"));
    this.#serve(person);
  }

  get person() {
    return this.#person;
  }

  get role() {
    return this.#person.roles[0] ?? "coach";
  }

  /** Show another person in this pane. */
  show(person) {
    this.#serve(person);
    this.#conversation.clear(); // nobody's words stand below another's name meanwhile
    return this.load();
  }

  /** Fetch the conversation and the colours. */
  load() {
    return this.#conversation.load();
  }

  /** Fetch what was missed. */
  catchUp() {
    return this.#conversation.catchUp();
  }

  /** Fetch the colours again, after something changed. */
  async refresh() {
    const id = this.#person.school_id;
    const told = await wire.board(id).catch(() => null);
    if (!told || id !== this.#person.school_id) return;
    this.#introduce({ ...told.person, commands: this.#person.commands });
    this.board = told.board;
  }

  /** Take what was said in this chat, here or on another page. */
  hear(told) {
    this.#conversation.hear(told);
    this.changed(this);
  }

  /** Put the guide below the newest message, or wherever it stands already. */
  guide(element) {
    this.#find(".scroll").append(element);
    this.#conversation.log.toEnd();
  }

  /** Take over that another day may have begun. */
  nameDays() {
    this.#conversation.log.nameDays();
  }

  /** Say a line; it shows at once and is sent. Gives whether it arrived. */
  speak(line) {
    return this.#conversation.speak(line);
  }

  /** Type a line and send it, before somebody's eyes. Gives whether it arrived. */
  type(line) {
    return this.#conversation.composer.type(line);
  }

  /** Follow the newest message again, after the pane was hidden. */
  settle() {
    this.#conversation.log.toEnd();
  }

  #serve(person) {
    this.#conversation.serve(wire.chatOf(person.school_id), person);
    this.#introduce(person);
  }

  /** Draw the head: who this is and what this person sees. */
  #introduce(person) {
    if (JSON.stringify(person) === JSON.stringify(this.#person)) return;
    this.#person = person;
    this.#conversation.introduce(person);
    const { role } = this;
    this.element.classList.remove("student", "mentor", "teacher", "coach");
    this.element.classList.add(role);
    this.#find(".face").textContent = initials(person.name);
    this.#find(".person").value = person.school_id;
    this.#find(".person").title = `${person.name} – ${person.about}`;
    const roles = person.roles.map((one) => say(`role_${one}`)).join(", ");
    this.#find(".role b").textContent = roles;
    this.#find(".role span").textContent = ` · ${say(`sees_${role}`)}`;
    this.#find(".role").title = `${roles} · ${say(`sees_${role}`)}`;
    const tongue = this.#find(".tongue");
    tongue.textContent = person.language;
    tongue.title = say("tongue", { language: languageName(person.language) });
    // The letters that are seen, too: whoever speaks to the browser says those.
    tongue.setAttribute("aria-label", `${person.language}: ${tongue.title}`);
  }

  /** Offer all people of the sample, by role. */
  #offer(people, chosen) {
    const select = this.#find(".person");
    for (const role of ROLES) {
      const fitting = people.filter((person) => person.roles[0] === role);
      const options = fitting.map((person) =>
        make("option", "", { value: person.school_id, title: person.about }, person.name),
      );
      if (options.length) {
        select.append(make("optgroup", "", { label: say(`role_${role}`) }, ...options));
      }
    }
    select.addEventListener("change", () => chosen(this, select.value));
  }

  #find(selector) {
    return this.element.querySelector(selector);
  }
}
