// Signs that something waits, where no window of the page is looked at: what they say names nobody.

/** Hear signs in a service worker, and open what they are about. */
export function hearPings(worker) {
  worker.addEventListener("push", (event) => event.waitUntil(show(worker, event.data?.json() ?? {})));
  worker.addEventListener("notificationclick", (event) => {
    event.notification.close();
    event.waitUntil(open(worker, event.notification.data.url));
  });
}

function show(worker, { body, url, tag }) {
  const icon = new URL("../../page/icon-192.png", worker.location).pathname;
  return worker.registration.showNotification("Kompaan", { body, tag, icon, renotify: Boolean(tag), data: { url } });
}

/** Turn to a window that is open, or open one. */
async function open(worker, url) {
  const address = new URL(url, worker.location);
  const windows = await worker.clients.matchAll({ type: "window" });
  const there = windows.find((one) => new URL(one.url).pathname === address.pathname);
  if (!there) return worker.clients.openWindow(address.href);
  await there.focus();
  return there.navigate(address.href);
}
