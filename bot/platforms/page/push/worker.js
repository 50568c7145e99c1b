// Push messages while no window may be open: what one shows, and where a tap on it leads.
// A message holds a sentence without names, and a path; whatever else comes is shown as one of ours.

const NAME = "Kompaan";

self.addEventListener("push", (event) => {
  const told = read(event.data);
  const shown = { body: told.body ?? "", tag: told.tag ?? NAME, renotify: true, data: { url: told.url } };
  event.waitUntil(self.registration.showNotification(NAME, { ...shown, icon: "page/icon.svg" }));
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(lead(event.notification.data?.url));
});

self.addEventListener("pushsubscriptionchange", (event) => event.waitUntil(renew(event)));

function read(data) {
  try {
    return data?.json() ?? {};
  } catch {
    return {};
  }
}

/** Bring the window of a chat before the eyes, at a message, or open one; never another site's. */
async function lead(path) {
  const home = self.registration.scope;
  const asked = new URL(path ?? "", home);
  const wanted = asked.href.startsWith(home) ? asked : new URL(home);
  const windows = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const open = windows.find((window) => new URL(window.url).pathname === wanted.pathname);
  if (!open) return self.clients.openWindow(wanted.href);
  open.postMessage({ leads: wanted.hash });
  return open.focus();
}

/** The browser took another subscription by itself: tell of it, for all chats of this browser. */
async function renew(event) {
  const key = event.oldSubscription?.options.applicationServerKey;
  const wish = { userVisibleOnly: true, applicationServerKey: key };
  const fresh = event.newSubscription ?? (key && (await self.registration.pushManager.subscribe(wish)));
  if (!fresh) return; // the page subscribes anew when it is opened
  const told = { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(fresh) };
  await fetch(new URL("push", self.registration.scope), told);
}
