import 'server-only';
import { cache } from 'react';
import type { Locale } from '../actor';
import { appDatabase } from '../db/client';
import { inLanguage } from '../i18n/bilingual';
import { getHouse } from '../house/get-house';

/** What the foot of a page prints of the house; read once per request. */
export const houseCard = cache(async (locale: Locale) => {
  const house = await getHouse(appDatabase());
  return {
    name: house.name,
    address: house.address,
    phone: house.phone,
    openingHours: house.openingHours,
    tagline: inLanguage(house.texts.tagline, locale),
  };
});
