import { languageOf } from './i18n/config';
import { numberFormatter } from './i18n/formatters';
import type { Locale } from './actor';

/** What a field asks for: how fine its numbers are, which units may be typed beside them, between what they must lie. */
export interface NumberKind {
  /** Most decimals a value has. */
  decimals: number;
  /** Decimals that are always written: « 480,00 ». */
  least?: number;
  /** Units that may be typed, before or after; `factor` turns one into the field's own unit. */
  units?: readonly { names: readonly string[]; factor: number }[];
  /** Whether a sign may stand before it. */
  signed?: boolean;
  /** Least value allowed; without one, zero (or none for a signed kind). */
  min?: number;
  max?: number;
  /** A length in centimetres: what is far too long is said in metres. */
  length?: true;
}

/** What was understood of a text. Nothing unreadable is ever taken for empty, nothing ambiguous for either of its readings. */
export type Reading =
  | { state: 'empty' }
  | { state: 'read'; value: number }
  /** Two ways to read it, the likelier first. */
  | { state: 'ask'; values: readonly [number, number] }
  /** Finer than its kind: what lies just below and just above. */
  | { state: 'tooFine'; values: readonly [number, number] }
  /** Outside what is allowed; `tenth` where a decimal mark was most likely left out. */
  | { state: 'outside'; value: number; tenth?: number }
  /** `found`: what stands in the way; `instead`: what was most likely meant, to be written so. */
  | { state: 'unreadable'; found?: string; instead?: number };

/** First digits of the ways to write digits that phones offer: Arabic, Persian, N’Ko, Devanagari, Bengali, Thai, wide. */
const ZEROS = [0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xe50, 0xff10];
const digit = (letter: string): string => {
  const code = letter.codePointAt(0) ?? 0;
  const zero = ZEROS.find((one) => code >= one && code <= one + 9);
  return zero === undefined ? letter : String(code - zero);
};

/** A text with its digits as ASCII writes them. */
export const plainDigits = (text: string): string => text.replace(/\p{Nd}/gu, digit);

/** One way to write what has many: digits, spaces, apostrophes, minus signs; marks of direction go. */
const plainOf = (text: string): string =>
  plainDigits(text)
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\u061c\ufeff]/g, '')
    .replace(/[\uff0c\uff0e]/g, (mark) => (mark === '\uff0c' ? ',' : '.'))
    .replace(/[\s\u2000-\u200a\u202f\u00a0]+/g, ' ')
    .replace(/[\u2019\u2018\u02bc\u00b4`]/g, "'")
    .replace(/[\u2212\u2010-\u2014]/g, '-')
    // « 1200.– », « 1 200,-- »: no cents, as the Swiss and the Germans write it.
    .replace(/(?<=\d)[.,] ?--?(?=[^\d-]*$)/, '')
    .trim();

/** `1.200,50` apart: sign, number, and the words before and after it. */
const PARTS =
  /^([^\d.,+\-\u066b]*)([+-] ?)?([^\d.,+\-\u066b]*)([.,\u066b]?\d(?:[\d.,' \u066b\u066c]*[\d.,\u066b])?)(.*)$/u;

const DECIMAL = '\u066b';
/** Whole numbers in groups of three, one mark throughout. */
const isGrouped = (whole: string, mark: string): boolean => {
  const [first = '', ...rest] = whole.split(mark);
  return /^\d{1,3}$/.test(first) && rest.length > 0 && rest.every((group) => /^\d{3}$/.test(group));
};
/** The digits of a whole part; undefined where marks stand where no group ends. */
function wholeOf(whole: string): string | undefined {
  if (/^\d*$/.test(whole)) return whole;
  const mark = [' ', "'", '.', ',', '\u066c'].find((one) => whole.includes(one) && isGrouped(whole, one));
  return mark === undefined ? undefined : whole.replaceAll(mark, '');
}
const decimal = (whole: string, fraction: string): string => `${whole || '0'}.${fraction || '0'}`;

/** The ways to read digits and marks, as plain decimals, the likelier first; none where no way leads. */
function readingsOf(core: string, locale: Locale, decimals: number): string[] {
  const at = Math.max(core.lastIndexOf('.'), core.lastIndexOf(','), core.lastIndexOf(DECIMAL));
  const asWhole = wholeOf(core);
  if (at < 0) return asWhole === undefined ? [] : [decimal(asWhole, '')];
  const mark = core.charAt(at);
  const [whole, fraction] = [core.slice(0, at), core.slice(at + 1)];
  const before = wholeOf(whole);
  const fits = before !== undefined && /^\d*$/.test(fraction) && !whole.includes(mark) && /\d/.test(core);
  const asDecimal = fits ? decimal(before, fraction) : undefined;
  if (asDecimal === undefined) return asWhole === undefined ? [] : [decimal(asWhole, '')];
  // `0,200` is no thousand, and what has been grouped already ends here.
  if (asWhole === undefined || mark === DECIMAL || whole.startsWith('0')) return [asDecimal];
  const thousand = decimal(asWhole, '');
  if (decimals === 0 || mark === languageOf(locale).group) return [thousand];
  // Where three decimals are usual, the language’s own mark is one.
  if (decimals >= 3 && mark === languageOf(locale).decimal) return [asDecimal];
  return [thousand, asDecimal];
}

/** Rounded in decimal, not in binary: 1.005 to two decimals lies on 1.005 exactly. */
const rounded = (value: number, decimals: number, way: 'floor' | 'ceil' | 'round'): number => {
  if (Math.abs(value) >= 1e15) return value;
  const [digits, exponent = '0'] = String(value).split('e');
  const shifted = Number(`${digits}e${Number(exponent) + decimals}`);
  return Number(`${Math[way](Math.abs(shifted) < 1e15 ? Number(shifted.toPrecision(15)) : shifted)}e-${decimals}`);
};

/** So many times what is usual: a zero too much was most likely typed. */
const FAR = 7;

/** Whether a value is some ten times, or more, what is usual at its place; never where nothing is known to be usual. */
export const isFarBeyond = (value: number, usual: number | undefined): boolean =>
  usual !== undefined && usual > 0 && Math.abs(value) >= FAR * usual;

/** Letters that look like digits. */
const LOOKALIKES: Readonly<Record<string, string>> = { o: '0', O: '0', l: '1', I: '1', '|': '1' };

const unitKey = (name: string): string => plainOf(name).toLocaleLowerCase('fr').replace(/\s/g, '');

/** « 1m72 »: how people say how tall somebody is. */
const TALL = /^(\d) ?m ?(\d{2})(?: ?cm)?$/i;

/** The factor of the words around a number; undefined when they name no unit of this field. */
function factorOf(words: readonly string[], { units = [] }: NumberKind): number | undefined {
  const said = words.map(unitKey).filter(Boolean);
  if (said.length === 0) return 1;
  const [name, ...more] = said;
  if (more.length > 0) return undefined;
  return units.find(({ names }) => names.some((one) => unitKey(one) === name))?.factor;
}

/** What a value is for a kind: read, too fine, or outside. */
function judged(value: number, kind: NumberKind): Reading {
  const near = rounded(value, kind.decimals, 'round');
  if (Math.abs(near - value) > 1e-9)
    return {
      state: 'tooFine',
      values: [rounded(value, kind.decimals, 'floor'), rounded(value, kind.decimals, 'ceil')],
    };
  const min = kind.min ?? (kind.signed ? -Infinity : 0);
  const { max = Infinity } = kind;
  if (near >= min && near <= max) return { state: 'read', value: near };
  const tenth = rounded(near / 10, kind.decimals, 'round');
  const lost = near > max && Number.isInteger(near) && tenth <= max && kind.decimals > 0;
  return { state: 'outside', value: near, ...(lost ? { tenth } : {}) };
}

/** The number that was most likely meant where letters stand among its digits. */
function insteadOf(plain: string, locale: Locale, kind: NumberKind): { found: string; instead: number } | undefined {
  const found = /\d[.,' ]*([oOlI|])|([oOlI|])[.,' ]*\d/.exec(plain);
  if (!found) return undefined;
  const digits = plain.replace(/[oOlI|](?=[\d.,' oOlI|]|$)/g, (one) => LOOKALIKES[one] ?? one);
  if (digits === plain) return undefined;
  const mended = readNumber(digits, locale, kind);
  return mended.state === 'read' ? { found: found[1] ?? found[2] ?? '', instead: mended.value } : undefined;
}

/**
 * Reads a number as people of a language write it: comma or point, groups of three by spaces, apostrophes or the other
 * mark, any digits, any minus sign, with or without its unit. The other language’s notation is read where it cannot be
 * mistaken (`1,200.50`, `70.5`); `1,200` in French, `1.200` in either, are asked.
 */
export function readNumber(text: string, locale: Locale, kind: NumberKind): Reading {
  const plain = plainOf(text);
  if (plain === '') return { state: 'empty' };
  const tall = kind.length && TALL.exec(plain);
  if (tall) return judged(Number(tall[1]) * 100 + Number(tall[2]), kind);
  const parts = PARTS.exec(plain);
  const [, before = '', sign = '', between = '', core = '', after = ''] = parts ?? [];
  const factor = parts ? factorOf([before, between, after], kind) : undefined;
  if (factor === undefined) {
    const mend = insteadOf(plain, locale, kind);
    if (mend) return { state: 'unreadable', ...mend };
    const found = (parts ? [before, between, after].find((one) => one.trim() !== '') : plain)?.trim();
    return { state: 'unreadable', ...(found ? { found } : {}) };
  }
  const minus = sign.startsWith('-') ? -1 : 1;
  const values = readingsOf(core, locale, kind.decimals).map((one) => minus * Number(one) * factor);
  const [likely, other] = values.map((value) => Number(value.toPrecision(15)));
  if (likely === undefined || (sign.startsWith('-') && !kind.signed && kind.min === undefined))
    return { state: 'unreadable' };
  if (other === undefined || other === likely) return judged(likely, kind);
  // Where only one of the two can be, it is that one.
  const [first, second] = [judged(likely, kind), judged(other, kind)];
  if (first.state !== 'read') return second;
  return second.state === 'read' ? { state: 'ask', values: [first.value, second.value] } : first;
}

/** A number as its language writes it, to be read again: groups, and as many decimals as it has or as it must have. */
export const printNumber = (value: number, locale: Locale, decimals: number, least = 0): string =>
  numberFormatter(locale, { minimumFractionDigits: least, maximumFractionDigits: decimals })
    .format(value)
    .replace(/^-/, '\u2212')
    .replaceAll('\u202f', '\u00a0');
