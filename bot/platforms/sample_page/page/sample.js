// What is asked of the server about the sample's people and their clock.

import { A_WALK, ask, follow, post, send } from "../../web/page/wire.js";

const of = (id) => `chat/${encodeURIComponent(id)}`;

let does = {};

/** Who can be chosen; with them comes, once for all, what each command does. */
export async function people() {
  const told = await ask("chat/people");
  does = told.commands;
  return told;
}

export const board = (id) => ask(`${of(id)}/board`);
export const clock = () => ask("clock");

/** Move the sample's clock forward: by an hour, a day, to the next reminder or the photo. */
export const move = (by) => send("clock", { by }, A_WALK);

/** The chat of one person, as a conversation asks for it. */
export const chatOf = (id) => ({
  newest: async () => spelled(await ask(of(id))),
  earlier: (message) => ask(`${of(id)}/before/${message}`),
  post: (said) => post(of(id), said),
});

/** Say what commands do that are told by name alone: all people of the page share them. */
function spelled(told) {
  const commands = told.person.commands.map((one) => (one.name ? one : { name: one, does: does[one] }));
  return { ...told, person: { ...told.person, commands } };
}

/** Listen to what happens; `opened` is told whether something may have been missed. */
export function listen({ said, changed, moved, passes, ...line }) {
  follow("chat/events", { said, changed, clock: moved, passes }, line);
}
