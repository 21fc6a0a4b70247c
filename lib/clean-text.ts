import { z } from 'zod';

/**
 * A text as it is kept: letters with their accents in one sign (NFC, so that one name has one spelling and every font knows it),
 * line ends as `\n`, the signs by which Word and old programs part lines as well, and no other control character. Signs that turn the
 * direction of what follows go too (text of any script finds its direction by itself, and one left open turns the whole page round),
 * and halves of a pair, which no database keeps.
 */
export const cleanText = (text: string): string =>
  text
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(/[^\P{Cc}\t\n]|[\u202a-\u202e\u2066-\u2069\ufeff]|\p{Cs}/gu, '')
    // Last: a sign that went may have stood between a letter and its accent.
    .normalize('NFC')
    .trim();

/** What every text a person writes begins with in a schema: cleaned before it is measured. */
export const words = () => z.string().overwrite(cleanText);
