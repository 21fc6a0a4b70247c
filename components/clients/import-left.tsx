'use client';

import { useTranslations } from 'next-intl';
import type { CsvField } from '@/lib/clients/csv-columns';
import type { ImportDto } from '@/lib/clients/schemas';
import { Link } from '@/lib/i18n/routing';
import { paths } from '@/lib/paths';
import { useColumnLabel } from './use-column-label';

type Undone = NonNullable<ImportDto['undone']>;

/** What an import did that was left when it was taken back: each file, and why. */
export function ImportLeft({ undone: { left, leftCount } }: { undone: Undone }) {
  const t = useTranslations('clients.import.undo');
  const labelOf = useColumnLabel();
  if (left.length === 0) return null;
  const nameOf = (field: Undone['left'][number]['fields'][number]) =>
    field === 'measurements'
      ? t('measurements')
      : labelOf(field === 'event' ? 'eventLabel' : (field satisfies CsvField));
  return (
    <div className="mt-4">
      <h3 className="small font-semibold">{t('left', { count: leftCount })}</h3>
      <ul className="small mt-2 grid gap-1">
        {left.map(({ client, why, fields }) => (
          <li key={`${client.id} ${why} ${fields.join(' ')}`} className="wrap-anywhere">
            <Link className="link" href={paths.atelier.client(client.id)}>
              {client.name}
            </Link>{' '}
            <span className="text-ink2">
              {fields.length > 0
                ? t('whyFields', { fields: fields.map(nameOf).join(', '), why: t(`why.${why}`) })
                : t(`why.${why}`)}
            </span>
          </li>
        ))}
      </ul>
      {leftCount > left.length && (
        <p className="small mt-2 text-ink3">{t('moreLeft', { count: leftCount - left.length })}</p>
      )}
    </div>
  );
}
