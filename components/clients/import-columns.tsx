'use client';

import { ArrowRight } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Icon } from '@/components/ui/icon';
import { ComboBox } from '@/components/ui/combo-box';
import { CSV_FIELDS, headerOf } from '@/lib/clients/csv-columns';
import { POINT_CODES } from '@/lib/clients/measurement-points';
import type { ImportResultDto } from '@/lib/clients/schemas';
import { birthdayOf, birthdayWords, readWrittenDay } from '@/lib/clients/written-day';

/** As many columns that nobody knows are shown with the others. */
const UNKNOWN = 6;

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
  const [all, setAll] = useState(false);
  const columns = result.columns.map((column, at) => ({ ...column, at }));
  const unknown = columns.filter(({ field, at }) => field === null && !byHand[at]);
  const hidden = new Set(all || unknown.length <= UNKNOWN ? [] : unknown.map(({ at }) => at));
  const known = columns.filter(({ field, at }) => field !== null && !byHand[at]).length;
  const placed = columns.filter(({ at }) => byHand[at]).length;
  // « 06-05-1988 » is another day to an American: which one is said before it is kept.
  const dated = columns.find(({ field, example = '' }) => field === 'birthday' && /^\d{1,2}\D\d{1,2}\b/.test(example));
  const order = dated?.monthFirst ? 'month' : 'day';
  const day = dated?.example ? readWrittenDay(dated.example, order) : null;
  return (
    <section>
      <h2 className="h1">{t('columnsTitle')}</h2>
      <p className="small mt-2 text-ink2">{t('columnsCount', { known, placed })}</p>
      <div className="small mt-4 hidden grid-cols-[minmax(0,1fr)_minmax(0,1fr)_28px_236px] gap-x-6 text-ink2 md:grid">
        <span>{t('inFile')}</span>
        <span>{t('forExample')}</span>
        <span className="col-start-4">{t('withYou')}</span>
      </div>
      <ul className="mt-2 border-t border-ink">
        {columns.flatMap(({ header, field, example, at }) =>
          hidden.has(at) ? (
            []
          ) : (
            <li
              key={`${at}-${header}`}
              className="grid items-center gap-x-6 gap-y-2 border-b border-hair py-2 md:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_28px_236px]"
            >
              <span className="font-semibold wrap-anywhere">
                {header || t('noHeader', { number: at + 1 })}
                {byHand[at] && <span className="small ml-2 font-normal text-ink3">{t('byYou')}</span>}
              </span>
              <span className="small text-ink2 wrap-anywhere">{example}</span>
              <span className="hidden text-ink3 md:inline-flex">
                <Icon of={ArrowRight} size={16} />
              </span>
              <ComboBox
                label={t('readAs', { header: header || t('noHeader', { number: at + 1 }) })}
                hideLabel
                openLabel={t('openList')}
                emptyLabel={t('noMatch')}
                options={options}
                value={field ?? '-'}
                onChange={(id) => id !== null && id !== (field ?? '-') && choose(at, id)}
              />
            </li>
          ),
        )}
      </ul>
      <div className="small mt-3 flex flex-wrap justify-between gap-3">
        {hidden.size > 0 && (
          <button type="button" className="link" onClick={() => setAll(true)}>
            {t('otherColumns', { count: hidden.size })}
          </button>
        )}
        {day && dated?.example && (
          <p className="text-ink2">
            {t.rich('dayRead', {
              order,
              text: dated.example,
              day: birthdayWords(birthdayOf(day), locale),
              b: (words) => <strong>{words}</strong>,
            })}
          </p>
        )}
      </div>
    </section>
  );
}
