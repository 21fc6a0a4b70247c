'use client';

import { ArrowRight } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { DataTable, HeadCell } from '@/components/ui/data-table';
import { Icon } from '@/components/ui/icon';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import type { CsvChange, ImportResultDto } from '@/lib/clients/schemas';
import type { ImportDecisions } from '@/lib/http/clients';
import { inCapital } from '@/lib/i18n/format';
import { wordsOf } from '@/lib/i18n/number-words';
import { useColumnLabel } from './use-column-label';

interface Props {
  result: ImportResultDto;
  decisions: ImportDecisions;
  onChange: (change: Partial<ImportDecisions>) => void;
}

/** Changes shown before one asks for all of them. */
const SHOWN = 60;

/** What would change of files that are there, field by field; each can be left, a doubtful one must be taken. */
export function ImportChanges({ result, decisions, onChange }: Props) {
  const t = useTranslations('clients.import');
  const locale = useLocale();
  const labelOf = useColumnLabel();
  const [all, setAll] = useState(false);
  const known = result.rows.filter(({ changes }) => (changes?.length ?? 0) > 0);
  const changes = known.flatMap(({ row, client, name, changes: own = [] }) =>
    own.map((change, at) => ({ ...change, row, name: client?.name ?? name, first: at === 0 })),
  );
  const none = decisions.duplicates === 'skip';
  if (changes.length === 0 && !(none && result.counts.duplicate > 0)) return null;
  const toggle = ({ field, doubtful, row }: CsvChange & { row: number }, wanted: boolean) => {
    const cell = `${row}.${field}`;
    const without = (cells: readonly string[]) => cells.filter((one) => one !== cell);
    onChange({
      take: doubtful && wanted ? [...without(decisions.take), cell] : without(decisions.take),
      leave: !doubtful && !wanted ? [...without(decisions.leave), cell] : without(decisions.leave),
    });
  };
  const shown = all ? changes : changes.slice(0, SHOWN);
  const count = known.length;
  return (
    <section className="order-2">
      <div className="flex flex-wrap items-baseline justify-between gap-3">
        <h2 className="h1">
          {none
            ? t('leftAsTheyAre')
            : t('wouldChange', { count, words: count < 100 ? inCapital(wordsOf(count, locale)) : count })}
        </h2>
        <button
          type="button"
          className="link small"
          onClick={() => onChange({ duplicates: none ? 'update' : 'skip', leave: [], take: [] })}
        >
          {t(none ? 'takeAll' : 'leaveAll')}
        </button>
      </div>
      {changes.length > 0 && (
        <div className="mt-4">
          <DataTable caption={t('changes')} compact fold>
            <thead>
              <tr>
                <HeadCell>{t('person')}</HeadCell>
                <HeadCell>{t('cell')}</HeadCell>
                <HeadCell>{t('today')}</HeadCell>
                <HeadCell>{t('after')}</HeadCell>
                <HeadCell>{t('take')}</HeadCell>
              </tr>
            </thead>
            <tbody>
              {shown.map((change) => (
                <tr key={`${change.row}.${change.field}`}>
                  <td className="font-semibold wrap-anywhere">
                    {change.first ? change.name : <VisuallyHidden>{change.name}</VisuallyHidden>}
                  </td>
                  <td className="text-ink2">{labelOf(change.field)}</td>
                  <td className="text-ink3 wrap-anywhere">
                    <del>{change.from ?? t('empty')}</del>
                  </td>
                  <td className="wrap-anywhere">
                    <span className="mr-3 inline-flex align-middle text-ink3">
                      <Icon of={ArrowRight} size={14} />
                    </span>
                    <ins className={`no-underline ${change.taken ? 'font-semibold' : ''}`}>{change.to}</ins>
                  </td>
                  <td>
                    <Checkbox
                      aria-label={t('takeChange', { field: labelOf(change.field), name: change.name })}
                      isSelected={change.taken}
                      onChange={(wanted) => toggle(change, wanted)}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </DataTable>
        </div>
      )}
      <p className="small mt-3 text-ink2">{t('changesKept')}</p>
      {shown.length < changes.length && (
        <div className="mt-3">
          <Button size="small" onPress={() => setAll(true)}>
            {t('moreChanges', { count: changes.length - shown.length })}
          </Button>
        </div>
      )}
    </section>
  );
}
