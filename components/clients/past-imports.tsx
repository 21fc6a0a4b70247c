'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Refusal } from '@/components/form/refusal';
import { Button } from '@/components/ui/button';
import type { ImportDto } from '@/lib/clients/schemas';
import { useImports, useUndoImport } from '@/lib/http/clients';
import { formatDate, formatTime } from '@/lib/i18n/format';
import { ImportLeft } from './import-left';

/** The imports of the last thirty days: each is taken back by one press, and says what it left. */
export function PastImports({ initial }: { initial: readonly ImportDto[] }) {
  const t = useTranslations('clients.import.undo');
  const { data } = useImports({ items: [...initial] });
  if (data.items.length === 0) return null;
  return (
    <section className="mt-14 max-w-240">
      <h2 className="h1">{t('past')}</h2>
      <ul className="mt-4 border-t border-ink">
        {data.items.map((one) => (
          <PastImport key={one.id} one={one} />
        ))}
      </ul>
    </section>
  );
}

function PastImport({ one }: { one: ImportDto }) {
  const t = useTranslations('clients.import.undo');
  const locale = useLocale();
  const undo = useUndoImport();
  const { id, at, until, by, opened, changed, undone } = one;
  const when = (moment: string) => ({ day: formatDate(locale, moment), time: formatTime(locale, moment) });
  return (
    <li className="border-b border-hair py-4">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <p className="font-semibold wrap-anywhere">{t('when', { ...when(at), by })}</p>
          <p className="small mt-1 text-ink2">{t('did', { opened, changed })}</p>
          <p className="small text-ink2 wrap-anywhere">
            {undone
              ? t('undoneBy', { ...when(undone.at), by: undone.by, removed: undone.removed, restored: undone.restored })
              : t('until', { day: formatDate(locale, until) })}
          </p>
        </div>
        {!undone && (
          <Button
            busy={undo.isPending}
            busyLabel={t('busy')}
            aria-label={t('undoOf', when(at))}
            onPress={() => undo.mutate(id)}
          >
            {t('undo')}
          </Button>
        )}
      </div>
      <Refusal of={undo.error} className="mt-2" />
      {undone && <ImportLeft undone={undone} />}
    </li>
  );
}
