import { AppError } from '../errors';

export type CsvEncoding = 'utf-8' | 'utf-16' | 'windows-1252';

const startsWith = (bytes: Uint8Array, ...first: number[]): boolean => first.every((byte, at) => bytes[at] === byte);

/** Text as spreadsheets save it has tabs and line ends, and no other control character. */
const isText = (text: string): boolean => !/[^\P{Cc}\t\n\r]/u.test(text);

/** Windows-1252 from 0x80 to 0x9f; elsewhere it is Latin 1. The five bytes without a letter never come from a spreadsheet. */
const WINDOWS = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/** By a table of our own: Node 20's `windows-1252` decoder gives Latin 1. */
function fromWindows(bytes: Uint8Array): string | null {
  let known = true;
  const letters = Array.from(bytes, (byte) => {
    const letter = byte >= 0x80 && byte <= 0x9f ? WINDOWS[byte - 0x80] : String.fromCharCode(byte);
    if (letter === ' ' && byte !== 0x20) known = false;
    return letter;
  });
  return known ? letters.join('') : null;
}

/**
 * The words of a table and how they were written: UTF-8 (with or without Excel's mark), UTF-16 with its mark, else what
 * French Windows writes. What none of them explains (a workbook, a picture) is refused, not guessed at.
 * @throws AppError csv_unreadable.
 */
export function readCsvText(bytes: Uint8Array): { text: string; encoding: CsvEncoding } {
  const decoded = decode(bytes);
  if (!decoded || !isText(decoded.text)) throw new AppError('csv_unreadable');
  return decoded;
}

function decode(bytes: Uint8Array): { text: string; encoding: CsvEncoding } | null {
  if (startsWith(bytes, 0xff, 0xfe)) return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16' };
  if (startsWith(bytes, 0xfe, 0xff)) return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'utf-16' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    const text = fromWindows(bytes);
    return text === null ? null : { text, encoding: 'windows-1252' };
  }
}

/** A cell that a spreadsheet would compute, and one that was already marked as plain. */
const COMPUTED = /^'*(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/u;
/** Marked with an apostrophe, a cell is words to every spreadsheet: nobody's name becomes a formula on our computer. */
export const asWords = (cell: string): string => (COMPUTED.test(cell) ? `'${cell}` : cell);
/** The cell before it was marked. */
export const fromWords = (cell: string): string => (cell.startsWith("'") && COMPUTED.test(cell) ? cell.slice(1) : cell);
