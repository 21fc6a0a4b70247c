import type { Locale } from '../../actor';
import { isLocale } from '../../i18n/config';
import { proposedFeasts } from '../feasts';
import type { KnownFeast } from '../schemas';
import { type Feast, isFeast } from '../words';
import be from './be.json';
import ca from './ca.json';
import ch from './ch.json';
import ci from './ci.json';
import fr from './fr.json';
import ma from './ma.json';
import sn from './sn.json';

/** What a country proposes to a house that begins there; its owner may change all of it. */
interface CountryPreset {
  /** ISO 3166-1. */
  country: string;
  /** ISO 4217. */
  currency: string;
  /** The usual rate; a house that charges none writes 0. In Canada the federal one, to which a province may add its own. */
  vatPercent: number;
  locale: Locale;
  /** In whose weeks its houses are at the counter more than at the table. */
  feasts: readonly Feast[];
}

/** One file a country; a file more is a country more. */
export const COUNTRY_PRESETS: readonly CountryPreset[] = [fr, sn, ci, ma, be, ch, ca].map(
  ({ country, currency, vatPercent, locale, feasts }) => {
    if (!isLocale(locale)) throw new Error(`${country}: the pages do not speak ${locale}`);
    const unknown = feasts.find((feast) => !isFeast(feast));
    if (unknown) throw new Error(`${country}: nobody knows when ${unknown} is`);
    return { country, currency, vatPercent, locale, feasts: feasts.filter(isFeast) };
  },
);

/** What a country (ISO 3166-1) proposes; none for one the house has no file of. */
export const countryFeasts = (country: string): KnownFeast[] =>
  proposedFeasts(COUNTRY_PRESETS.find((preset) => preset.country === country)?.feasts ?? []);
