import type { Locale } from '../../actor';
import type { Bilingual } from '../../i18n/bilingual';
import { isLocale } from '../../i18n/config';
import type { Accounts } from '../../ledger/shape';
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
  tax: CountryTax;
  law: CountryLaw;
}

/** A number a business of the country is known by. */
interface CountryNumber {
  /** What its people call it. */
  name: string;
  /** What it looks like, where that is known. */
  pattern?: string;
  /** The check its digits must pass. */
  check?: 'siren';
  /** No invoice without it. */
  required?: boolean;
}

/** What the law of a country puts on the legal pages; what a file does not say, the pages say in general words. */
export interface CountryLaw {
  /** Who watches over personal data there. */
  authority: { name: Bilingual; site: string };
  /** Years that papers of account are kept. */
  paperYears: number;
  /** Whether a house must belong to a consumer mediator. */
  mediator?: boolean;
  /** Of withdrawing from what is made to measure. */
  withdrawal?: Bilingual;
  /** How long a piece is answered for. */
  guarantee?: Bilingual;
  /** The law of sums that are forfeited (« arrhes »). */
  forfeit?: Bilingual;
  sources: readonly string[];
}

/** What the law of a country puts on an invoice; each file names its sources. */
export interface CountryTax {
  registration: CountryNumber;
  vatNumber?: CountryNumber;
  /** What an invoice without VAT must say. */
  exempt?: Bilingual;
  /** What an invoice to a company must say of paying late. */
  lateTerms?: Bilingual;
  /** The most days a company may be given. */
  mostDays?: number;
  /** What an accountant takes: the file of accounting entries of its law, and the accounts they are posted to. */
  books?: { format: string; accounts: Accounts };
  sources?: readonly string[];
}

/** A file as it is written: its words are looked at before they are believed. */
type CountryFile = Omit<CountryPreset, 'locale' | 'feasts'> & { locale: string; feasts: readonly string[] };

/** One file a country; a file more is a country more. */
export const COUNTRY_PRESETS: readonly CountryPreset[] = [fr, sn, ci, ma, be, ch, ca].map(
  ({ country, currency, vatPercent, locale, feasts, tax, law }: CountryFile) => {
    if (!isLocale(locale)) throw new Error(`${country}: the pages do not speak ${locale}`);
    const unknown = feasts.find((feast) => !isFeast(feast));
    if (unknown) throw new Error(`${country}: nobody knows when ${unknown} is`);
    return { country, currency, vatPercent, locale, feasts: feasts.filter(isFeast), tax, law };
  },
);

/** What the law of a country (ISO 3166-1) puts on an invoice; nothing for one the house has no file of. */
export const countryTax = (country: string): CountryTax | undefined =>
  COUNTRY_PRESETS.find((preset) => preset.country === country)?.tax;

/** What the law of a country (ISO 3166-1) puts on the legal pages; nothing for one the house has no file of. */
export const countryLaw = (country: string): CountryLaw | undefined =>
  COUNTRY_PRESETS.find((preset) => preset.country === country)?.law;

/** What a country (ISO 3166-1) proposes; none for one the house has no file of. */
export const countryFeasts = (country: string): KnownFeast[] =>
  proposedFeasts(COUNTRY_PRESETS.find((preset) => preset.country === country)?.feasts ?? []);
