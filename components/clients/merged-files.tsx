'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { ClientDto } from '@/lib/clients/dto';
import { MERGE_FIELDS } from '@/lib/clients/fields';
import { formatLongDay } from '@/lib/i18n/format';

/** Which files were merged into this one, by whom and when, and what they said that did not win. */
export function MergedFiles({ merged }: { merged: ClientDto['merged'] }) {
  const t = useTranslations('clients');
  const locale = useLocale();
  return (
    <section className="border-b border-hair pb-4">
      <h2 className="strong small">{t('merge.mergedTitle')}</h2>
      {merged.map((one) => (
        <div key={one.id} className="small mt-2">
          <p>{t('merge.mergedLine', { name: one.name, by: one.byName, date: formatLongDay(locale, one.at) })}</p>
          <ul className="smaller mt-1 text-ink2">
            {MERGE_FIELDS.filter((field) => one.kept[field] !== undefined).map((field) => (
              <li key={field} className="whitespace-pre-line break-words">
                {t('merge.kept', { field: t(`mergeFields.${field}`), value: one.kept[field] ?? '' })}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
