import type { Locale } from '../actor';
import { inLanguage } from '../i18n/bilingual';
import { formatMoney } from '../i18n/format';
import type { Vocabulary } from '../house/schemas';
import type { ModelDto } from './schemas';

type Terms = readonly { code: string; label: { fr: string; en: string } }[];

/** A code's word in the reader's language; the code itself for a word that left the vocabulary. */
export const labelOf = (terms: Terms, code: string, locale: Locale): string =>
  inLanguage(terms.find((term) => term.code === code)?.label, locale) ?? code;

/** First letter small: a cloth in the middle of a sentence. Words in capitals (« PVC ») stay. */
const lowerFirst = (text: string, locale: Locale): string =>
  /^\p{Lu}\p{Lu}/u.test(text) ? text : text.slice(0, 1).toLocaleLowerCase(locale) + text.slice(1);

/** « Robe du soir, satin de soie 22 mommes » */
export function modelLine(
  model: Pick<ModelDto, 'category' | 'fabrics'>,
  vocabulary: Pick<Vocabulary, 'categories'>,
  locale: Locale,
): string {
  const category = labelOf(vocabulary.categories, model.category, locale);
  const cloth = inLanguage(model.fabrics[0]?.label, locale) || model.fabrics[0]?.label.fr;
  return cloth ? `${category}, ${lowerFirst(cloth, locale)}` : category;
}

/** « 1 850 € »: prices of the catalogue are starting points, so cents are left out where there are none. */
export const priceWords = (model: Pick<ModelDto, 'priceFrom'>, locale: Locale): string =>
  formatMoney(locale, model.priceFrom, { round: true });
