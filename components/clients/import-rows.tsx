'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { DataTable, HeadCell, NumberCell } from '@/components/ui/data-table';
import { Segments } from '@/components/ui/segments';
import { Tag, type Tone } from '@/components/ui/tag';
import type { ImportedRowDto, ImportResultDto } from '@/lib/clients/schemas';
import { Link } from '@/lib/i18n/routing';
import { useColumnLabel } from './use-column-label';
import { paths } from '@/lib/paths';

const VERDICTS = ['created', 'updated', 'duplicate', 'refused'] as const;
const TONES: Record<ImportedRowDto['verdict'], Tone> = {
  created: 'sarcelle',
  updated: 'indigo',
  duplicate: 'neutral',
  refused: 'garance',
};
/** Rows shown before one asks for all of them. */
const SHOWN = 100;

/** What a table of people says, row by row, with the reasons beside each. */
export function ImportRows({
  result,
  apart,
  onApart,
}: {
  result: ImportResultDto;
  apart: readonly number[];
  onApart: (apart: number[]) => void;
}) {
  const labelOf = useColumnLabel();
  const t = useTranslations('clients.import');
  const [only, setOnly] = useState<'all' | ImportedRowDto['verdict']>('all');
  const [all, setAll] = useState(false);
  const { rows, counts, columns, dryRun } = result;
  const ignored = columns.filter(({ field, header }) => field === null && header !== '').map(({ header }) => header);
  const headerOf = (path: string) => columns.find(({ field }) => field === path)?.header;
  const wanted = only === 'all' ? rows : rows.filter(({ verdict }) => verdict === only);
  const shown = all ? wanted : wanted.slice(0, SHOWN);
  const why = (row: ImportedRowDto): string[] => [
    ...row.errors.map(({ path, message }) => {
      const column = headerOf(path);
      return column === undefined ? message : t('reason', { column, message });
    }),
    ...(row.sameAsRow === undefined ? [] : [t('sameAsRow', { row: row.sameAsRow })]),
  ];
  const filters = dryRun ? ('filters' as const) : ('doneFilters' as const);
  return (
    <section aria-live="polite">
      <h2 className="h1">
        {t.rich(dryRun ? 'sentence' : 'resultSentence', { count: counts.created, em: (words) => <em>{words}</em> })}
      </h2>
      <div className="small mt-2 text-ink2">
        {ignored.length > 0 && <p>{t('ignored', { headers: ignored.join(', ') })}</p>}
        {result.encoding === 'windows-1252' && <p>{t('asWindows')}</p>}
        {result.encoding === 'macintosh' && <p>{t('asMac')}</p>}
      </div>
      <div className="mt-5 overflow-x-auto">
        <Segments
          label={t('filter')}
          value={only}
          onChange={(id) => setOnly(VERDICTS.find((one) => one === id) ?? 'all')}
          items={[
            { id: 'all', label: t(`${filters}.all`, { count: rows.length }) },
            ...VERDICTS.filter((verdict) => counts[verdict] > 0).map((verdict) => ({
              id: verdict,
              label: t(`${filters}.${verdict}`, { count: counts[verdict] }),
            })),
          ]}
        />
      </div>
      <div className="mt-4">
        <DataTable caption={t('rows')} compact fold>
          <thead>
            <tr>
              <HeadCell>{t('name')}</HeadCell>
              <HeadCell number>{t('row')}</HeadCell>
              <HeadCell>{t('verdict')}</HeadCell>
              <HeadCell>{t('why')}</HeadCell>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr key={row.row}>
                <td className="wrap-anywhere">{row.name || <span className="text-ink3">{t('noName')}</span>}</td>
                <NumberCell>{row.row}</NumberCell>
                <td>
                  <Tag tone={TONES[row.verdict]}>{t(`${dryRun ? 'verdicts' : 'done'}.${row.verdict}`)}</Tag>
                </td>
                <td className="wrap-anywhere max-md:basis-full">
                  {why(row).map((words) => (
                    <p key={words}>{words}</p>
                  ))}
                  {(dryRun ? [] : (row.changes ?? []).filter(({ taken }) => taken)).map(({ field, from, to }) => (
                    <p key={field}>
                      {labelOf(field)} {from && <del className="text-ink3">{from}</del>} →{' '}
                      <ins className="no-underline">{to}</ins>
                    </p>
                  ))}
                  {row.unread.map(({ header, text, message }) => (
                    <p key={header} className="text-ink2">
                      {t('unread', { header, text, message })}
                    </p>
                  ))}
                  {dryRun && (apart.includes(row.row) || row.verdict === 'duplicate' || row.verdict === 'updated') && (
                    <p>
                      <Button
                        size="small"
                        onPress={() =>
                          onApart(
                            apart.includes(row.row) ? apart.filter((one) => one !== row.row) : [...apart, row.row],
                          )
                        }
                      >
                        {t(apart.includes(row.row) ? 'notApart' : 'apart')}
                      </Button>
                    </p>
                  )}
                  {row.client && (
                    <Link className="link" href={paths.atelier.client(row.client.id)}>
                      {t('existing', { name: row.client.name })}
                    </Link>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      </div>
      {shown.length < wanted.length && (
        <div className="mt-4">
          <Button size="small" onPress={() => setAll(true)}>
            {t('showAll', { count: wanted.length })}
          </Button>
        </div>
      )}
    </section>
  );
}
