'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Refusal } from '@/components/form/refusal';
import { Button } from '@/components/ui/button';
import { Sheet } from '@/components/ui/dialog';
import { Select } from '@/components/ui/select';
import { TextArea, TextField } from '@/components/ui/text-field';
import { useToast } from '@/components/ui/toast';
import type { Presence } from '@/lib/auth/rules';
import type { AppointmentDto } from '@/lib/appointments/dto';
import { APPOINTMENT_KINDS, type AppointmentKind, USUAL_MINUTES } from '@/lib/appointments/words';
import type { Taken } from '@/lib/appointments/schemas';
import { useCreateAppointment, useEditAppointment } from '@/lib/http/appointments';
import { newKey } from '@/lib/http/new-key';
import { dayKey, formatTime } from '@/lib/i18n/format';
import { useRouter } from '@/lib/i18n/routing';
import { type Hours, offeredStarts } from '@/lib/appointments/offered-starts';
import { useNoteDraft } from './use-note-draft';
import { useSaveOver } from './use-save-over';

/** What a client chooses from. */
export interface ClientChoices {
  hours: Hours;
  taken: Taken[];
  couturiers: { id: string; name: string; presence?: Presence }[];
  orders: { id: string; title: string; couturierId: string }[];
}

/** What somebody chose before the form opened. */
export interface Ask {
  couturierId?: string;
  /** ISO moment. */
  start?: string;
  kind?: AppointmentKind;
  orderId?: string;
}

interface Props {
  /** Given: another hour for it. */
  appointment?: AppointmentDto;
  choices: ClientChoices;
  ask?: Ask;
  now: string;
  onClose: () => void;
}

const NONE = 'none';

/** A client proposes an hour, or another one. */
export function ProposeSheet({ appointment, choices, ask, now, onClose }: Props) {
  const t = useTranslations('calendar');
  const common = useTranslations('common');
  const locale = useLocale();
  const say = useToast();
  const router = useRouter();
  const create = useCreateAppointment();
  const edit = useEditAppointment();
  const words = useNoteDraft(appointment);
  const refusal = useSaveOver(words.version);
  const [key, setKey] = useState(newKey);
  const given = appointment ?? ask;
  // The piece they are most likely coming for: the one they said, or one in the hands they asked for.
  const piece =
    choices.orders.find(({ id }) => id === ask?.orderId) ??
    choices.orders.find((order) => !ask?.couturierId || order.couturierId === ask.couturierId);
  const [kind, setKind] = useState<AppointmentKind>(given?.kind ?? (piece ? 'fitting' : 'other'));
  const [orderId, setOrderId] = useState(appointment?.orderId ?? piece?.id ?? NONE);
  const [couturierId, setCouturierId] = useState(
    given?.couturierId ?? piece?.couturierId ?? choices.couturiers[0]?.id ?? '',
  );
  const [day, setDay] = useState(given?.start ? dayKey(given.start) : '');
  const [start, setStart] = useState<string | null>(given?.start ?? null);
  const [missing, setMissing] = useState('');

  const minutes = appointment?.minutes ?? USUAL_MINUTES[kind];
  // The hour it holds itself is free for it.
  const taken = choices.taken.filter(
    (one) => one.couturierId !== appointment?.couturierId || one.start !== appointment.start,
  );
  const presence = choices.couturiers.find(({ id }) => id === couturierId)?.presence;
  const offered = offeredStarts(choices.hours, { day, minutes, couturierId, presence }, taken, now);
  const chosen = start !== null && offered.includes(start) ? start : null;

  const giveUp = () => {
    words.clear();
    onClose();
  };
  const send = () => {
    refusal.setText('');
    if (chosen === null) return setMissing(day ? t('hourNeeded') : t('dayNeeded'));
    const onSuccess = () => {
      say({ text: t('proposedSent') });
      giveUp();
    };
    const onError = (error: unknown) => {
      refusal.refuse(error);
      setKey(newKey());
      router.refresh();
    };
    const note = words.note.trim();
    if (appointment)
      edit.mutate(
        { id: appointment.id, version: refusal.version, start: chosen, note: note || null },
        { onSuccess, onError },
      );
    else
      create.mutate(
        {
          key,
          body: {
            kind,
            couturierId,
            start: chosen,
            minutes,
            ...(orderId === NONE ? {} : { orderId }),
            ...(note ? { note } : {}),
          },
        },
        { onSuccess, onError },
      );
  };

  return (
    <Sheet
      open
      onOpenChange={(open) => !open && onClose()}
      title={appointment ? t('moveTitle') : t('proposeTitle')}
      closeLabel={common('close')}
      foot={
        <div className="flex justify-end gap-2">
          <Button variant="quiet" onPress={giveUp}>
            {common('cancel')}
          </Button>
          <Button variant="primary" busy={create.isPending || edit.isPending} onPress={send}>
            {t('propose')}
          </Button>
        </div>
      }
    >
      <div className="flex flex-col gap-5">
        <Refusal of={refusal.text} head />
        {!appointment && (
          <>
            <Select
              label={t('fields.kind')}
              options={APPOINTMENT_KINDS.map((id) => ({ id, label: t(`kinds.${id}`) }))}
              value={kind}
              onChange={(id) => setKind(id as AppointmentKind)}
            />
            {choices.orders.length > 0 && (
              <Select
                label={t('fields.order')}
                options={[
                  { id: NONE, label: t('noOrder') },
                  ...choices.orders.map(({ id, title }) => ({ id, label: title })),
                ]}
                value={orderId}
                onChange={(id) => {
                  setOrderId(id);
                  const order = choices.orders.find((one) => one.id === id);
                  if (order) setCouturierId(order.couturierId);
                }}
              />
            )}
            <Select
              label={t('fields.couturier')}
              options={choices.couturiers.map(({ id, name }) => ({ id, label: name }))}
              value={couturierId}
              onChange={setCouturierId}
            />
          </>
        )}
        <TextField
          label={t('fields.day')}
          type="date"
          value={day}
          onChange={(value) => {
            setDay(value);
            setMissing('');
          }}
          error={missing && !day ? missing : undefined}
        />
        {day && offered.length === 0 ? (
          <p role="status" className="small">
            {t('noHour')}
          </p>
        ) : (
          <Select
            label={t('fields.hour')}
            options={offered.map((id) => ({ id, label: formatTime(locale, id) }))}
            value={chosen}
            onChange={(value) => {
              setStart(value);
              setMissing('');
            }}
            placeholder={t('chooseHour')}
            disabled={!day}
            error={missing && day ? missing : undefined}
          />
        )}
        <TextArea label={t('fields.note')} rows={3} value={words.note} onChange={words.set} maxLength={1000} />
        <p className="small text-ink2">{t('proposeHelp')}</p>
      </div>
    </Sheet>
  );
}
