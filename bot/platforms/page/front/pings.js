// Signs that something waits, where no window of the page is looked at: what they say names nobody.

const POSTED = { method: "POST", headers: { "Content-Type": "application/json" } };

/** Hear signs in a service worker, and open what they are about. */
export function hearPings(worker) {
  worker.addEventListener("push", (event) => event.waitUntil(show(worker, read(event.data))));
  worker.addEventListener("notificationclick", (event) => {
    event.notification.close();
    event.waitUntil(open(worker, event.notification.data?.url ?? "./"));
  });
  worker.addEventListener("pushsubscriptionchange", (event) => event.waitUntil(renew(worker, event)));
}

/** What cannot be read still says that something waits: a browser wants every sign shown. */
function read(data) {
  try {
    return data?.json() ?? {};
  } catch {
    return {};
  }
}

function show(worker, { body = "", url, tag }) {
  const icon = new URL("../../page/icon-192.png", worker.location).pathname;
  return worker.registration.showNotification("Kompaan", { body, tag, icon, renotify: Boolean(tag), data: { url } });
}

/** Turn to a window that is open, or open one; it is always one of this chat. */
async function open(worker, url) {
  const asked = new URL(url, worker.location);
  const home = worker.registration.scope;
  const address = asked.href.startsWith(home) ? asked : new URL(home);
  const windows = await worker.clients.matchAll({ type: "window" });
  const there = windows.find((one) => new URL(one.url).pathname === address.pathname);
  if (!there) return worker.clients.openWindow(address.href);
  await there.focus();
  return there.navigate(address.href);
}

/** The browser is reached elsewhere from now on: say where. Else the page does so when it is opened. */
async function renew(worker, { oldSubscription, newSubscription }) {
  const key = oldSubscription?.options.applicationServerKey;
  const wish = { userVisibleOnly: true, applicationServerKey: key };
  const fresh = newSubscription ?? (key && (await worker.registration.pushManager.subscribe(wish)));
  if (fresh) await fetch(new URL("push", worker.location), { ...POSTED, body: JSON.stringify(fresh) });
}
