'use client';

import { createContext, type ReactNode, useContext } from 'react';
import { monogramParts, wordmarkParts } from '@/lib/house/wordmark';
import { Link } from '@/lib/i18n/routing';
import { paths } from '@/lib/paths';

const HouseName = createContext('');

/**
 * Tells every part of the page what the house is called. It stands in the root of every page, in one file with the wordmark: so the
 * link and all it needs are sent once, and not again with each page that says no.
 */
export const HouseNameProvider = ({ name, children }: { name: string; children: ReactNode }) => (
  <HouseName.Provider value={name}>{children}</HouseName.Provider>
);

/** What the house is called; empty where nobody could say. */
export const useHouseName = (): string => useContext(HouseName);

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
