// The service worker: it shows the page where there is no line, so that the page can say so. It keeps the page's
// own files, which are the same for everybody, and nothing of anybody: no chat, no name, no picture.

import { hearPings } from "./pings.js";

const { version, files } = SHELL; // written above by the server, which knows what belongs together
const here = new URL("./", location);
const kept = `kompaan ${version} ${here.pathname}`;
const addresses = new Set(files.map((file) => new URL(file, location).pathname));

addEventListener("install", (event) => event.waitUntil(keep().then(() => skipWaiting())));
addEventListener("activate", (event) => event.waitUntil(forgetOlder().then(() => clients.claim())));
addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  const asked = new URL(url);
  const isOurs = asked.origin === here.origin && addresses.has(asked.pathname);
  // Everything else goes its way as if there were no worker.
  if (method === "GET" && isOurs) event.respondWith(answer(event.request, asked.pathname));
});
hearPings(globalThis);

/** The server's word always comes first; what is kept speaks only where it cannot be heard. */
async function answer(request, path) {
  const own = () => caches.open(kept).then((cache) => cache.match(path));
  try {
    const given = await fetch(request);
    return given.status < 500 ? given : ((await own()) ?? given);
  } catch (trouble) {
    const found = await own();
    if (found) return found;
    throw trouble;
  }
}

async function keep() {
  const cache = await caches.open(kept);
  // A page that leads elsewhere, since its session is over, is none to be kept.
  const asked = files.map((file) => new Request(file, { cache: "reload", redirect: "error" }));
  await Promise.all(asked.map(async (request) => {
    await cache.put(new URL(request.url).pathname, await fetched(request));
  }));
}

/** A server that is busy for a moment is asked again: else the page would stay without a worker until it is loaded anew. */
async function fetched(request, tries = 3) {
  const given = await fetch(request.clone()).catch((trouble) => ({ status: String(trouble) }));
  if (given.ok) return given;
  if (!tries) throw new Error(given.status);
  await new Promise((goOn) => setTimeout(goOn, 2000));
  return fetched(request, tries - 1);
}

async function forgetOlder() {
  const names = await caches.keys();
  const older = names.filter((name) => name !== kept && name.endsWith(` ${here.pathname}`));
  await Promise.all(older.map((name) => caches.delete(name)));
}
