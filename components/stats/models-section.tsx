'use client';

import { type CSSProperties, useState } from 'react';
import { OrderPlate } from '@/components/orders/order-plate';
import { Button } from '@/components/ui/button';
import { DataTable, HeadCell, NumberCell } from '@/components/ui/data-table';
import { inLanguage } from '@/lib/i18n/bilingual';
import { Link } from '@/lib/i18n/routing';
import { paths } from '@/lib/paths';
import type { ModelLine, StatsDto } from '@/lib/stats/schemas';
import { CsvButton } from './chart-section';
import { csvAmount } from './download-csv';
import { useStatsWords } from './use-stats-words';

/** Rows shown before one asks for the others. */
const FIRST = 8;

/** What each model brought, and whether it takes as long as was promised: a table with bars, which is its own chart. */
export function ModelsSection({ stats }: { stats: StatsDto }) {
  const { t, locale, money } = useStatsWords();
  const [all, setAll] = useState(false);
  const { models } = stats;
  const top = Math.max(1, ...models.map(({ revenue }) => revenue.amount));
  const name = (line: ModelLine): string =>
    inLanguage(line.plate?.title, locale) ?? t(line.modelId ? 'models.gone' : 'models.bespoke');
  const days = (value: number | undefined) => (value === undefined ? t('none') : t('daysShort', { days: value }));
  const shown = all ? models : models.slice(0, FIRST);
  return (
    <section aria-labelledby="by-model">
      <div className="flex items-end justify-between gap-4">
        <h2 id="by-model" className="h1">
          {t('models.title')}
        </h2>
        {models.length > 0 && (
          <span className="smaller">
            <CsvButton
              title={t('models.title')}
              file={`models-${stats.from}-${stats.to}`}
              rows={[
                [t('models.model'), t('models.pieces'), t('models.revenue'), t('models.kept'), t('models.promised')],
                ...models.map((line) => [
                  name(line),
                  line.pieces,
                  csvAmount(line.revenue, locale),
                  line.kept ?? '',
                  line.promised ?? '',
                ]),
              ]}
            />
          </span>
        )}
      </div>
      {models.length === 0 ? (
        <p className="small mt-3 border-t border-ink py-5 text-ink2">{t('models.none')}</p>
      ) : (
        <div className="mt-5">
          <DataTable caption={t('models.title')} fold>
            <thead>
              <tr>
                <HeadCell>{t('models.model')}</HeadCell>
                <HeadCell number>{t('models.pieces')}</HeadCell>
                <HeadCell>
                  <span className="md:pl-6">{t('models.revenue')}</span>
                </HeadCell>
                <HeadCell number>{t('models.kept')}</HeadCell>
                <HeadCell number>{t('models.promised')}</HeadCell>
              </tr>
            </thead>
            <tbody>
              {shown.map((line) => {
                const slow = line.kept !== undefined && line.promised !== undefined && line.kept > line.promised;
                return (
                  <tr key={line.modelId ?? 'bespoke'}>
                    <td>
                      <span className="flex items-center gap-5">
                        <OrderPlate plate={line.plate} width={320} className="h-11.5 w-8.5 shrink-0" decorative />
                        {line.modelId && line.plate ? (
                          <Link href={paths.atelier.model(line.modelId)} className="strong">
                            {name(line)}
                          </Link>
                        ) : (
                          <span className="strong">{name(line)}</span>
                        )}
                      </span>
                    </td>
                    <NumberCell>{line.pieces}</NumberCell>
                    <td className="w-2/5 md:pl-6">
                      <span
                        className="model-bar figures"
                        style={{ '--share': Math.max(0, line.revenue.amount) / top } as CSSProperties}
                      >
                        <span aria-hidden="true" />
                        {money(line.revenue)}
                      </span>
                    </td>
                    <NumberCell>
                      <span className={slow ? 'strong text-ocre' : undefined}>
                        {days(line.kept)}
                        {slow && <span className="sr-only">, {t('models.late')}</span>}
                      </span>
                    </NumberCell>
                    <NumberCell>
                      <span className="text-ink3">{days(line.promised)}</span>
                    </NumberCell>
                  </tr>
                );
              })}
            </tbody>
          </DataTable>
          {shown.length < models.length && (
            <Button variant="quiet" size="small" className="mt-3" onPress={() => setAll(true)}>
              {t('models.more', { count: models.length - shown.length })}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}
