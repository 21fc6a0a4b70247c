import { ArrowLeft, ArrowRight } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { Icon } from '@/components/ui/icon';
import type { Locale } from '@/lib/actor';
import { Link } from '@/lib/i18n/routing';
import { type CatalogueState, catalogueQuery } from '@/lib/models/catalogue-query';
import { paths } from '@/lib/paths';

interface Props {
  filters: CatalogueState['filters'];
  page: number;
  pages: number;
  locale: Locale;
}

/** « Page 1 sur 3 », the numbers, the next one. */
export async function PageLinks({ filters, page, pages, locale }: Props) {
  if (pages <= 1) return null;
  const t = await getTranslations({ locale, namespace: 'catalogue' });
  const hrefOf = (number: number) => ({ pathname: paths.models, query: catalogueQuery(filters, number) });
  const numbers = Array.from({ length: pages }, (_, index) => index + 1).filter(
    (number) => number === 1 || number === pages || Math.abs(number - page) <= 2,
  );
  return (
    <nav
      aria-label={t('pages')}
      className="small mt-16 grid grid-cols-[1fr_auto_1fr] items-center gap-4 border-t border-ink pt-4"
    >
      <span className="text-ink2">
        {page > 1 ? (
          <Link href={hrefOf(page - 1)} className="foot-word inline-flex items-center gap-2" rel="prev">
            <Icon of={ArrowLeft} size={16} />
            {t('previous')}
          </Link>
        ) : (
          t('page', { page, pages })
        )}
      </span>
      <ol className="figures flex gap-1">
        {numbers.map((number) => (
          <li key={number}>
            <Link
              href={hrefOf(number)}
              className="page-number"
              aria-current={number === page ? 'page' : undefined}
              aria-label={t('goToPage', { page: number })}
            >
              {number}
            </Link>
          </li>
        ))}
      </ol>
      <span className="text-right">
        {page < pages && (
          <Link href={hrefOf(page + 1)} className="foot-word inline-flex items-center gap-2" rel="next">
            {t('next')}
            <Icon of={ArrowRight} size={16} />
          </Link>
        )}
      </span>
    </nav>
  );
}
