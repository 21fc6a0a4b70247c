/** What a container carries. */
interface Tracks {
  sound: boolean;
  picture: boolean;
}

interface Part {
  id: number;
  from: number;
  to: number;
}

/** More parts than the head of a recording has; whoever sends more is not read to the end. */
const MOST_PARTS = 4_096;

/** A track lies three boxes deep; what is nested deeper was written to have its reader fall. */
const DEEPEST = 4;

/** A number of Matroska (EBML): its first bit that is set says how many bytes it takes. */
function vint(bytes: Buffer, at: number, keepMark: boolean): { value: number; next: number } | undefined {
  const first = bytes[at] ?? 0;
  const length = Math.clz32(first) - 23;
  if (first === 0 || at + length > bytes.length) return undefined;
  let value = keepMark ? first : first & (0xff >> length);
  let open = (first | (0xff << (8 - length))) % 256 === 0xff;
  for (let index = 1; index < length; index += 1) {
    const byte = bytes[at + index] ?? 0;
    value = value * 256 + byte;
    open &&= byte === 0xff;
  }
  // Every bit set: « until the end », as a recorder writes that does not know when it stops.
  return { value: open && !keepMark ? Number.POSITIVE_INFINITY : value, next: at + length };
}

function* ebml(bytes: Buffer, from: number, to: number): Generator<Part> {
  for (let at = from, count = 0; at < to && count < MOST_PARTS; count += 1) {
    const id = vint(bytes, at, true);
    const size = id && vint(bytes, id.next, false);
    if (!id || !size) return;
    const end = Math.min(to, size.next + size.value);
    yield { id: id.value, from: size.next, to: end };
    at = end;
  }
}

const SEGMENT = 0x18538067;
const TRACKS = 0x1654ae6b;
const TRACK = 0xae;
const TRACK_TYPE = 0x83;

function webmTypes(bytes: Buffer): number[] {
  const types: number[] = [];
  const walk = ({ from, to }: Omit<Part, 'id'>, depth: number): void => {
    if (depth > DEEPEST) return;
    for (const part of ebml(bytes, from, to)) {
      if (part.id === TRACK_TYPE) types.push(bytes[part.from] ?? 0);
      else if (part.id === SEGMENT || part.id === TRACKS || part.id === TRACK) walk(part, depth + 1);
    }
  };
  walk({ from: 0, to: bytes.length }, 0);
  return types;
}

const BOXES = ['moov', 'trak', 'mdia'];

/** The handlers of an MP4: `soun`, `vide`. */
function mp4Handlers(bytes: Buffer): string[] {
  const handlers: string[] = [];
  const walk = (from: number, to: number, depth: number): void => {
    if (depth > DEEPEST) return;
    for (let at = from, count = 0; at + 8 <= to && count < MOST_PARTS; count += 1) {
      const size = bytes.readUInt32BE(at);
      const name = bytes.toString('latin1', at + 4, at + 8);
      // 0 is « until the end », 1 a size of eight bytes, which only the sound itself ever has; both end what is read here.
      const end = size < 8 ? to : Math.min(to, at + size);
      if (name === 'hdlr' && at + 20 <= end) handlers.push(bytes.toString('latin1', at + 16, at + 20));
      else if (BOXES.includes(name)) walk(at + 8, end, depth + 1);
      at = end;
    }
  };
  walk(0, bytes.length, 0);
  return handlers;
}

/** Whether the bytes of a container hold sound, and whether they hold something to see. */
export function tracksOf(mime: string, bytes: Buffer): Tracks {
  if (mime === 'audio/webm') {
    const types = webmTypes(bytes);
    return { sound: types.includes(2), picture: types.some((type) => type !== 2) };
  }
  if (mime === 'audio/mp4') {
    const handlers = mp4Handlers(bytes);
    return { sound: handlers.includes('soun'), picture: handlers.includes('vide') };
  }
  const head = bytes.toString('latin1', 0, 4_096);
  return {
    sound: head.includes('OpusHead') || head.includes('\x01vorbis'),
    picture: head.includes('\x80theora'),
  };
}
