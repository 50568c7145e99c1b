// The page as an app: its service worker, and how it comes to the home screen.

import { language } from "../../web/page/texts.js";

const HINTED = "home screen"; // kept on the device: that this was said here
const worker = `worker.js?lang=${language}`;
const isPhoneOfApple = /iPhone|iPad|iPod/.test(navigator.userAgent)
  || (/Macintosh/.test(navigator.userAgent) && navigator.maxTouchPoints > 1);

/** Whether the page was opened from the home screen. */
const isInstalled = () => navigator.standalone === true || matchMedia("(display-mode: standalone)").matches;

/** Let the page be installed where that can be; `isIdle` says that nothing is lost by loading it anew. */
export function install(menu, isIdle) {
  register(isIdle);
  if (isInstalled()) return;
  addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    menu.offer(() => event.prompt());
  });
  addEventListener("appinstalled", () => menu.offer(null));
  if (isPhoneOfApple) hint(menu);
}

/** Browsers of Apple offer nothing by themselves, so it is said once, and stands in the menu. */
function hint(menu) {
  const note = document.querySelector(".home");
  menu.offer(() => (note.hidden = false));
  note.hidden = localStorage.getItem(HINTED) === "said";
  note.querySelector("button").addEventListener("click", () => {
    localStorage.setItem(HINTED, "said");
    note.hidden = true;
  });
}

/** Only over TLS or on this machine: elsewhere browsers have no service workers, and the page works without. */
async function register(isIdle) {
  const workers = navigator.serviceWorker;
  if (!workers) return;
  // Where the language changed there is another worker, and the page is that of the language already.
  const had = workers.controller?.scriptURL === new URL(worker, location).href;
  // Of a new version of the program everything is new: the page, too, as soon as nothing is being written.
  workers.addEventListener("controllerchange", () => had && renew(isIdle));
  const rule = window.trustedTypes?.createPolicy("worker", { createScriptURL: () => worker });
  const registered = await registerAgain(workers, rule?.createScriptURL("") ?? worker);
  document.addEventListener("visibilitychange", () => document.hidden || registered?.update().catch(() => {}));
}

/** What a busy server or a page that is just loaded anew did not let happen is tried again. */
async function registerAgain(workers, script, tries = 3) {
  const registered = await workers.register(script, { updateViaCache: "none" }).catch(() => null);
  if (registered || !tries) return registered;
  await new Promise((goOn) => setTimeout(goOn, 3000));
  return registerAgain(workers, script, tries - 1);
}

function renew(isIdle) {
  if (document.hidden || isIdle()) location.reload();
  else document.addEventListener("visibilitychange", () => location.reload(), { once: true });
}

/** Take away what this session left on the device. */
export async function forget() {
  const found = await navigator.serviceWorker?.getRegistration();
  await found?.unregister();
  for (const name of await globalThis.caches?.keys() ?? []) {
    if (name.endsWith(new URL("./", location).pathname)) await caches.delete(name);
  }
}
