import type { LucideIcon } from 'lucide-react';

const STROKE: Record<number, number> = { 12: 1.6, 14: 1.5, 16: 1.4, 20: 1.3, 24: 1.2 };

interface Props {
  of: LucideIcon;
  size?: 12 | 14 | 16 | 20 | 24;
  /** A name for people who do not see it; without one the icon is decoration beside its word. */
  label?: string;
  className?: string;
}

/** A line icon in the house's weight: the smaller, the firmer. */
export function Icon({ of: Glyph, size = 20, label, className }: Props) {
  const name = label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true as const };
  return <Glyph size={size} strokeWidth={STROKE[size]} className={className} {...name} />;
}
