'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Avatar } from '@/components/ui/avatar';
import { ChoiceCard, RadioGroup } from '@/components/ui/radio';
import type { ImportedRowDto } from '@/lib/clients/schemas';
import type { ImportDecisions } from '@/lib/http/clients';
import { formatDate } from '@/lib/i18n/format';

interface Props {
  row: ImportedRowDto;
  at: number;
  of: number;
  decisions: ImportDecisions;
  onChange: (change: Partial<ImportDecisions>) => void;
  /** Back to the question before this one, where there is one. */
  onBefore?: () => void;
}

/** Two who share a contact or a name: side by side, and two people unless one says otherwise. */
export function ImportQuestion({ row: { row, name, question }, at, of, decisions, onChange, onBefore }: Props) {
  const t = useTranslations('clients.import');
  const locale = useLocale();
  if (!question) return null;
  const { shares, client, sameRow, phone, email, tags, since, own } = question;
  const other = client?.name ?? question.name ?? '';
  const without = (rows: readonly number[]) => rows.filter((one) => one !== row);
  const answer = decisions.same.includes(row) ? 'same' : decisions.alone.includes(row) ? 'alone' : 'two';
  const choose = (value: string) =>
    onChange({
      same: value === 'same' ? [...without(decisions.same), row] : without(decisions.same),
      alone: value === 'alone' ? [...without(decisions.alone), row] : without(decisions.alone),
    });
  return (
    <section>
      <h2 className="h1">
        {t(`shared.${shares}`)}
        <span className="small ml-3 font-sans text-ink3">{t('questionOf', { n: at + 1, count: of })}</span>
      </h2>
      <p className="small mt-2 flex flex-wrap justify-between gap-x-6 gap-y-1 text-ink2">
        {t('questionsHelp')}
        {onBefore && (
          <button type="button" className="link" onClick={onBefore}>
            {t('questionBefore')}
          </button>
        )}
      </p>
      <div className="mt-5 grid border border-hair bg-sheet md:grid-cols-[1fr_1px_1fr]">
        <Person
          name={name}
          facts={[
            ['phone', own.phone],
            ['email', own.email],
            ['tags', own.tags.join(', ')],
            ['line', t('lineOfFile', { row })],
          ]}
        />
        <div className="bati-thin mx-6 md:mx-0 md:my-5 md:h-auto md:bg-[repeating-linear-gradient(0deg,var(--baste)_0_7px,transparent_7px_13px)]" />
        <Person
          name={other}
          facts={[
            ['phone', phone],
            ['email', email],
            ['tags', tags.join(', ')],
            since
              ? ['here', t('sinceDay', { day: formatDate(locale, since) })]
              : ['line', t('lineOfFile', { row: sameRow ?? 0 })],
          ]}
        />
      </div>
      <div className="mt-4">
        <RadioGroup
          label={t(`shares.${shares}`, { row, name, other, value: (shares === 'name' ? '' : question[shares]) ?? '' })}
          layout="cards"
          value={answer}
          onChange={choose}
        >
          <ChoiceCard value="two" title={t(`two.${shares}`)}>
            {t(`twoHelp.${shares}`, { reminder: t('reminder', { other }) })}
          </ChoiceCard>
          <ChoiceCard value="same" title={t('samePerson')}>
            {t('samePersonHelp', { other })}
          </ChoiceCard>
          {shares === 'phone' && (
            <ChoiceCard value="alone" title={t('alone', { name })}>
              {t('aloneHelp', { other })}
            </ChoiceCard>
          )}
        </RadioGroup>
      </div>
    </section>
  );
}

type Fact = [label: 'phone' | 'email' | 'tags' | 'line' | 'here', value: string | undefined];

function Person({ name, facts }: { name: string; facts: readonly Fact[] }) {
  const t = useTranslations('clients.import');
  return (
    <div className="min-w-0 p-6">
      <p className="flex items-center gap-3">
        <Avatar name={name} size={40} />
        <span className="h2 min-w-0 wrap-anywhere">{name}</span>
      </p>
      <dl className="small mt-4 grid grid-cols-[92px_minmax(0,1fr)] gap-y-2">
        {facts.map(
          ([label, value]) =>
            value && (
              <div key={label} className="contents">
                <dt className="text-ink2">{t(`facts.${label}`)}</dt>
                <dd className="wrap-anywhere">{value}</dd>
              </div>
            ),
        )}
      </dl>
    </div>
  );
}
