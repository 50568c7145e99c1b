// The page's side of the wire: what is asked of the server, and what it tells by itself.

import { language, say } from "./texts.js";

/** Something the server did not do, with the sentence that says why. */
export class Trouble extends Error {}

const PATIENCE = 30_000; // milliseconds until something is taken for lost
const A_WALK = 120_000; // as long may the clock be on its way

async function ask(path, options = {}, patience = PATIENCE) {
  let answer;
  try {
    answer = await fetch(`${path}?lang=${language}`, { ...options, signal: AbortSignal.timeout(patience) });
  } catch {
    throw new Trouble(say("no_answer"));
  }
  let content = {};
  try {
    content = await answer.json();
  } catch {
    if (answer.ok) throw new Trouble(say("no_answer"));
  }
  if (!answer.ok) throw new Trouble(content.error ?? say("no_answer"));
  return content;
}

const of = (id) => `chat/${encodeURIComponent(id)}`;

export const people = () => ask("chat/people");
export const conversation = (id) => ask(of(id));
export const earlier = (id, message) => ask(`${of(id)}/before/${message}`);
export const board = (id) => ask(`${of(id)}/board`);

export const clock = () => ask("clock");

/** Say something as a person; done once it is stored. The same key never stores it twice. */
export const post = (id, said) => send(said.file ? `${of(id)}/attached` : of(id), said, said.file && A_WALK);

/** Move the sample's clock forward: by an hour, a day, to the next reminder or the photo. */
export const move = (by) => send("clock", { by }, A_WALK);

function send(path, content, patience) {
  const headers = { "Content-Type": "application/json" };
  return ask(path, { method: "POST", headers, body: JSON.stringify(content) }, patience);
}

/** Make a key of one's own: randomUUID is missing where a school serves the page without TLS. */
export function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Listen to what happens; `opened` is told whether something may have been missed. */
export function listen(told) {
  const { said, changed, moved, passes, opened, lost } = told;
  const stream = new EventSource(`chat/events?lang=${language}`);
  let before = false;
  stream.addEventListener("said", (event) => said(JSON.parse(event.data)));
  stream.addEventListener("changed", () => changed());
  stream.addEventListener("clock", (event) => moved(JSON.parse(event.data)));
  stream.addEventListener("passes", (event) => passes(JSON.parse(event.data)));
  stream.addEventListener("open", () => {
    opened(before);
    before = true;
  });
  stream.addEventListener("error", () => {
    lost();
    // A browser gives up after an answer that is no stream; we do not.
    if (stream.readyState === EventSource.CLOSED) {
      setTimeout(() => listen({ ...told, opened: () => opened(true) }), 2000);
    }
  });
}
