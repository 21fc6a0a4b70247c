'use client';

import { Lock, Reply } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Refusal } from '@/components/form/refusal';
import { useTextDraft } from '@/components/form/use-text-draft';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { Tag } from '@/components/ui/tag';
import { TextArea } from '@/components/ui/text-field';
import { useAddRemark } from '@/lib/http/orders';
import { formatDate, formatCentimetres, formatShortDate } from '@/lib/i18n/format';
import type { OrderDto, OrderEventDto } from '@/lib/orders/answers';
import { OrderPlate } from '../order-plate';
import { useOrderWords } from '../use-order-words';

const SHOWN = ['bustGirth', 'waistGirth', 'hipGirth'] as const;

interface Props {
  order: OrderDto;
  events: readonly OrderEventDto[];
  onAnswer: () => void;
}

/** Beside the work: the drawing, the change that waits, the first measurements, the notes that stay in the house. */
export function OrderAside({ order, events, onAnswer }: Props) {
  const { t, locale, value } = useOrderWords();
  const points = useTranslations('measurements.points');
  const open = order.changeRequests.find(({ status }) => status === 'open');
  const snapshot = order.measurementSnapshot;
  return (
    <aside className="min-w-0">
      {order.plate && <OrderPlate plate={order.plate} width={640} ratio="8 / 9" />}
      {open && (
        <section className="mt-5 border-t border-hair pt-4">
          <p className="flex flex-wrap items-center justify-between gap-2">
            <span className="small font-[560]">{t('change.title')}</span>
            <Tag tone="garance" icon={Reply}>
              {t('state.toAnswer')}
            </Tag>
          </p>
          <p className="small mt-1 text-ink2">{open.changes.map((change) => value(change, 'to')).join(', ')}</p>
          <Button wide size="small" className="mt-3" onPress={onAnswer}>
            {t('change.answer')}
          </Button>
        </section>
      )}
      {snapshot && (
        <section className="mt-5 border-t border-hair pt-4">
          <p className="small font-[560]">{t('desk.measuredOn', { date: formatDate(locale, snapshot.takenAt) })}</p>
          <dl className="small figures mt-2">
            {SHOWN.map((code) => {
              const centimetres = snapshot.values[code];
              return centimetres === undefined ? null : (
                <div key={code} className="flex justify-between gap-4 py-0.5">
                  <dt className="text-ink2">{points(code)}</dt>
                  <dd>{formatCentimetres(locale, centimetres)}</dd>
                </div>
              );
            })}
          </dl>
        </section>
      )}
      <Notes id={order.id} notes={events.filter(({ type }) => type === 'note')} />
    </aside>
  );
}

interface NotesProps {
  id: string;
  notes: readonly OrderEventDto[];
}

/** Never seen by the client: ocre ground, a lock, and words. */
function Notes({ id, notes }: NotesProps) {
  const { t, locale } = useOrderWords();
  const add = useAddRemark(id);
  const { value: text, change: setText, clear } = useTextDraft(`note:${id}`);
  return (
    <section className="mt-6 bg-wash-ocre p-4">
      <p className="flex flex-wrap items-center justify-between gap-2">
        <span className="small inline-flex items-center gap-2 font-[560]">
          <Icon of={Lock} size={16} />
          {t('desk.notes')}
        </span>
        <span className="caption text-ink2">{t('desk.notesHelp')}</span>
      </p>
      {notes.slice(0, 4).map((note) => (
        <div key={note.id} className="mt-3">
          <p className="small whitespace-pre-line">{note.note}</p>
          <p className="caption mt-1 text-ink2">
            {note.actorName}, {formatShortDate(locale, note.at)}
          </p>
        </div>
      ))}
      <form
        method="post"
        className="mt-3 grid gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim()) add.mutate({ text: text.trim(), kind: 'note' }, { onSuccess: clear });
        }}
      >
        <TextArea label={t('desk.noteField')} rows={2} value={text} onChange={setText} />
        <Button
          type="submit"
          size="small"
          className="justify-self-start"
          busy={add.isPending}
          isDisabled={!text.trim()}
        >
          {t('desk.noteAdd')}
        </Button>
      </form>
      <Refusal of={add.error} className="mt-2" />
    </section>
  );
}
