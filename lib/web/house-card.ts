import 'server-only';
import { cache } from 'react';
import type { Locale } from '../actor';
import { appDatabase } from '../db/client';
import { inLanguage } from '../i18n/bilingual';
import type { LegalFacts } from '../house/legal-pages';
import { getHouse } from '../house/get-house';

/** The house of a page; read once per request. */
const pageHouse = cache(() => getHouse(appDatabase()));

/** What the house was called when it was last read: a page that says what broke says whose it is. */
let lastName = '';

/** What the house is called; with its database away, what it was called before. */
export const houseName = async (): Promise<string> => {
  try {
    lastName = (await pageHouse()).name;
  } catch {
    // The page itself meets the same, and says so.
  }
  return lastName;
};

/** What the legal pages are made of. */
export const legalFacts = (): Promise<LegalFacts> => pageHouse();

/** What the foot of a page prints of the house. */
export const houseCard = async (locale: Locale) => {
  const house = await pageHouse();
  return {
    name: house.name,
    address: house.address,
    phone: house.phone,
    openingHours: house.openingHours,
    tagline: inLanguage(house.texts.tagline, locale),
  };
};
