'use client';

import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { TextLink } from '@/components/ui/link-button';
import { Tag } from '@/components/ui/tag';
import { formatDate } from '@/lib/i18n/format';
import type { DefectDto } from '@/lib/orders/answers';
import { OrderFiles } from './order-files';
import { useOrderWords } from './use-order-words';

interface Props {
  defects: readonly DefectDto[];
  /** Said of one that waits, to its client; the house reads that it waits for an answer. */
  waits?: string;
  /** Where a retouche is followed. */
  orderHref: (id: string) => string;
  /** The gestures of the house on one that waits. */
  actions?: (defect: DefectDto) => ReactNode;
}

/** What was reported of a piece, each with its pictures and its answer: words, or the retouche that was opened. */
export function DefectList({ defects, waits, orderHref, actions }: Props) {
  const { t, locale } = useOrderWords();
  return (
    <ul className="grid gap-6">
      {defects.map((defect) => {
        const { answer } = defect;
        return (
          <li key={defect.n} className="border-t border-hair pt-4 first:border-0 first:pt-0">
            <p className="flex flex-wrap items-center justify-between gap-2">
              <span className="small text-ink2">
                {t('defects.by', { name: defect.createdBy.name, date: formatDate(locale, defect.createdAt) })}
              </span>
              {!answer && !waits && (
                <Tag tone="garance" icon={TriangleAlert}>
                  {t('defects.waits')}
                </Tag>
              )}
            </p>
            {defect.text && (
              <p className="measure mt-2 wrap-anywhere whitespace-pre-line">{t('quoted', { text: defect.text })}</p>
            )}
            {defect.files.length > 0 && (
              <div className="mt-3">
                <OrderFiles files={defect.files} label={t('defects.title')} cool />
              </div>
            )}
            {answer ? (
              <div className="mt-3 border-l-2 border-ink pl-4">
                {answer.retouche ? (
                  <p className="small">
                    {t('defects.byRetouche', { date: formatDate(locale, answer.at) })}{' '}
                    <TextLink href={orderHref(answer.retouche)}>{t('defects.see')}</TextLink>
                  </p>
                ) : (
                  <>
                    <p className="small text-ink2">
                      {t('defects.answered', { name: answer.by.name, date: formatDate(locale, answer.at) })}
                    </p>
                    <p className="measure mt-1 wrap-anywhere whitespace-pre-line">{answer.note}</p>
                  </>
                )}
              </div>
            ) : (
              waits && <p className="small mt-3 text-ink2">{waits}</p>
            )}
            {!answer && actions?.(defect)}
          </li>
        );
      })}
    </ul>
  );
}
