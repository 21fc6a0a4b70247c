import localFont from 'next/font/local';

/*
 * One call per file, so that each is loaded for itself: what the first words stand in is preloaded (`.fonts` is cut by
 * scripts/run/make-fonts.ts: 108 kB in all), the extended Latin waits until a letter asks for it. The extended files are
 * placed first in the stacks and without fallback metrics; otherwise the first family's own fallback would answer before
 * them.
 */

const newsreader = localFont({
  src: '../.fonts/newsreader-normal.woff2',
  weight: '200 400',
  variable: '--newsreader',
  adjustFontFallback: 'Times New Roman',
});

const newsreaderItalic = localFont({
  src: '../.fonts/newsreader-italic.woff2',
  weight: '200 400',
  style: 'italic',
  variable: '--newsreader-italic',
  adjustFontFallback: 'Times New Roman',
});

const instrument = localFont({
  src: '../node_modules/@fontsource-variable/instrument-sans/files/instrument-sans-latin-wght-normal.woff2',
  weight: '400 700',
  variable: '--instrument',
  adjustFontFallback: 'Arial',
});

const newsreaderExtended = localFont({
  src: '../node_modules/@fontsource-variable/newsreader/files/newsreader-latin-ext-opsz-normal.woff2',
  weight: '200 800',
  variable: '--newsreader-ext',
  preload: false,
  adjustFontFallback: false,
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF',
    },
  ],
});

const newsreaderItalicExtended = localFont({
  src: '../node_modules/@fontsource-variable/newsreader/files/newsreader-latin-ext-opsz-italic.woff2',
  weight: '200 800',
  style: 'italic',
  variable: '--newsreader-italic-ext',
  preload: false,
  adjustFontFallback: false,
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF',
    },
  ],
});

const instrumentExtended = localFont({
  src: '../node_modules/@fontsource-variable/instrument-sans/files/instrument-sans-latin-ext-wght-normal.woff2',
  weight: '400 700',
  variable: '--instrument-ext',
  preload: false,
  adjustFontFallback: false,
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF',
    },
  ],
});

/** The class that defines every family's variable, for the root element. */
export const fontVariables = [
  newsreader,
  newsreaderItalic,
  instrument,
  newsreaderExtended,
  newsreaderItalicExtended,
  instrumentExtended,
]
  .map((font) => font.variable)
  .join(' ');
