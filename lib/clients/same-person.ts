import type { CountryCode } from 'libphonenumber-js/min';
import { foldText } from '../text';
import { phoneKey } from './house-country';

interface Named {
  name: string;
  email?: string;
  phone?: string;
}

/** What two people have in common when they may be one. */
export const SHARED = ['email', 'phone', 'name'] as const;
export type Shared = (typeof SHARED)[number];

/** « Sow Fatou » and « Fatou SOW » are one name. */
const nameKey = (name: string): string => `name ${foldText(name).split(' ').sort().join(' ')}`;

function contactsOf({ email, phone }: Named, country: CountryCode): [Shared, string][] {
  const number = phone && phoneKey(phone, country);
  return [
    ...(email ? [['email', `email ${email.toLowerCase()}`] as [Shared, string]] : []),
    ...(number ? [['phone', `phone ${number}`] as [Shared, string]] : []),
  ];
}

/** What two people have in common: each contact, however it is spelled, and the name. */
export function sharedBy(one: Named, other: Named, country: CountryCode): Shared[] {
  const keysOf = (who: Named): [Shared, string][] => [...contactsOf(who, country), ['name', nameKey(who.name)]];
  const theirs = new Set(keysOf(other).map(([, key]) => key));
  return keysOf(one).flatMap(([shares, key]) => (theirs.has(key) ? [shares] : []));
}

/**
 * Knows people again. Two are one only when the name and a contact agree, or the name where one of them has no contact at all;
 * whoever shares a telephone or an address under another name, or a name with other contacts, is a question.
 */
export class KnownPeople<T extends Named> {
  private readonly found = new Map<string, T[]>();

  constructor(private readonly country: CountryCode) {}

  add(one: T): void {
    for (const key of [nameKey(one.name), ...contactsOf(one, this.country).map(([, key]) => key)])
      this.found.set(key, [...(this.found.get(key) ?? []), one]);
  }

  /** Who this person is, or who they may be and why. */
  find(one: Named): { same?: T; question?: { who: T; shares: Shared } } {
    const contacts = contactsOf(one, this.country);
    const named = this.found.get(nameKey(one.name)) ?? [];
    const withContact = contacts.flatMap(([shares, key]) =>
      (this.found.get(key) ?? []).map((who) => ({ who, shares })),
    );
    const sure = withContact.find(({ who }) => named.includes(who))?.who;
    const bare = named.filter((who) => contacts.length === 0 || contactsOf(who, this.country).length === 0);
    const same = sure ?? (bare.length === 1 ? bare[0] : undefined);
    if (same) return { same };
    const [question = named[0] && { who: named[0], shares: 'name' as const }] = withContact;
    return question ? { question } : {};
  }
}
