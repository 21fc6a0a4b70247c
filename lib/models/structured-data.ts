import type { Locale } from '../actor';
import { modelName } from './rules';
import { inLanguage } from '../i18n/bilingual';
import type { ModelDto } from './schemas';

/** A sum as search engines read it: in units of the currency, with its own decimals (ISO 4217, by way of Intl). */
function inUnits({ amount, currency }: ModelDto['priceFrom']): string {
  const digits =
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  return (amount / 10 ** digits).toFixed(digits);
}

/**
 * What a search engine reads of a model: schema.org `Product` with an `AggregateOffer`, for « from » is a lowest price
 * (https://schema.org/AggregateOffer, `lowPrice`).
 * @param url makes an absolute address of a path of ours
 */
export function structuredData(
  model: ModelDto,
  house: { name: string },
  locale: Locale,
  url: (path: string) => string,
) {
  return {
    '@context': 'https://schema.org',
    '@type': 'Product',
    name: modelName(model, locale),
    description: inLanguage(model.description, locale) || model.description.fr,
    image: model.images.map(({ id }) => url(`/api/files/${id}?w=1280`)),
    category: model.category,
    brand: { '@type': 'Brand', name: house.name },
    material: model.fabrics.map(({ label }) => inLanguage(label, locale) || label.fr),
    color: model.colours.map(({ label }) => inLanguage(label, locale) || label.fr),
    offers: {
      '@type': 'AggregateOffer',
      lowPrice: inUnits(model.priceFrom),
      priceCurrency: model.priceFrom.currency,
      availability: 'https://schema.org/MadeToOrder',
      url: url(`/${locale}/models/${model.slug}`),
    },
  };
}
