import { X } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { Icon } from '@/components/ui/icon';
import type { Locale } from '@/lib/actor';
import type { CouturierDto } from '@/lib/auth/schemas';
import type { Vocabulary } from '@/lib/house/schemas';
import { formatMoney } from '@/lib/i18n/format';
import { Link } from '@/lib/i18n/routing';
import { type CatalogueState, catalogueQuery, FACETS, type Facet, withoutValue } from '@/lib/models/catalogue-query';
import { labelOf } from '@/lib/models/labels';
import { paths } from '@/lib/paths';

interface Props {
  filters: CatalogueState['filters'];
  vocabulary: Vocabulary;
  couturiers: readonly CouturierDto[];
  currency: string;
  total: number;
  locale: Locale;
}

/** What is applied, each with a way to take it off, and how many models answer. */
export async function FilterChips({ filters, vocabulary, couturiers, currency, total, locale }: Props) {
  const t = await getTranslations({ locale, namespace: 'catalogue' });
  const nameOf: Record<Facet, (code: string) => string> = {
    category: (code) => labelOf(vocabulary.categories, code, locale),
    fabric: (code) => labelOf(vocabulary.fabrics, code, locale),
    colour: (code) => labelOf(vocabulary.colours, code, locale),
    couturierId: (id) => couturiers.find((couturier) => couturier.id === id)?.name ?? id,
  };
  const chips: { label: string; rest: CatalogueState['filters'] }[] = FACETS.flatMap((facet) =>
    (filters[facet] ?? []).map((value) => ({
      label: nameOf[facet](value),
      rest: withoutValue(filters, facet, value),
    })),
  );
  if (filters.maxPrice !== undefined) {
    const price = formatMoney(locale, { amount: filters.maxPrice, currency }, { round: true });
    chips.push({ label: t('upToChip', { price }), rest: { ...filters, maxPrice: undefined } });
  }
  if (filters.q) chips.push({ label: t('searchChip', { q: filters.q }), rest: { ...filters, q: undefined } });
  return (
    <div className="flex min-h-8 flex-wrap items-center gap-x-4 gap-y-2 py-4">
      {chips.length > 0 && (
        <ul className="flex flex-wrap gap-2" aria-label={t('chips')}>
          {chips.map(({ label, rest }) => (
            <li key={label}>
              <Link
                href={{ pathname: paths.models, query: catalogueQuery(rest) }}
                className="chip"
                aria-label={t('remove', { name: label })}
                scroll={false}
              >
                {label}
                <Icon of={X} size={14} />
              </Link>
            </li>
          ))}
        </ul>
      )}
      {chips.length > 0 && (
        <Link
          href={{ pathname: paths.models, query: filters.sort === 'newest' ? {} : { sort: filters.sort } }}
          className="smaller foot-word text-ink2"
          scroll={false}
        >
          {t('clear')}
        </Link>
      )}
      <p className="smaller ml-auto text-ink2" role="status">
        {t('count', { count: total })}
      </p>
    </div>
  );
}
