import { getTranslations } from 'next-intl/server';
import type { ConditionsDocument } from '@/lib/house/conditions';
import type { Locale } from '@/lib/actor';
import { inLanguage } from '@/lib/i18n/bilingual';
import { formatDate } from '@/lib/i18n/format';
import { Link } from '@/lib/i18n/navigation';
import { paths } from '@/lib/paths';
import { TextPage } from './text-page';

interface Props {
  locale: Locale;
  conditions: ConditionsDocument;
  /** The version in force, where this is an older one. */
  current?: number;
}

/** The terms of sale in one version, which says of itself whether it is the one in force. */
export async function ConditionsPage({ locale, conditions, current }: Props) {
  const t = await getTranslations('legal.conditions');
  const date = formatDate(locale, conditions.createdAt.toISOString());
  return (
    <TextPage
      title={t.rich('title', { em: (words) => <em>{words}</em> })}
      lead={t('lead')}
      note={
        <>
          {t('version', { version: String(conditions._id), date })}
          {current !== undefined && (
            <>
              {' '}
              {t('older', { current })}{' '}
              <Link className="link" href={paths.conditions()}>
                {t('readCurrent')}
              </Link>
            </>
          )}
        </>
      }
      sections={inLanguage(conditions.sections, locale)}
    />
  );
}
