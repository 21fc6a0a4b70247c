'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useNow } from '@/components/ui/use-now';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Empty } from '@/components/ui/empty';
import { SectionHead } from '@/components/ui/section-head';
import { useToast } from '@/components/ui/toast';
import type { AppointmentDto } from '@/lib/appointments/dto';
import { isOpen } from '@/lib/appointments/rules';
import { useAppointments, useCancelAppointment } from '@/lib/http/appointments';
import { formatDuration, formatLongDay, formatTime } from '@/lib/i18n/format';
import type { Ask, ClientChoices } from './propose-sheet';
import { AppointmentTag } from './appointment-tag';
import { useSaveOver } from './use-save-over';
import { later } from '@/components/ui/later';

const ProposeSheet = later(() => import('./propose-sheet').then((one) => one.ProposeSheet));

/** From here on, a client's own are all: nobody had an appointment before. */
const EVER = '2000-01-01';

interface Props {
  initial: AppointmentDto[];
  choices: ClientChoices;
  /** Whom, and when, they asked for where they came from: the proposal opens with it. */
  ask?: Ask;
  now: string;
}

/** A client's appointments: what comes, what was, and a way to ask for another. */
export function ClientAppointments({ initial, choices, ask, now: loaded }: Props) {
  const t = useTranslations('calendar');
  const { data = initial } = useAppointments(EVER, undefined, initial);
  const now = useNow(loaded);
  const [sheet, setSheet] = useState<AppointmentDto | 'new' | null>(ask ? 'new' : null);
  const [leaving, setLeaving] = useState<AppointmentDto | null>(null);
  const coming = data.filter((one) => isOpen(one.status) && one.end > now);
  const past = data.filter((one) => !coming.includes(one)).reverse();
  return (
    <div className="page pt-10 pb-20">
      <div className="mb-10 flex flex-wrap items-end justify-between gap-6">
        <h1 className="d2">{t.rich('mine', { em: (words) => <em>{words}</em> })}</h1>
        <Button variant="primary" onPress={() => setSheet('new')}>
          {t('proposeTitle')}
        </Button>
      </div>
      <div className="flex max-w-3xl flex-col gap-14">
        <section>
          <SectionHead title={t('coming')} />
          {coming.length === 0 ? (
            <Empty drawing="sun" title={t('noneComing')} level="h3">
              {t('noneComingHelp')}
            </Empty>
          ) : (
            <ul>
              {coming.map((one) => (
                <Row key={one.id} appointment={one} onMove={() => setSheet(one)} onCancel={() => setLeaving(one)} />
              ))}
            </ul>
          )}
        </section>
        {past.length > 0 && (
          <section>
            <SectionHead title={t('past')} />
            <ul>
              {past.map((one) => (
                <Row key={one.id} appointment={one} />
              ))}
            </ul>
          </section>
        )}
      </div>
      {sheet && (
        <ProposeSheet
          appointment={sheet === 'new' ? undefined : sheet}
          choices={choices}
          ask={sheet === 'new' ? ask : undefined}
          now={now}
          onClose={() => setSheet(null)}
        />
      )}
      {leaving && <CancelDialog appointment={leaving} onClose={() => setLeaving(null)} />}
    </div>
  );
}

interface RowProps {
  appointment: AppointmentDto;
  onMove?: () => void;
  onCancel?: () => void;
}

function Row({ appointment: one, onMove, onCancel }: RowProps) {
  const t = useTranslations('calendar');
  const locale = useLocale();
  const sure = one.status !== 'proposed';
  return (
    <li className={`flex flex-wrap items-center gap-x-6 gap-y-3 py-5 ${sure ? 'border-b border-hair' : 'basted-row'}`}>
      <div className="min-w-60 flex-1">
        <p className="h2 first-letter:uppercase">
          {formatLongDay(locale, one.start)}, {formatTime(locale, one.start)}
        </p>
        <p className="small text-ink2">
          {[t(`kinds.${one.kind}`), one.order?.title, one.couturierName, formatDuration(one.minutes)]
            .filter(Boolean)
            .join(', ')}
        </p>
        {one.note && <p className="small mt-1">{one.note}</p>}
      </div>
      <AppointmentTag status={one.status} />
      {onMove && onCancel && (
        <div className="flex gap-1">
          <Button size="small" onPress={onMove}>
            {t('move')}
          </Button>
          <Button size="small" variant="quiet" onPress={onCancel}>
            {t('cancel')}
          </Button>
        </div>
      )}
    </li>
  );
}

function CancelDialog({ appointment, onClose }: { appointment: AppointmentDto; onClose: () => void }) {
  const t = useTranslations('calendar');
  const say = useToast();
  const cancel = useCancelAppointment();
  const { text, refuse } = useSaveOver(appointment.version);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('cancelQuestion')}
      actions={
        <>
          <Button variant="quiet" onPress={onClose}>
            {t('keep')}
          </Button>
          <Button
            variant="grave"
            busy={cancel.isPending}
            onPress={() =>
              cancel.mutate(appointment.id, {
                onSuccess: () => {
                  say({ text: t('cancelled') });
                  onClose();
                },
                onError: refuse,
              })
            }
          >
            {t('cancelIt')}
          </Button>
        </>
      }
    >
      <p role={text ? 'alert' : undefined}>{text || t('cancelHelp')}</p>
    </Dialog>
  );
}
