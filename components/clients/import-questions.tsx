'use client';

import { useTranslations } from 'next-intl';
import { ChoiceCard, RadioGroup } from '@/components/ui/radio';
import type { ImportResultDto } from '@/lib/clients/schemas';

/** People who share a contact or a name: two of them, unless one says that they are one. */
export function ImportQuestions({
  result,
  same,
  onChange,
}: {
  result: ImportResultDto;
  same: readonly number[];
  onChange: (same: number[]) => void;
}) {
  const t = useTranslations('clients.import');
  const asked = result.rows.flatMap((row) => (row.question ? [{ ...row, question: row.question }] : []));
  if (asked.length === 0) return null;
  return (
    <section>
      <h2 className="h1">{t('questions', { count: asked.length })}</h2>
      <p className="small mt-2 text-ink2">{t('questionsHelp')}</p>
      <ul className="mt-4 flex flex-col gap-6">
        {asked.map(({ row, name, question }) => {
          const other = question.client?.name ?? question.name ?? '';
          return (
            <li key={row}>
              <RadioGroup
                label={t(`shares.${question.shares}`, {
                  row,
                  name,
                  other,
                  value: (question.shares === 'name' ? '' : question[question.shares]) ?? '',
                })}
                layout="cards"
                value={same.includes(row) ? 'same' : 'two'}
                onChange={(value) => onChange(value === 'same' ? [...same, row] : same.filter((one) => one !== row))}
              >
                <ChoiceCard value="two" title={t('two')}>
                  {t('twoHelp')}
                </ChoiceCard>
                <ChoiceCard value="same" title={t('samePerson')}>
                  {t('samePersonHelp', { other })}
                </ChoiceCard>
              </RadioGroup>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
