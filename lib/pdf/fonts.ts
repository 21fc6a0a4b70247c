import { join } from 'node:path';
import { Font } from '@react-pdf/renderer';
import { piecesOf } from './pieces';

const FILES = join(process.cwd(), 'node_modules/@fontsource');
const file = (family: string, subset: string, weight: number, style = 'normal') =>
  join(FILES, family, 'files', `${family}-${subset}-${weight}-${style}.woff`);

/** Latin first, then its extension, then the Vietnamese of Newsreader; other scripts are borrowed (letters.ts). */
export const SANS = ['Sans', 'Sans ext', 'Serif vi'];
export const SERIF = ['Serif', 'Serif ext', 'Serif vi'];

let ready: Promise<void> | undefined;

/**
 * Makes the house's two families known to the PDFs. The static files and not the variable ones of the screen: fontkit cannot
 * cut a subset out of those.
 */
export const loadFonts = (): Promise<void> => (ready ??= load());

async function load(): Promise<void> {
  const sans = (subset: string) =>
    [400, 600].map((fontWeight) => ({ src: file('instrument-sans', subset, fontWeight), fontWeight }));
  const serif = (subset: string) =>
    (['normal', 'italic'] as const).map((fontStyle) => ({
      src: file('newsreader', subset, 300, fontStyle),
      fontWeight: 300,
      fontStyle,
    }));
  Font.register({ family: 'Sans', fonts: sans('latin') });
  Font.register({ family: 'Sans ext', fonts: sans('latin-ext') });
  Font.register({ family: 'Serif', fonts: serif('latin') });
  Font.register({ family: 'Serif ext', fonts: serif('latin-ext') });
  Font.register({
    family: 'Serif vi',
    fonts: [...serif('vietnamese'), ...serif('vietnamese').map((one) => ({ ...one, fontWeight: 400 }))],
  });
  Font.registerHyphenationCallback(piecesOf);
  for (const { sources } of Object.values(Font.getRegisteredFonts()))
    for (const source of sources) {
      await source.load();
      const { data } = source;
      // fontkit remembers a letter that it first met inside an accented one without its code: « Émile Empis » would be
      // copied out of the PDF as « Émile mpis ». So every letter is met on its own first.
      if (data && 'characterSet' in data) for (const code of data.characterSet) data.glyphForCodePoint(code);
    }
}
