import type { CSSProperties, ReactNode } from 'react';

interface Props {
  /** Hex of the first colour of what is drawn; the plate takes 12 % of it. */
  tint?: string;
  /** A cool grey plate, for a toile that must not be taken for the finished piece. */
  cool?: boolean;
  /** CSS ratio, `2 / 3` for a drawing; leave out when the height comes from a class. */
  ratio?: string;
  className?: string;
  children?: ReactNode;
}

/** The ground a drawing stands on: whole, never cropped, with a breath of air. The image inside carries the alt text. */
export function Plate({ tint, cool, ratio, className = '', children }: Props) {
  const style: CSSProperties & Record<'--tint', string | undefined> = { '--tint': tint, aspectRatio: ratio };
  return (
    <span className={`plate ${className}`.trim()} style={style} data-cool={cool || undefined}>
      {children}
    </span>
  );
}
