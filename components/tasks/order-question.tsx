'use client';

import { useTranslations } from 'next-intl';
import type { QuickAddForm } from './use-quick-add';

/** Which of the two Diallos: not ours to guess. */
export function OrderQuestion({ form }: { form: QuickAddForm }) {
  const t = useTranslations('tasks');
  if (form.open.length === 0) return null;
  return (
    <span role="group" aria-label={t('whichOrder')} className="flex w-full flex-wrap items-center gap-2 pb-2">
      <span className="smaller text-ocre" role="status">
        {t('whichOrder')}
      </span>
      {form.open.map((one, index) => (
        <button
          key={one.id}
          ref={index === 0 ? form.first : undefined}
          type="button"
          className="composer-chip"
          onClick={() => form.pick(one.id)}
        >
          {`${one.title}, ${one.clientName}`}
        </button>
      ))}
      <button type="button" className="composer-chip" onClick={() => form.pick(null)}>
        {t('noOrder')}
      </button>
    </span>
  );
}
