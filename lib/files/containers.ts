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
const INFO = 0x1549a966;
const TICK = 0x2ad7b1;
const DURATION = 0x4489;
/** Nanoseconds of a tick, where a file does not say. */
const USUAL_TICK = 1_000_000;

/** What a Matroska file says of its tracks (their types) and of its length. */
function readWebm(bytes: Buffer): { types: number[]; milliseconds?: number } {
  const types: number[] = [];
  let tick = USUAL_TICK;
  let ticks: number | undefined;
  const walk = ({ from, to }: Omit<Part, 'id'>, depth: number): void => {
    if (depth > DEEPEST) return;
    for (const part of ebml(bytes, from, to)) {
      const length = part.to - part.from;
      if (part.id === TRACK_TYPE) types.push(bytes[part.from] ?? 0);
      else if (part.id === TICK && length > 0 && length <= 6) tick = bytes.readUIntBE(part.from, length);
      else if (part.id === DURATION && length === 4) ticks = bytes.readFloatBE(part.from);
      else if (part.id === DURATION && length === 8) ticks = bytes.readDoubleBE(part.from);
      else if ([SEGMENT, TRACKS, TRACK, INFO].includes(part.id)) walk(part, depth + 1);
    }
  };
  walk({ from: 0, to: bytes.length }, 0);
  return { types, milliseconds: ticks === undefined ? undefined : said((ticks * tick) / 1e6) };
}

/** A length that can be one: a number above nothing. */
const said = (milliseconds: number): number | undefined =>
  Number.isFinite(milliseconds) && milliseconds > 0 ? Math.ceil(milliseconds) : undefined;

interface Box {
  name: string;
  /** Where its name stands, and where what it holds begins and ends. */
  at: number;
  from: number;
  to: number;
}

/** The boxes of an MP4 or QuickTime file between two places. */
function* boxes(bytes: Buffer, from: number, to: number): Generator<Box> {
  for (let at = from, count = 0; at + 8 <= to && count < MOST_PARTS; count += 1) {
    const short = bytes.readUInt32BE(at);
    // 1 is « a size of eight bytes follows », 0 « until the end »; less than the head of a box is no size.
    const wide = short === 1 && at + 16 <= to;
    const size = wide ? Number(bytes.readBigUInt64BE(at + 8)) : short;
    const head = wide ? 16 : 8;
    const end = size < head ? to : Math.min(to, at + size);
    yield { name: bytes.toString('latin1', at + 4, at + 8), at: at + 4, from: at + head, to: end };
    at = end;
  }
}

const HOLDERS = ['moov', 'trak', 'mdia'];

/** Every box down to those of a track, in their order. */
function* allBoxes(bytes: Buffer, from = 0, to = bytes.length, depth = 0): Generator<Box> {
  if (depth > DEEPEST) return;
  for (const box of boxes(bytes, from, to)) {
    yield box;
    if (HOLDERS.includes(box.name)) yield* allBoxes(bytes, box.from, box.to, depth + 1);
  }
}

/** What an MP4 says of its tracks (their handlers: `soun`, `vide`) and of its length. */
function readMp4(bytes: Buffer): { handlers: string[]; milliseconds?: number } {
  const handlers: string[] = [];
  let milliseconds: number | undefined;
  for (const { name, from, to } of allBoxes(bytes)) {
    if (name === 'hdlr' && from + 12 <= to) handlers.push(bytes.toString('latin1', from + 8, from + 12));
    if (name !== 'mvhd' || from >= to) continue;
    // Version 1 writes its moments and its length in eight bytes, version 0 in four.
    const long = bytes[from] === 1;
    const [scaleAt, lengthAt] = long ? [from + 20, from + 24] : [from + 12, from + 16];
    if (lengthAt + (long ? 8 : 4) > to) continue;
    const length = long ? Number(bytes.readBigUInt64BE(lengthAt)) : bytes.readUInt32BE(lengthAt);
    milliseconds = said((length / bytes.readUInt32BE(scaleAt)) * 1_000);
  }
  return { handlers, milliseconds };
}

const isWebm = (mime: string): boolean => mime.endsWith('/webm');
const isMp4 = (mime: string): boolean => mime.endsWith('/mp4') || mime === 'video/quicktime';

/** Whether the bytes of a container hold sound, and whether they hold something to see. */
export function tracksOf(mime: string, bytes: Buffer): Tracks {
  if (isWebm(mime)) {
    const { types } = readWebm(bytes);
    return { sound: types.includes(2), picture: types.some((type) => type !== 2) };
  }
  if (isMp4(mime)) {
    const { handlers } = readMp4(bytes);
    return { sound: handlers.includes('soun'), picture: handlers.includes('vide') };
  }
  const head = bytes.toString('latin1', 0, 4_096);
  return {
    sound: head.includes('OpusHead') || head.includes('\x01vorbis'),
    picture: head.includes('\x80theora'),
  };
}

/**
 * How long a WebM, MP4 or QuickTime file says it plays.
 * @returns milliseconds, at least 1; undefined where it does not say (a browser that records writes its length nowhere)
 */
export const lengthOf = (mime: string, bytes: Buffer): number | undefined =>
  isWebm(mime) ? readWebm(bytes).milliseconds : isMp4(mime) ? readMp4(bytes).milliseconds : undefined;

/** Where phones write the place a video was taken at, its moment and their model. */
const ABOUT = ['udta', 'meta', 'uuid'];

/**
 * A video without what its phone wrote beside it: in an MP4 or QuickTime file those boxes become free room of the same size, so that
 * no sample moves. What one sees and hears stays byte for byte.
 * @returns the same bytes where there is nothing of the kind
 */
export function withoutWhereabouts(mime: string, bytes: Buffer): Buffer {
  if (!isMp4(mime)) return bytes;
  const told = [...allBoxes(bytes)].filter(({ name }) => ABOUT.includes(name));
  if (told.length === 0) return bytes;
  const clean = Buffer.from(bytes);
  for (const { at, from, to } of told) {
    clean.write('free', at, 'latin1');
    clean.fill(0, from, to);
  }
  return clean;
}
