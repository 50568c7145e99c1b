// The page's side of the wire: how the server is asked, and how it tells something by itself.

import { language, say } from "./texts.js";

/** Something the server did not do, with the sentence that says why and the status of its answer. */
export class Trouble extends Error {
  constructor(sentence, status = 0) {
    super(sentence);
    this.status = status;
  }
}

const PATIENCE = 30_000; // milliseconds until something is taken for lost
export const A_WALK = 120_000; // as long may the clock be on its way, or a photo

/** Ask for what stands at an address; raises Trouble. */
export async function ask(path, options = {}, patience = PATIENCE) {
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
  if (!answer.ok) throw new Trouble(content.error ?? say("no_answer"), answer.status);
  return content;
}

/** Send something to an address; raises Trouble. */
export function send(path, content, patience) {
  const headers = { "Content-Type": "application/json" };
  return ask(path, { method: "POST", headers, body: JSON.stringify(content) }, patience);
}

/** Say something in the chat at an address; done once it is stored. The same key never stores it twice. */
export function post(chat, said) {
  return send(said.file ? `${chat}/attached` : chat, said, said.file && A_WALK);
}

/** Make a key of one's own: randomUUID is missing where a school serves the page without TLS. */
export function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Follow a stream of events by their names; `opened` is told whether something may have been missed, `lost` whether the answer was none. */
export function follow(path, told, { opened, lost }) {
  const stream = new EventSource(`${path}?lang=${language}`);
  let before = false;
  for (const [name, hear] of Object.entries(told)) {
    stream.addEventListener(name, (event) => hear(JSON.parse(event.data)));
  }
  stream.addEventListener("open", () => {
    opened(before);
    before = true;
  });
  stream.addEventListener("error", () => {
    const isOver = stream.readyState === EventSource.CLOSED;
    lost(isOver);
    // A browser gives up after an answer that is no stream; we do not.
    if (isOver) {
      setTimeout(() => follow(path, told, { opened: () => opened(true), lost }), 2000);
    }
  });
}
