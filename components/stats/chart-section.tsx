'use client';

import { type ReactNode, useState } from 'react';
import { LinkLikeButton } from '@/components/ui/button';
import { SectionHead } from '@/components/ui/section-head';
import { downloadCsv } from './download-csv';
import { useStatsWords } from './use-stats-words';

/** The rows of a table as they are downloaded, its head first. */
export type CsvRows = readonly (readonly (string | number)[])[];

interface Props {
  id: string;
  title: string;
  /** Name of the file, and what is in it. */
  file: string;
  csv: CsvRows;
  chart: ReactNode;
  table: ReactNode;
  /** One sentence that reads the chart. */
  sentence?: ReactNode;
}

/** A chart, the same facts as a table, and as a file. Under 480 px the table comes first, until the person chooses. */
export function ChartSection({ id, title, file, csv, chart, table, sentence }: Props) {
  const { t } = useStatsWords();
  const [view, setView] = useState<'auto' | 'chart' | 'table'>('auto');
  return (
    <section aria-labelledby={id} className="chart-section" data-view={view}>
      <SectionHead
        id={id}
        title={title}
        aside={
          <span className="smaller flex gap-5">
            <LinkLikeButton className="to-table" aria-label={t('tableOf', { title })} onPress={() => setView('table')}>
              {t('asTable')}
            </LinkLikeButton>
            <LinkLikeButton className="to-chart" aria-label={t('chartOf', { title })} onPress={() => setView('chart')}>
              {t('asChart')}
            </LinkLikeButton>
            <CsvButton title={title} file={file} rows={csv} />
          </span>
        }
      />
      <div className="chart-drawn">{chart}</div>
      <div className="chart-table mt-5">{table}</div>
      {sentence && <p className="small mt-3 text-ink2">{sentence}</p>}
    </section>
  );
}

export function CsvButton({ title, file, rows }: { title: string; file: string; rows: CsvRows }) {
  const { t } = useStatsWords();
  return (
    <LinkLikeButton aria-label={t('csvOf', { title })} onPress={() => void downloadCsv(file, rows)}>
      {t('csv')}
    </LinkLikeButton>
  );
}
