// A film's frames, one after the other: a browser plays a GIF, but lets nobody stop or choose.
//
// It reads what our own films hold: one palette, no interlacing, of each frame what differs from
// the one before (GIF89a, sections 18 to 23, and appendix F for how points are packed).

/** Read a film; of each frame where it is in the bytes, and how long it stands, in milliseconds. */
export function read(bytes) {
  const word = (at) => bytes[at] | (bytes[at + 1] << 8);
  const film = { bytes, width: word(6), height: word(8), palette: bytes.subarray(13, 781), frames: [] };
  let [at, stands, seen] = [781, 0, -1];
  while (at < bytes.length && bytes[at] !== 0x3b) {
    if (bytes[at] === 0x21) {
      if (bytes[at + 1] === 0xf9) [stands, seen] = [word(at + 4) * 10, bytes[at + 3] & 1 ? bytes[at + 6] : -1];
      at = blocks(bytes, at + 2).end;
    } else {
      const [left, top, width, height] = [1, 3, 5, 7].map((by) => word(at + by));
      film.frames.push({ left, top, width, height, stands, seen, at: at + 10 });
      at = blocks(bytes, at + 11).end;
    }
  }
  return film;
}

/** Draw a frame over the one before it, into the points (red, green, blue, whole) of the film. */
export function draw(film, { left, top, width, height, seen, at }, points) {
  const { palette, width: across } = film;
  const indices = unpacked(film.bytes, at, width * height);
  for (let row = 0, from = 0; row < height; row += 1) {
    let to = ((top + row) * across + left) * 4;
    for (let column = 0; column < width; column += 1, from += 1, to += 4) {
      const index = indices[from];
      if (index === seen) continue;
      points[to] = palette[3 * index];
      points[to + 1] = palette[3 * index + 1];
      points[to + 2] = palette[3 * index + 2];
      points[to + 3] = 255;
    }
  }
}

/** Join the blocks that begin at a place, and say where what follows them begins. */
function blocks(bytes, begin) {
  const parts = [];
  let at = begin;
  for (; bytes[at]; at += bytes[at] + 1) parts.push(bytes.subarray(at + 1, at + 1 + bytes[at]));
  return { parts, end: at + 1 };
}

function unpacked(bytes, at, count) {
  const [bits, { parts }] = [bytes[at], blocks(bytes, at + 1)];
  const [clear, end] = [1 << bits, (1 << bits) + 1];
  const [before, last, turned] = [new Uint16Array(4096), new Uint8Array(4096), new Uint8Array(4097)];
  const out = new Uint8Array(count);
  for (let code = 0; code < clear; code += 1) last[code] = code;
  let [size, next, former, first, kept, held, to] = [bits + 1, end + 1, -1, 0, 0, 0, 0];
  for (const part of parts) {
    for (const byte of part) {
      kept |= byte << held;
      held += 8;
      while (held >= size) {
        let code = kept & ((1 << size) - 1);
        kept >>>= size;
        held -= size;
        if (code === end) return out;
        if (code === clear) {
          [size, next, former] = [bits + 1, end + 1, -1];
          continue;
        }
        const given = code;
        let depth = 0;
        if (code >= next) {
          turned[depth++] = first; // the one that is being made
          code = former;
        }
        for (; code > end; code = before[code]) turned[depth++] = last[code];
        turned[depth++] = first = last[code];
        while (depth && to < count) out[to++] = turned[--depth];
        if (former >= 0 && next < 4096) {
          before[next] = former;
          last[next++] = first;
          if (next === 1 << size && size < 12) size += 1;
        }
        former = given;
      }
    }
  }
  return out;
}
