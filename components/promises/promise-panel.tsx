'use client';

import { Button } from '@/components/ui/button';
import { usePromise } from '@/lib/http/promises';
import type { PromiseQuery } from '@/lib/promises/schemas';
import { AnywayFields } from './anyway-fields';
import { DegreeTag } from './degree-tag';
import { PromiseWeeks } from './promise-weeks';
import type { Anyway } from './use-anyway';
import { usePromiseWords } from './use-promise-words';

interface Props {
  query: PromiseQuery;
  /** Puts another day into the field. */
  onTake?: (day: string) => void;
  /** Where the day is sent from here: an untenable one with a reason only. */
  anyway?: Anyway;
}

/** What the hours say of a promised day, before it is sent: the degree, why, whose weeks, and what would make it hold. */
export function PromisePanel({ query, onTake, anyway }: Props) {
  const { t, on, reason, remedy } = usePromiseWords();
  const { data } = usePromise(query);
  if (!data) return null;
  const { day, degree, earliest, reasons, remedies = [], load } = data;
  if (degree === undefined && earliest === undefined) return null;
  const next = remedies.find(({ kind }) => kind === 'anotherDay')?.day ?? earliest;
  const other = next !== undefined && next !== day ? next : undefined;
  const help = remedies.flatMap((one) => remedy(one) ?? []);
  return (
    <section className="promise-panel" aria-label={t('label')}>
      <div aria-live="polite">
        {degree && day && (
          <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
            <DegreeTag degree={degree} />
            <div className="min-w-0 flex-1 basis-64">
              {reasons.length === 0 ? (
                <p>{t('holds', { day: on(day) })}</p>
              ) : (
                reasons.map((one, index) => <p key={index}>{reason(one)}</p>)
              )}
              {help.map((words) => (
                <p key={words} className="small mt-1 text-ink2">
                  {words}
                </p>
              ))}
            </div>
          </div>
        )}
        {degree !== 'holds' && (
          <p
            className={`flex flex-wrap items-center gap-x-4 gap-y-2 ${degree ? 'mt-4 border-t border-hair pt-4' : ''}`}
          >
            {other ? (
              <>
                <span className="small text-ink2">{t('first')}</span>
                <span className="h2">{on(other)}</span>
                {onTake && (
                  <Button size="small" onPress={() => onTake(other)}>
                    {t('take', { day: on(other) })}
                  </Button>
                )}
              </>
            ) : (
              <span className="small text-ink2">{t(query.eventDay ? 'noDayBefore' : 'noDay')}</span>
            )}
          </p>
        )}
      </div>
      {load && <PromiseWeeks load={load} />}
      {anyway && degree === 'untenable' && day && (
        <AnywayFields key={day} day={day} reason={anyway.reason} onChange={anyway.onChange} />
      )}
    </section>
  );
}
