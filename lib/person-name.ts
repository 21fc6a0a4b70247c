import { z } from 'zod';

/** Joiners mean something inside words of these scripts, and nothing anywhere else. */
const JOINED =
  '\\p{Script=Arabic}\\p{Script=Devanagari}\\p{Script=Bengali}\\p{Script=Tamil}\\p{Script=Sinhala}\\p{Script=Malayalam}';
/** Letters and signs of no shape at all: fillers of Hangul, Khmer and Braille, and the joiner of graphemes. */
const BLANK = '\\u034f\\u115f\\u1160\\u17b4\\u17b5\\u2800\\u3164\\uffa0';
const UNSEEN = new RegExp(
  `(?<![${JOINED}])[\\u200c\\u200d]|(?![\\u200c\\u200d])[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}${BLANK}]`,
  'gu',
);

/** A name without what nobody sees: control and direction signs, joiners between letters that do not join; single spaces. */
export const cleanPersonName = (name: string): string =>
  name
    .replace(/[^\S\ufeff]/g, ' ')
    .replace(UNSEEN, '')
    .normalize('NFC')
    .replace(/ +/g, ' ')
    .trim();

/**
 * The name of a person: something that can be read, and no address of a page (a name stands in the house's mails).
 * @param max in UTF-16 units
 */
export const personName = (max: number) =>
  z
    .string()
    .overwrite(cleanPersonName)
    // One sentence for an empty name, not two.
    .min(1, { error: 'fields.name', abort: true })
    .max(max)
    .refine((name) => /[\p{L}\p{N}]/u.test(name) && !/:\/\/|\bwww\./i.test(name), { error: 'fields.name' });
