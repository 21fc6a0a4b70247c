'use client';

import { useLocale, useTranslations } from 'next-intl';
import { ComboBox } from '@/components/ui/combo-box';
import { CSV_FIELDS, headerOf } from '@/lib/clients/csv-columns';
import { POINT_CODES } from '@/lib/clients/measurement-points';
import type { ImportResultDto } from '@/lib/clients/schemas';

/** What the columns of a table are read as, with the first thing that stands in each; any of them can be said by hand. */
export function ImportColumns({
  result,
  byHand,
  onChange,
}: {
  result: ImportResultDto;
  byHand: readonly string[];
  onChange: (columns: string[]) => void;
}) {
  const t = useTranslations('clients.import');
  const points = useTranslations('measurements.points');
  const locale = useLocale();
  const options = [
    { id: '-', label: t('leaveOut') },
    ...CSV_FIELDS.map((field) => ({ id: field, label: headerOf(field, locale) })),
    ...POINT_CODES.map((code) => ({ id: code, label: t('measure', { point: points(code) }) })),
  ];
  const choose = (at: number, id: string) =>
    onChange(result.columns.map((_, index) => (index === at ? id : (byHand[index] ?? ''))));
  return (
    <section>
      <h2 className="h1">{t('columnsTitle')}</h2>
      <ul className="mt-4 border-t border-ink">
        {result.columns.map(({ header, field, example }, at) => (
          <li
            key={`${at}-${header}`}
            className="grid items-center gap-x-6 gap-y-2 border-b border-hair py-2 md:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_236px]"
          >
            <span className="font-semibold break-words">
              {header || t('noHeader', { number: at + 1 })}
              {byHand[at] && <span className="small ml-2 font-normal text-ink3">{t('byYou')}</span>}
            </span>
            <span className="small break-words text-ink2">{example}</span>
            <ComboBox
              label={t('readAs', { header: header || t('noHeader', { number: at + 1 }) })}
              openLabel={t('openList')}
              emptyLabel={t('noMatch')}
              options={options}
              value={field ?? '-'}
              onChange={(id) => id !== null && id !== (field ?? '-') && choose(at, id)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
