// What is asked of the server about the sample's people and their clock.

import { A_WALK, ask, follow, post, send } from "../../web/page/wire.js";

const of = (id) => `chat/${encodeURIComponent(id)}`;

export const people = () => ask("chat/people");
export const board = (id) => ask(`${of(id)}/board`);
export const clock = () => ask("clock");

/** Move the sample's clock forward: by an hour, a day, to the next reminder or the photo. */
export const move = (by) => send("clock", { by }, A_WALK);

/** The chat of one person, as a conversation asks for it. */
export const chatOf = (id) => ({
  newest: () => ask(of(id)),
  earlier: (message) => ask(`${of(id)}/before/${message}`),
  post: (said) => post(of(id), said),
});

/** Listen to what happens; `opened` is told whether something may have been missed. */
export function listen({ said, changed, moved, passes, ...line }) {
  follow("chat/events", { said, changed, clock: moved, passes }, line);
}
