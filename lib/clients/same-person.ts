import type { CountryCode } from 'libphonenumber-js/min';
import { emailKey, foldText } from '../text';
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
    ...(email ? [['email', `email ${emailKey(email)}`] as [Shared, string]] : []),
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
  readonly #byName = new Map<string, T[]>();
  /** Of these names, the people without any contact. */
  readonly #bare = new Map<string, T[]>();
  /** The first who has a contact, and the first who has it under a name: nobody is looked at one by one, however many share it. */
  readonly #byContact = new Map<string, T>();
  readonly #byBoth = new Map<string, T>();

  constructor(private readonly country: CountryCode) {}

  add(one: T): void {
    const name = nameKey(one.name);
    const contacts = contactsOf(one, this.country);
    const push = (people: Map<string, T[]>) => {
      const list = people.get(name);
      if (list) list.push(one);
      else people.set(name, [one]);
    };
    push(this.#byName);
    if (contacts.length === 0) push(this.#bare);
    for (const [, key] of contacts) {
      if (!this.#byContact.has(key)) this.#byContact.set(key, one);
      if (!this.#byBoth.has(`${key} ${name}`)) this.#byBoth.set(`${key} ${name}`, one);
    }
  }

  /** Who this person is, or who they may be and why. */
  find(one: Named): { same?: T; question?: { who: T; shares: Shared } } {
    const name = nameKey(one.name);
    const contacts = contactsOf(one, this.country);
    const sure = contacts.map(([, key]) => this.#byBoth.get(`${key} ${name}`)).find((who) => who !== undefined);
    const named = this.#byName.get(name) ?? [];
    const bare = contacts.length === 0 ? named : (this.#bare.get(name) ?? []);
    const same = sure ?? (bare.length === 1 ? bare[0] : undefined);
    if (same) return { same };
    for (const [shares, key] of contacts) {
      const who = this.#byContact.get(key);
      if (who) return { question: { who, shares } };
    }
    return named[0] ? { question: { who: named[0], shares: 'name' } } : {};
  }
}
