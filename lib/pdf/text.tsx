import { Text as PdfText, type TextProps } from '@react-pdf/renderer';
import { Children, type PropsWithChildren, type ReactNode } from 'react';
import { runsOf } from './letters';

const spelled = (text: string): ReactNode => {
  const runs = runsOf(text);
  if (runs.length === 1 && !runs[0]?.family) return runs[0]?.text;
  return runs.map(({ text: piece, family }, index) =>
    family ? (
      <PdfText key={index} style={{ fontFamily: family }}>
        {piece}
      </PdfText>
    ) : (
      piece
    ),
  );
};

/**
 * All text of a paper passes here: what the house's letters lack is borrowed, and words break between words only. react-pdf
 * takes the border of two fonts for a place to cut a word, and its hyphen is a box where the font has none: without this
 * « Łukasiewicz » becomes « Ł▯ / ukasiewicz ».
 */
export function Text({ children, ...props }: PropsWithChildren<TextProps>) {
  const words = Children.map(children, (child: ReactNode) => (typeof child === 'string' ? spelled(child) : child));
  return (
    <PdfText hyphenationPenalty={10_000} {...props}>
      {words}
    </PdfText>
  );
}
