// One pane: a person, and that person's chat.

import { choose } from "./card.js";
import { Composer } from "./composer.js";
import { copy, initials, make } from "./dom.js";
import { Log } from "./log.js";
import { languageName, say } from "./texts.js";
import * as wire from "./wire.js";

const ROLES = ["student", "mentor", "teacher", "coach"];

export class Pane {
  #person;
  #log;
  #composer;
  #asked = 0;
  #news = 0;
  #chosen = Promise.resolve();

  /** The colours that this person sees, as far as they were fetched. */
  board = null;

  /** `changed` is told when something new is to be seen in this pane. */
  constructor(people, person, { chosen, changed }) {
    this.element = copy("pane");
    this.changed = changed;
    this.#log = new Log(this.#find(".chat"), {
      tap: (message, button, pressed) => this.#tap(message, button, pressed),
      send: (message, values, then) => this.#sendForm(message, values, then),
      earlier: (id) => this.#loadEarlier(id),
      stay: () => this.#log.stay(),
    });
    this.#composer = new Composer(this.element, this.#find(".composer"), (line, file) => this.speak(line, file));
    this.#find(".person").addEventListener("change", (event) => chosen(this, event.target.value));
    this.#find(".tongue").addEventListener("click", () => this.speak("/language"));
    this.#introduce(person);
    this.offer(people);
  }

  get person() {
    return this.#person;
  }

  get role() {
    return this.#person.roles[0] ?? "coach";
  }

  /** Show another person in this pane. */
  show(person) {
    this.#introduce(person);
    this.#log.fill([], person, false); // nobody's words stand below another's name meanwhile
    return this.load();
  }

  /** Fetch the conversation and the colours. */
  async load() {
    const [asked, before] = [(this.#asked += 1), this.#news];
    try {
      const told = await wire.conversation(this.#person.school_id);
      if (asked === this.#asked) this.#fill(told);
      if (before !== this.#news) await this.catchUp();
    } catch (trouble) {
      if (asked === this.#asked) this.#notLoaded(trouble);
    }
  }

  /** Fetch what was missed, and show what the server has: no more, no less, in its order. */
  async catchUp() {
    const asked = this.#asked;
    let [told, before, known] = [null, -1, null];
    // What comes in meanwhile is newer than the answer, so that is asked anew.
    while (before !== this.#news) {
      before = this.#news;
      known = this.#log.ids;
      told = await wire.conversation(this.#person.school_id).catch(() => null);
      if (!told || asked !== this.#asked) return;
    }
    this.#introduce(told.person);
    this.board = told.board;
    this.#log.merge(told.messages, known, told.more);
    this.#remember(told.messages);
  }

  /** Fetch the colours again, after something changed. */
  async refresh() {
    const asked = this.#asked;
    const told = await wire.board(this.#person.school_id).catch(() => null);
    if (!told || asked !== this.#asked) return;
    this.#introduce({ ...told.person, commands: this.#person.commands });
    this.board = told.board;
  }

  /** Take what was said in this chat, here or on another page. */
  hear({ key, messages }) {
    // An apology is kept nowhere, so it has no number, and only who asked is told.
    this.#take(key, messages.filter((message) => message.id));
    this.changed(this);
  }

  #take(key, messages) {
    this.#news += 1;
    this.#log.take(messages);
    if (messages.some((message) => message.id)) this.#log.arrived(key);
  }

  async #loadEarlier(id) {
    const asked = this.#asked;
    const told = await wire.earlier(this.#person.school_id, id).catch(() => null);
    if (told && asked === this.#asked) this.#log.prepend(told.messages, told.more);
  }

  /** Put the guide below the newest message, or wherever it stands already. */
  guide(element) {
    this.#find(".scroll").append(element);
    this.#log.toEnd();
  }

  /** Take over that another day may have begun. */
  nameDays() {
    this.#log.nameDays();
  }

  /** Say a line, with a file or without; it shows at once and is sent. Gives whether it arrived. */
  speak(line, file) {
    const said = { key: wire.newKey(), text: line };
    if (!file) return this.#deliver(said, this.#log.own(line, said.key));
    const shown = this.#log.own(`${file.name}\n${line}`.trim(), said.key);
    return this.#deliver({ ...said, file: file.data }, shown);
  }

  /** Type a line and send it, before somebody's eyes. Gives whether it arrived. */
  type(line) {
    return this.#composer.type(line);
  }

  /** Follow the newest message again, after the pane was hidden. */
  settle() {
    this.#log.toEnd();
  }

  async #deliver(said, element, then = {}) {
    const person = this.#person;
    this.#log.wait(+1);
    try {
      const { messages, awaits } = await wire.post(person.school_id, said);
      if (person.school_id !== this.#person.school_id) return true;
      this.#take(said.key, messages);
      this.#log.arrived(said.key);
      then.done?.();
      if (awaits && !said.text) this.#composer.focus();
      return true;
    } catch (trouble) {
      if (!(trouble instanceof wire.Trouble)) throw trouble;
      // Its answer was lost, but the stream has told it: then it is stored.
      if (this.#stored(said, element)) {
        then.done?.();
        return true;
      }
      then.failed?.();
      const again = () => this.#deliver(said, element, then);
      this.#log.failed(element, said.key, trouble.message, again);
      return false;
    } finally {
      this.#log.wait(-1);
    }
  }

  #stored(said, element) {
    return said.text !== undefined && (Boolean(element.dataset.id) || !element.isConnected);
  }

  #tap(message, button, pressed) {
    const element = pressed.closest(".said");
    if (pressed.role === "radio") return this.#choose(message, button, pressed, element);
    const all = [...element.querySelectorAll(".buttons button")];
    const free = () => {
      for (const one of all) one.disabled = false;
      pressed.classList.remove("tapped");
    };
    const hadFocus = document.activeElement === pressed;
    for (const one of all) one.disabled = one !== pressed;
    pressed.classList.add("tapped");
    if (pressed.dataset.busy) return;
    pressed.dataset.busy = "yes";
    const settled = () => {
      delete pressed.dataset.busy;
      free();
      if (hadFocus && pressed.isConnected) pressed.focus();
    };
    const said = { key: wire.newKey(), tap: button.code, on: message.id };
    this.#chosen.then(() => this.#deliver(said, element, { done: settled, failed: settled }));
  }

  /** Quick fingers wait for nothing: what they choose shows at once, and is sent in its order. */
  #choose(message, button, pressed, element) {
    choose(pressed);
    const said = { key: wire.newKey(), tap: button.code, on: message.id };
    this.#chosen = this.#chosen.then(() => this.#deliver(said, element));
  }

  #sendForm(message, values, then) {
    const element = this.#find(`[data-id="${message.id}"]`) ?? this.#find(".said:last-of-type");
    const said = { key: wire.newKey(), tap: message.form.code, form: values, on: message.id };
    this.#deliver(said, element, then);
  }

  #fill({ person, messages, more, board }) {
    this.#introduce(person);
    this.board = board;
    this.#log.fill(messages, person, more);
    this.#remember(messages);
    if (this.#log.empty) this.#log.welcome(this.#welcome());
  }

  #remember(messages) {
    this.#composer.remember(messages.filter((one) => one.mine).map((one) => one.text));
  }

  #welcome() {
    const words = say(`first_${this.role}`, {}, this.#person.language).split(" ").map((line) => {
      const button = make("button", "", { type: "button" }, line);
      button.addEventListener("click", () => this.speak(line));
      return button;
    });
    return make("div", "empty", {}, say("empty"), make("div", "row", {}, ...words));
  }

  #notLoaded(trouble) {
    const retry = make("button", "", { type: "button" }, say("send_again"));
    retry.addEventListener("click", () => this.load());
    const row = make("div", "row", {}, retry);
    this.#log.fill([], this.#person, false);
    this.#log.welcome(make("div", "empty", {}, `${say("not_loaded")} ${trouble.message}`, row));
  }

  /** Draw the head: who this is and what this person sees. */
  #introduce(person) {
    if (JSON.stringify(person) === JSON.stringify(this.#person)) return;
    this.#person = person;
    this.#composer.serve(person);
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
    this.#find(".scroll").setAttribute("aria-label", say("chat_of", { name: person.name }));
  }

  /** Offer all people of the page by role, those around a student first where there are many. */
  offer(people, student) {
    const near = people.filter((one) => one.students.includes(student?.school_id));
    const groups = new Map(near.length ? [[say("around", student), near]] : []);
    for (const role of ROLES) {
      for (const person of people.filter(({ roles }) => roles[0] === role)) {
        const label = [say(`role_${role}`), person.class_group].filter(Boolean).join(" · ");
        groups.set(label, [...(groups.get(label) ?? []), person]);
      }
    }
    const select = this.#find(".person");
    select.replaceChildren(...[...groups].map(([label, some]) => make("optgroup", "", { label },
      ...some.map(({ school_id, about, name }) => make("option", "", { value: school_id, title: about }, name)))));
    select.value = this.#person.school_id;
  }

  #find(selector) {
    return this.element.querySelector(selector);
  }
}
