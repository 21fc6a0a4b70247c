declare module 'subset-font' {
  interface Axis {
    min: number;
    max: number;
    default?: number;
  }
  /** Cuts a font down to the letters of `text`; an axis that is a number is fixed there, a range is narrowed. */
  export default function subsetFont(
    font: Buffer,
    text: string,
    options: { targetFormat: 'sfnt' | 'woff' | 'woff2'; variationAxes?: Record<string, number | Axis> },
  ): Promise<Buffer>;
}
