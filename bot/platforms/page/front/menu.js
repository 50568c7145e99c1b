// The menu above the chat: what one does with this device, beside talking.

import { say } from "../../web/page/texts.js";
import * as me from "./me.js";
import { forget } from "./install.js";

export class Menu {
  #page;

  /** `speak` says a line in the chat; `left` is told once the session of this device is over. */
  constructor(page, { speak, left }) {
    this.#page = page;
    const [menu, leaving] = [this.#find(".menu"), this.#find(".leaving")];
    const close = () => (menu.open = false);
    menu.addEventListener("click", (event) => event.target.closest(".choices button") && close());
    page.addEventListener("click", (event) => menu.contains(event.target) || close());
    page.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !menu.open) return;
      close();
      this.#find("summary").focus();
    });
    this.#find(".settings").addEventListener("click", () => speak(say("settings_line")));
    this.#find(".leave").addEventListener("click", () => leaving.showModal());
    leaving.querySelector(".stay").addEventListener("click", () => leaving.close());
    leaving.querySelector(".go").addEventListener("click", async () => {
      const answer = await me.leave().catch(() => null);
      leaving.close();
      if (!answer) return;
      left(); // nothing is to be seen by going back
      await forget();
      location.replace("../../");
    });
  }

  /** Say who talks here. */
  introduce({ name, about }) {
    const role = this.#find(".role");
    role.textContent = about ? `${name} · ${about}` : name;
    role.title = role.textContent;
  }

  /** Offer to install the page, by what is then done. */
  offer(does) {
    const button = this.#find(".install");
    button.hidden = !does;
    button.onclick = does;
  }

  #find(selector) {
    return this.#page.querySelector(selector);
  }
}
