import { Text as PdfText } from '@react-pdf/renderer';
import type { ComponentProps } from 'react';

/**
 * Text that breaks between words only. react-pdf takes the border of two fonts for a place to cut a word, and its hyphen is a
 * box where the font has none: without this « Łukasiewicz » becomes « Ł▯ / ukasiewicz ».
 */
export const Text = (props: ComponentProps<typeof PdfText>) => <PdfText hyphenationPenalty={10_000} {...props} />;
