// One chat: what was said in it, saying something, and staying the same as the server's.

import { choose } from "./card.js";
import { Composer } from "./composer.js";
import { make } from "./dom.js";
import { Log } from "./log.js";
import { say } from "./texts.js";
import { Trouble, newKey } from "./wire.js";

export class Conversation {
  #element;
  #chat = null;
  #person = null;
  #log;
  #composer;
  #tells;
  #asked = 0;
  #news = 0;
  #chosen = Promise.resolve();

  /** `told` gets each answer of the whole chat, `answered` that to what was said, `failed` what went wrong. */
  constructor(element, { told, answered = () => {}, failed = () => {} }) {
    this.#element = element;
    this.#tells = { told, answered, failed };
    this.#log = new Log(this.#find(".chat"), {
      tap: (message, button, pressed) => this.#tap(message, button, pressed),
      send: (message, values, then) => this.#sendForm(message, values, then),
      earlier: (id) => this.#loadEarlier(id),
      stay: () => this.#log.stay(),
    });
    this.#composer = new Composer(element, this.#find(".composer"), (line, file) => this.speak(line, file));
  }

  get log() {
    return this.#log;
  }

  get composer() {
    return this.#composer;
  }

  /** Serve the chat of a person, whose name it bears from now on; `chat` asks the server for it. */
  serve(chat, person) {
    this.#chat = chat;
    this.introduce(person);
  }

  /** Take over who speaks here. */
  introduce(person) {
    if (JSON.stringify(person) === JSON.stringify(this.#person)) return;
    this.#person = person;
    this.#composer.serve(person);
    this.#find(".scroll").setAttribute("aria-label", say("chat_of", { name: person.name }));
  }

  /** Show nothing, while the chat of another is fetched. */
  clear() {
    this.#log.fill([], this.#person, false);
  }

  /** Fetch the conversation; gives whether it is there. */
  async load() {
    const [asked, before] = [(this.#asked += 1), this.#news];
    try {
      const told = await this.#chat.newest();
      if (asked !== this.#asked) return false;
      this.#fill(told);
      if (before !== this.#news) await this.catchUp();
      return true;
    } catch (trouble) {
      if (!(trouble instanceof Trouble)) throw trouble;
      if (asked === this.#asked) this.#notLoaded(trouble);
      return false;
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
      told = await this.#chat.newest().catch((trouble) => this.#tells.failed(trouble));
      if (!told || asked !== this.#asked) return;
    }
    this.#tells.told(told);
    this.#log.merge(told.messages, known, told.more);
    this.#remember(told.messages);
  }

  /** Take what was said in this chat, here or on another page. */
  hear({ key, messages }) {
    // An apology is kept nowhere, so it has no number, and only who asked is told.
    this.#take(key, messages.filter((message) => message.id));
  }

  #take(key, messages) {
    this.#news += 1;
    this.#log.take(messages);
    if (messages.some((message) => message.id)) this.#log.arrived(key);
  }

  /** Bring a message before the eyes, however early it was; gives its element, or null. */
  async show(id) {
    while (id < this.#log.oldest && this.#log.hasEarlier) {
      if (!(await this.#loadEarlier(this.#log.oldest))) return null;
    }
    return this.#log.show(id);
  }

  async #loadEarlier(id) {
    const asked = this.#asked;
    const told = await this.#chat.earlier(id).catch((trouble) => this.#tells.failed(trouble));
    if (!told || asked !== this.#asked) return false;
    this.#log.prepend(told.messages, told.more);
    return true;
  }

  /** Say a line, with a file or without; it shows at once and is sent. Gives whether it arrived. */
  speak(line, file) {
    const said = { key: newKey(), text: line };
    if (!file) return this.#deliver(said, this.#log.own(line, said.key));
    const shown = this.#log.own(`${file.name}\n${line}`.trim(), said.key);
    return this.#deliver({ ...said, file: file.data, ...(file.isTable && { name: file.name }) }, shown);
  }

  async #deliver(said, element, then = {}) {
    const chat = this.#chat;
    this.#log.wait(+1);
    try {
      const answer = await chat.post(said);
      if (chat !== this.#chat) return true;
      this.#take(said.key, answer.messages);
      this.#log.arrived(said.key);
      then.done?.();
      if (answer.awaits && !said.text) this.#composer.focus();
      this.#tells.answered(answer);
      return true;
    } catch (trouble) {
      if (!(trouble instanceof Trouble)) throw trouble;
      // Its answer was lost, but the stream has told it: then it is stored.
      if (this.#stored(said, element)) {
        then.done?.();
        return true;
      }
      then.failed?.();
      const again = () => this.#deliver(said, element, then);
      this.#log.failed(element, said.key, trouble.message, again);
      this.#tells.failed(trouble);
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
    const said = { key: newKey(), tap: button.code, on: message.id };
    this.#chosen.then(() => this.#deliver(said, element, { done: settled, failed: settled }));
  }

  /** Quick fingers wait for nothing: what they choose shows at once, and is sent in its order. */
  #choose(message, button, pressed, element) {
    choose(pressed);
    const said = { key: newKey(), tap: button.code, on: message.id };
    this.#chosen = this.#chosen.then(() => this.#deliver(said, element));
  }

  #sendForm(message, values, then) {
    const element = this.#find(`[data-id="${message.id}"]`) ?? this.#find(".said:last-of-type");
    const said = { key: newKey(), tap: message.form.code, form: values, on: message.id };
    this.#deliver(said, element, then);
  }

  #fill(told) {
    this.#tells.told(told);
    this.#log.fill(told.messages, this.#person, told.more);
    this.#remember(told.messages);
    if (this.#log.empty) this.#log.welcome(this.#welcome());
  }

  #remember(messages) {
    this.#composer.remember(messages.filter((one) => one.mine).map((one) => one.text));
  }

  #welcome() {
    const role = this.#person.roles[0] ?? "coach";
    const words = say(`first_${role}`, {}, this.#person.language).split(" ").map((line) => {
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
    this.clear();
    this.#log.welcome(make("div", "empty", {}, `${say("not_loaded")} ${trouble.message}`, row));
    this.#tells.failed(trouble);
  }

  #find(selector) {
    return this.#element.querySelector(selector);
  }
}
