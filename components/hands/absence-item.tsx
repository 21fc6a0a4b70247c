'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useRefusal } from '@/components/form/use-refusal';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextLink } from '@/components/ui/link-button';
import { useToast } from '@/components/ui/toast';
import type { AbsenceDto, HandDto } from '@/lib/absences/schemas';
import { useWithdrawAbsence } from '@/lib/http/hands';
import { dayKey, formatLongDay, formatTime } from '@/lib/i18n/format';
import { paths } from '@/lib/paths';
import { useDayWords } from './use-day-words';

interface Props {
  hand: HandDto;
  absence: AbsenceDto;
  onEdit: () => void;
}

/** An absence, and what falls into it: each a link to where it is moved or handed over. */
export function AbsenceItem({ hand, absence, onEdit }: Props) {
  const t = useTranslations('hands');
  const words = useDayWords();
  const [removing, setRemoving] = useState(false);
  const days = words.absence(absence);
  const named = { name: hand.name, days };
  const facts = [t(`kinds.${absence.kind}`), absence.coverName && t('cover', { name: absence.coverName })];
  return (
    <li className="border-b border-hair py-4">
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
        <div className="min-w-52 flex-1">
          <p>
            <span className="strong">{hand.name}</span>, {days}
          </p>
          <p className="small text-ink2">{facts.filter(Boolean).join(', ')}</p>
          {absence.note && <p className="small mt-1">{absence.note}</p>}
        </div>
        <span className="flex gap-2">
          <Button size="small" variant="quiet" onPress={onEdit} aria-label={t('editOf', named)}>
            {t('edit')}
          </Button>
          <Button size="small" variant="quiet" onPress={() => setRemoving(true)} aria-label={t('removeOf', named)}>
            {t('remove')}
          </Button>
        </span>
      </div>
      <Falling falling={absence.falling} />
      {removing && <RemoveDialog hand={hand} absence={absence} days={days} onClose={() => setRemoving(false)} />}
    </li>
  );
}

function Falling({ falling: { appointments, orders } }: Pick<AbsenceDto, 'falling'>) {
  const t = useTranslations('hands');
  const kinds = useTranslations('calendar.kinds');
  const locale = useLocale();
  const count = appointments.length + orders.length;
  if (count === 0) return null;
  return (
    <div className="bati-box mt-3 px-4 py-3">
      <p className="small strong">{t('falling', { count })}</p>
      <ul className="small mt-2 flex flex-col gap-2">
        {appointments.map((one) => (
          <li key={one.id}>
            <TextLink href={{ pathname: paths.atelier.calendar, query: { week: dayKey(one.start) } }}>
              {kinds(one.kind)}, {one.clientName}
            </TextLink>{' '}
            <span className="text-ink2">
              {formatLongDay(locale, one.start)}, {formatTime(locale, one.start)}
            </span>
          </li>
        ))}
        {orders.map((one) => (
          <li key={one.id}>
            <TextLink href={paths.atelier.order(one.id)}>
              {one.title}, {one.clientName}
            </TextLink>{' '}
            <span className="text-ink2">{t('promised', { day: formatLongDay(locale, one.promisedDate) })}</span>
          </li>
        ))}
      </ul>
      <p className="caption mt-3 text-ink3">{t('fallingHelp')}</p>
    </div>
  );
}

interface RemoveProps extends Omit<Props, 'onEdit'> {
  days: string;
  onClose: () => void;
}

function RemoveDialog({ hand, absence, days, onClose }: RemoveProps) {
  const t = useTranslations('hands');
  const common = useTranslations('common');
  const say = useToast();
  const refusal = useRefusal();
  const withdraw = useWithdrawAbsence();
  return (
    <Dialog
      open
      onOpenChange={onClose}
      must
      title={t('removeTitle', { name: hand.name, days })}
      actions={
        <>
          <Button variant="quiet" onPress={onClose}>
            {common('cancel')}
          </Button>
          <Button
            variant="grave"
            busy={withdraw.isPending}
            onPress={() =>
              withdraw.mutate(
                { staffId: hand.id, id: absence.id },
                {
                  onSuccess: () => say({ text: t('removed') }),
                  onError: (error) => say({ text: refusal(error).first, error: true }),
                  onSettled: onClose,
                },
              )
            }
          >
            {t('remove')}
          </Button>
        </>
      }
    >
      {t('removeText')}
    </Dialog>
  );
}
