// Push messages on this device: whether they are on, and the taps that turn them on and off.
// The page has one element for it, <details class="pings" hidden>; its texts come with the answer.

const STATE = "push";
const WORKER = new URL("../../worker.js", document.baseURI).pathname; // of all chats in this browser
const LATER = "kompaan.pings.later"; // where a browser keeps that somebody does not want to be asked
const JSON_TYPE = { "Content-Type": "application/json" };

// Nothing but our worker may ever be loaded as a script by this.
const policy = window.trustedTypes?.createPolicy("kompaan-worker", {
  createScriptURL: (url) => {
    if (url !== WORKER) throw new TypeError("not our worker");
    return url;
  },
});

/** Show whether push messages are on, in an element of the page; they are offered once. */
export async function showPings(element) {
  navigator.serviceWorker?.addEventListener("message", ({ data }) => data?.leads && goTo(data.leads));
  const told = await answer(STATE);
  if (!told?.key) return;
  const pings = new Pings(element, told);
  await pings.mend();
  pings.draw();
  pings.offerAfterWords();
}

class Pings {
  #element;
  #told;
  #failed = false;

  constructor(element, told) {
    this.#element = element;
    this.#told = told;
  }

  /** Subscribe anew where it is on, or was lost: browsers and keys change. */
  async mend() {
    const { on, lost } = this.#told;
    if (!this.#able || Notification.permission !== "granted" || !(on || lost)) return;
    await this.#turnOn().catch(() => {}); // what is kept of it there stays so
  }

  /** Say how it stands, with the one button that changes it. */
  draw() {
    const state = this.#state;
    const { texts } = this.#told;
    this.#element.hidden = !state;
    if (!state) return;
    const said = make("p", texts[this.#failed ? "failed" : state]);
    const acts = { off: ["turn_on", () => this.#tap(() => this.#turnOn())], on: ["turn_off", () => this.#tap(() => this.#turnOff())] };
    const [label, act] = acts[state] ?? [];
    const buttons = label ? [button(texts[label], act)] : [];
    if (state === "off" && this.#element.open) buttons.push(button(texts.later, () => this.#later()));
    this.#element.dataset.state = state;
    this.#element.replaceChildren(make("summary", texts.title), said, ...buttons);
  }

  /** Offer it once somebody has said something here, unless they answered that before. */
  offerAfterWords() {
    if (this.#state !== "off" || this.#told.asked || remembers()) return;
    const offer = () => {
      this.#element.open = true;
      this.draw();
    };
    if (document.querySelector(".said.mine")) offer();
    else document.addEventListener("submit", offer, { capture: true, once: true });
  }

  get #able() {
    return "serviceWorker" in navigator && "PushManager" in window && "Notification" in window;
  }

  get #state() {
    // An iPhone has push messages for what stands on its home screen, and for nothing else.
    if (!this.#able) return navigator.standalone === false ? "install" : "";
    if (Notification.permission === "denied") return "blocked";
    return this.#told.on ? "on" : "off";
  }

  async #tap(act) {
    this.#failed = false;
    try {
      await act();
    } catch {
      this.#failed = Notification.permission !== "denied";
    }
    this.draw();
  }

  async #turnOn() {
    if ((await Notification.requestPermission()) !== "granted") return;
    const key = bytes(this.#told.key);
    const found = await registered();
    const known = await found.pushManager.getSubscription();
    const same = known && equal(new Uint8Array(known.options.applicationServerKey), key);
    if (known && !same) await known.unsubscribe();
    const wish = { userVisibleOnly: true, applicationServerKey: key };
    const subscription = same ? known : await found.pushManager.subscribe(wish);
    const body = JSON.stringify(subscription);
    if (!(await answer(STATE, { method: "POST", headers: JSON_TYPE, body }))?.on) throw new Error("not kept");
    Object.assign(this.#told, { on: true, lost: false, asked: true });
  }

  async #turnOff() {
    const told = await answer(STATE, { method: "DELETE" });
    if (!told) throw new Error("not kept");
    Object.assign(this.#told, { on: false, lost: false, asked: true });
    // Somebody else may have their chat open in this browser.
    if (told.shared) return;
    const found = await navigator.serviceWorker.getRegistration(WORKER);
    await (await found?.pushManager.getSubscription())?.unsubscribe();
  }

  #later() {
    try {
      localStorage.setItem(LATER, "1");
    } catch {
      // it is asked again the next time
    }
    this.#element.open = false;
    this.draw();
  }
}

/** Find our worker, or load it. */
async function registered() {
  await navigator.serviceWorker.register(policy ? policy.createScriptURL(WORKER) : WORKER);
  return navigator.serviceWorker.ready;
}

/** Bring a message before the eyes that an address names. */
export function goTo(hash) {
  const number = /^#message-(\d+)$/.exec(hash)?.[1];
  const found = number && document.querySelector(`[data-id="${number}"]`);
  found?.scrollIntoView({ block: "center" });
  return Boolean(found);
}

async function answer(path, asked) {
  try {
    const given = await fetch(path, asked);
    return given.ok ? await given.json() : null;
  } catch {
    return null;
  }
}

function remembers() {
  try {
    return Boolean(localStorage.getItem(LATER));
  } catch {
    return false;
  }
}

function bytes(written) {
  const plain = atob(written.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
}

function equal(some, other) {
  return some.length === other.length && some.every((value, at) => value === other[at]);
}

function make(name, text) {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
}

function button(text, act) {
  const element = make("button", text);
  element.type = "button";
  element.addEventListener("click", act);
  return element;
}

const place = document.querySelector("details.pings");
if (place) showPings(place);
