import { AppError } from '../errors';

export type CsvEncoding = 'utf-8' | 'utf-16' | 'windows-1252' | 'macintosh';

const startsWith = (bytes: Uint8Array, ...first: number[]): boolean => first.every((byte, at) => bytes[at] === byte);

/** Windows-1252 from 0x80 to 0x9f; elsewhere it is Latin 1. The five bytes without a letter never come from a spreadsheet. */
const WINDOWS = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/** By a table of our own: Node 20's `windows-1252` decoder gives Latin 1. A byte without a letter: `null`. */
const windowsLetter = (byte: number): string | null => {
  const letter = byte >= 0x80 && byte <= 0x9f ? (WINDOWS[byte - 0x80] ?? ' ') : String.fromCharCode(byte);
  return letter === ' ' && byte !== 0x20 ? null : letter;
};

function fromWindows(bytes: Uint8Array): string | null {
  const letters = Array.from(bytes, windowsLetter);
  return letters.includes(null) ? null : letters.join('');
}

const SEQUENCE = /[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}/g;

/** UTF-8 in which a few bytes are not: those are read as Windows writes them, and spoil nothing else. */
function mendedUtf8(bytes: Uint8Array): string {
  const raw = Buffer.from(bytes).toString('latin1');
  const mended = (text: string) => Array.from(text, (sign) => windowsLetter(sign.charCodeAt(0)) ?? '').join('');
  let out = '';
  let end = 0;
  for (const { 0: sequence, index } of raw.matchAll(SEQUENCE)) {
    out += mended(raw.slice(end, index)) + Buffer.from(sequence, 'latin1').toString('utf8');
    end = index + sequence.length;
  }
  return out + mended(raw.slice(end));
}

/** How much of what is beyond ASCII are letters and signs that French and English use. */
const likely = (text: string): number =>
  (text.match(/[àâäçéèêëîïôöùûüÿœæÀÂÇÉÈÊËÎÏÔÖÙÛÜŒÆ’«»…–€°]/g) ?? []).length -
  (text.match(/[^\0-\x7fàâäçéèêëîïôöùûüÿœæÀÂÇÉÈÊËÎÏÔÖÙÛÜŒÆ’«»…–€°]/g) ?? []).length;

function decode(bytes: Uint8Array): { text: string; encoding: CsvEncoding } | null {
  if (startsWith(bytes, 0xff, 0xfe)) return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16' };
  if (startsWith(bytes, 0xfe, 0xff)) return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'utf-16' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    const raw = Buffer.from(bytes).toString('latin1');
    const whole = raw.match(SEQUENCE)?.length ?? 0;
    const stray = raw.replace(SEQUENCE, '').match(/[\x80-\xff]/g)?.length ?? 0;
    if (whole > stray || startsWith(bytes, 0xef, 0xbb, 0xbf))
      return { text: mendedUtf8(bytes).replace(/^\uFEFF/, ''), encoding: 'utf-8' };
    const windows = fromWindows(bytes);
    const mac = new TextDecoder('macintosh').decode(bytes);
    if (likely(mac) > (windows === null ? 0 : likely(windows))) return { text: mac, encoding: 'macintosh' };
    return windows === null ? null : { text: windows, encoding: 'windows-1252' };
  }
}

/** Word and old programs part lines with signs of their own; other control characters stand for nothing. */
export const withoutControls = (text: string): string =>
  text.replace(/[\v\f\u0085\u2028\u2029]/g, '\n').replace(/[^\P{Cc}\t\n\r]/gu, '');

/**
 * The words of a table and how they were written: UTF-8 (with or without Excel's mark; single bytes that are not are read by
 * themselves), UTF-16 with its mark, else what French Windows or an old Mac writes. What none of them explains (a workbook, a
 * picture) is refused, not guessed at.
 * @throws AppError csv_unreadable.
 */
export function readCsvText(bytes: Uint8Array): { text: string; encoding: CsvEncoding } {
  const decoded = decode(bytes);
  const controls = decoded?.text.match(/[^\P{Cc}\t\n\r\v\f\u0085]/gu)?.length ?? 0;
  // Here and there one slipped into a note; a file of another kind is full of them.
  if (!decoded || controls * 50 > decoded.text.length || startsWith(bytes, 0x50, 0x4b, 3, 4))
    throw new AppError('csv_unreadable');
  return { ...decoded, text: withoutControls(decoded.text) };
}

/** A cell that a spreadsheet would compute, and one that was already marked as plain. */
const COMPUTED = /^'*(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/u;
/** Marked with an apostrophe, a cell is words to every spreadsheet: nobody's name becomes a formula on our computer. */
export const asWords = (cell: string): string => (COMPUTED.test(cell) ? `'${cell}` : cell);
/** The cell before it was marked. */
export const fromWords = (cell: string): string => (cell.startsWith("'") && COMPUTED.test(cell) ? cell.slice(1) : cell);
