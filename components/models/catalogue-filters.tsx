import { ChevronDown, Search, X } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { Icon } from '@/components/ui/icon';
import { NativeButton, NativeCheckbox } from '@/components/ui/native';
import type { Locale } from '@/lib/actor';
import type { CouturierDto } from '@/lib/auth/schemas';
import type { Vocabulary } from '@/lib/house/schemas';
import { inLanguage } from '@/lib/i18n/bilingual';
import { firstName, formatMoney } from '@/lib/i18n/format';
import {
  type CatalogueState,
  catalogueQuery,
  type Facet,
  filterCount,
  PRICE_STEPS,
} from '@/lib/models/catalogue-query';
import { MODEL_SORTS } from '@/lib/models/schemas';
import { FilterSubmit } from './filter-submit';

interface Props {
  filters: CatalogueState['filters'];
  vocabulary: Vocabulary;
  couturiers: readonly CouturierDto[];
  currency: string;
  locale: Locale;
}

interface FacetList {
  name: Facet;
  label: string;
  options: readonly { value: string; label: string; hex?: string }[];
}

/** One facet: a native disclosure that prints what is chosen. */
function FacetMenu({ name, label, options, chosen }: FacetList & { chosen: readonly string[] }) {
  const values = options.filter((option) => chosen.includes(option.value)).map((option) => option.label);
  const printed = name === 'couturierId' ? values.map(firstName) : values;
  return (
    <details className="facet" name="facet">
      <summary>
        <span>
          {label} {printed.length > 0 && <span className="strong">{printed.join(', ')}</span>}
        </span>
        <Icon of={ChevronDown} size={14} />
      </summary>
      <div className="facet-list">
        {options.map((option) => (
          <NativeCheckbox
            key={option.value}
            name={name}
            value={option.value}
            defaultChecked={chosen.includes(option.value)}
          >
            <span className="inline-flex items-center gap-2.5">
              {option.hex && <span className="dye" style={{ background: option.hex }} />}
              {option.label}
            </span>
          </NativeCheckbox>
        ))}
      </div>
    </details>
  );
}

/**
 * The filters as a plain GET form: they work without JavaScript, and the address keeps them. On a phone the same form is a
 * native popover. With JavaScript a change is sent at once.
 */
export async function CatalogueFilters({ filters, vocabulary, couturiers, currency, locale }: Props) {
  const t = await getTranslations({ locale, namespace: 'catalogue' });
  const terms = (list: Vocabulary['colours']) =>
    list.map(({ code, label, hex }) => ({ value: code, label: inLanguage(label, locale), hex }));
  const facets: FacetList[] = [
    { name: 'category', label: t('filters.category'), options: terms(vocabulary.categories) },
    { name: 'fabric', label: t('filters.fabric'), options: terms(vocabulary.fabrics) },
    { name: 'colour', label: t('filters.colour'), options: terms(vocabulary.colours) },
    {
      name: 'couturierId',
      label: t('filters.couturier'),
      options: couturiers.map(({ id, name }) => ({ value: id, label: name })),
    },
  ];
  const price = (amount: number) => formatMoney(locale, { amount, currency }, { round: true });
  const count = filterCount(filters);
  const [coded, people] = [facets.slice(0, 3), facets.slice(3)];
  return (
    <>
      <div className="filter-open lg:hidden">
        <button type="button" popoverTarget="filters" className="button" data-variant="primary" data-size="large">
          {t('filters.open', { count })}
        </button>
      </div>
      <form
        id="filters"
        popover="auto"
        action={`/${locale}/models`}
        method="get"
        role="search"
        aria-label={t('filters.label')}
        className="filters"
      >
        <div className="flex min-h-15 items-center justify-between lg:hidden">
          <h2 className="h2">{t('filters.label')}</h2>
          <button
            type="button"
            popoverTarget="filters"
            popoverTargetAction="hide"
            className="icon-button -mr-3"
            aria-label={t('filters.close')}
          >
            <Icon of={X} />
          </button>
        </div>
        <div className="filter-row">
          {coded.map((facet) => (
            <FacetMenu key={facet.name} {...facet} chosen={filters[facet.name] ?? []} />
          ))}
          <details className="facet" name="facet">
            <summary>
              <span>
                {t('filters.price')}{' '}
                {filters.maxPrice !== undefined && (
                  <span className="strong figures">{t('filters.upTo', { price: price(filters.maxPrice) })}</span>
                )}
              </span>
              <Icon of={ChevronDown} size={14} />
            </summary>
            <div className="facet-list">
              {[undefined, ...PRICE_STEPS].map((step) => (
                <label key={step ?? 0} className="choice">
                  <input type="radio" name="maxPrice" value={step ?? ''} defaultChecked={filters.maxPrice === step} />
                  <span className="choice-mark" data-round="" aria-hidden="true" />
                  <span className="figures">
                    {step === undefined ? t('filters.anyPrice') : t('filters.upTo', { price: price(step) })}
                  </span>
                </label>
              ))}
            </div>
          </details>
          {people.map((facet) => (
            <FacetMenu key={facet.name} {...facet} chosen={filters[facet.name] ?? []} />
          ))}
          <label className="filter-search" id="search">
            <Icon of={Search} size={16} />
            <span className="sr-only">{t('filters.search')}</span>
            <input type="search" name="q" defaultValue={filters.q} placeholder={t('filters.search')} maxLength={100} />
          </label>
          <label className="filter-sort">
            <span>{t('filters.sort')}</span>
            <select name="sort" defaultValue={filters.sort} className="strong">
              {MODEL_SORTS.map((sort) => (
                <option key={sort} value={sort}>
                  {t(`filters.sorts.${sort}`)}
                </option>
              ))}
            </select>
          </label>
        </div>
        <div className="filter-apply">
          <FilterSubmit query={catalogueQuery(filters)}>
            <NativeButton type="submit" variant="primary" size="large" wide>
              {t('filters.apply')}
            </NativeButton>
          </FilterSubmit>
        </div>
      </form>
    </>
  );
}
