'use client';

import { useTranslations } from 'next-intl';
import type { ImportResultDto } from '@/lib/clients/schemas';

/** Unreadable cells that are named; every one stands with its row below. */
const NAMED = 8;

/** What a table comes to, and the cells of it that nobody can read. */
export function ImportTotals({ result, questions }: { result: ImportResultDto; questions: number }) {
  const t = useTranslations('clients.import');
  const { counts, rows } = result;
  const cells = rows.reduce((sum, { changes = [] }) => sum + changes.filter(({ taken }) => taken).length, 0);
  const totals = [
    ['created', counts.created],
    ['updated', counts.updated],
    ['duplicate', counts.duplicate],
    ['refused', counts.refused],
    ['questions', questions],
  ] as const;
  const unread = rows.flatMap(({ row, unread: some }) => some.map((one) => ({ ...one, row })));
  return (
    <aside className="min-w-0">
      <h2 className="small font-semibold">{t('inAll')}</h2>
      <dl className="mt-2 border-t border-ink">
        {totals.map(
          ([key, count]) =>
            (count > 0 || key === 'created') && (
              <div key={key} className="flex items-center gap-4 border-b border-hair py-2">
                <dt className="small order-2 text-ink2">
                  {t(`totals.${key}`, { count, cells })}
                  {key === 'questions' && <span className="smaller block text-ink3">{t('beforeAnswers')}</span>}
                </dt>
                <dd className="figure order-1 min-w-16">{count}</dd>
              </div>
            ),
        )}
      </dl>
      {unread.length > 0 && (
        <div className="mt-5">
          <h3 className="small font-semibold">{t('unreadCells', { count: unread.length })}</h3>
          <p className="small text-ink2">{t('unreadHelp')}</p>
          <ul className="small mt-3 grid gap-2">
            {unread.slice(0, NAMED).map(({ row, header, text, message }) => (
              <li key={`${row}-${header}`} className="wrap-anywhere">
                <span className="text-ink2">{t('lineOfFile', { row })}</span> <strong>{text}</strong>
                <span className="block text-ink2">{message}</span>
              </li>
            ))}
          </ul>
          {unread.length > NAMED && (
            <p className="small mt-2 text-ink3">{t('moreUnread', { count: unread.length - NAMED })}</p>
          )}
        </div>
      )}
    </aside>
  );
}
