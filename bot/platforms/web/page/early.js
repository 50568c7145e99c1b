// Asked for while the rest of the page still loads: on a slow line each way to and fro counts.

import * as wire from "./wire.js";

/** Who there is, and what time it is there; null where that did not come. */
export const early = Promise.all([wire.people().catch(() => null), wire.clock().catch(() => null)]);
