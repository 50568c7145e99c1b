// What is asked of the server about the own chat; addresses are below the page's own.

import { ask, follow, post, send } from "../../web/page/wire.js";

/** The own chat, as a conversation asks for it. */
export const chat = {
  newest: () => ask("chat"),
  earlier: (message) => ask(`chat/before/${message}`),
  post: (said) => post("chat", said),
};

/** Say up to which message everything was seen. */
export const see = (upTo) => send("seen", { up_to: upTo });

/** End the session of this device. */
export const leave = () => fetch("leave", { method: "POST", redirect: "manual" });

/** Listen to what reaches this person; `opened` is told whether something may have been missed. */
export const listen = (told, line) => follow("events", told, line);

/** Ask whether this device is told that something waits, and with which key it would subscribe. */
export const signs = () => ask("push");

/** Say where this device is reached. */
export const takeSigns = (subscription) => send("push", subscription);

/** Say that this device is told no more. */
export const refuseSigns = () => ask("push", { method: "DELETE" });
