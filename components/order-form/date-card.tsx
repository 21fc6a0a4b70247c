'use client';

import { DegreeTag } from '@/components/promises/degree-tag';
import { usePromiseWords } from '@/components/promises/use-promise-words';
import type { PromiseDto } from '@/lib/promises/schemas';

/** The honest date, from the hands of the house; and whether the wished day or the feast can be kept, while one types. */
export function DateCard({ promise, wished }: { promise: PromiseDto | undefined; wished: string | undefined }) {
  const { t, on, reason } = usePromiseWords();
  const { earliest, degree, reasons = [] } = promise ?? {};
  const why = reasons.map(reason).join(' ') || (degree === 'untenable' ? t('client.full') : '');
  return (
    <div className="flex flex-col gap-4 border border-hair bg-sheet p-6 sm:flex-row sm:gap-8" aria-live="polite">
      <div className="shrink-0">
        <p className="caption">{t('client.honest')}</p>
        <p className="figure">{earliest ? on(earliest) : '–'}</p>
      </div>
      <div className="small text-ink2 sm:pt-5">
        {degree && wished ? (
          <>
            <DegreeTag degree={degree} client />
            <p className="mt-2 text-ink">{t(`client.${degree}`, { day: on(wished) })}</p>
            {why && <p>{why}</p>}
          </>
        ) : (
          <p>{t('client.noWish')}</p>
        )}
        {promise && !earliest && <p className="mt-1">{t('client.none')}</p>}
        <p className="mt-1">{t('client.promise')}</p>
      </div>
    </div>
  );
}
