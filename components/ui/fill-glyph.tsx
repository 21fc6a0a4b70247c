/** Quarters filled: 0 empty ring, 1–3 a wedge from twelve o'clock, 4 a full disc. */
export type Fill = 0 | 1 | 2 | 3 | 4;

const WEDGES: Record<1 | 2 | 3, string> = {
  1: 'M8 8V3.8A4.2 4.2 0 0 1 12.2 8Z',
  2: 'M8 8V3.8A4.2 4.2 0 0 1 8 12.2Z',
  3: 'M8 8V3.8A4.2 4.2 0 1 1 3.8 8Z',
};

/** A disc that fills: progress told by shape, beside its word, in the colour of the text. */
export function FillGlyph({
  fill,
  size = 12,
  className = '',
}: {
  fill: Fill;
  size?: 11 | 12 | 16;
  className?: string;
}) {
  return (
    <svg viewBox="0 0 16 16" width={size} height={size} className={`glyph ${className}`.trim()} aria-hidden="true">
      <circle cx="8" cy="8" r="7" fill="none" stroke="currentColor" strokeWidth="1.6" />
      {fill === 4 && <circle cx="8" cy="8" r="4.2" fill="currentColor" />}
      {fill !== 0 && fill !== 4 && <path d={WEDGES[fill]} fill="currentColor" />}
    </svg>
  );
}
