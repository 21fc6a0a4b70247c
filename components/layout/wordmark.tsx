'use client';

import { monogramParts, wordmarkParts } from '@/lib/house/wordmark';
import { Link } from '@/lib/i18n/routing';
import { paths } from '@/lib/paths';
import { useHouseName } from './house-name';

interface Props {
  href?: string;
  large?: boolean;
  /** For the narrow rail. */
  short?: boolean;
  /** Said instead of the name alone. */
  label?: string;
}

/** The name of the house, roman then italic. */
export function Wordmark({ href = paths.home, large, short, label }: Props) {
  const name = useHouseName();
  if (name === '') return null;
  const [roman, italic] = short ? monogramParts(name) : wordmarkParts(name);
  return (
    <Link href={href} className="wordmark" data-large={large || undefined} aria-label={label ?? name}>
      {roman}
      <em>{italic}</em>
    </Link>
  );
}
