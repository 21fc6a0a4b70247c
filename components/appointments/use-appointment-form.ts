'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useRead } from '@/components/form/use-read';
import { useToast } from '@/components/ui/toast';
import type { AppointmentDto } from '@/lib/appointments/dto';
import type { AppointmentKind } from '@/lib/appointments/words';
import {
  useCancelAppointment,
  useConfirmAppointment,
  useCreateAppointment,
  useEditAppointment,
} from '@/lib/http/appointments';
import { MINUTES } from '@/lib/number-kinds';
import { newKey } from '@/lib/http/new-key';
import { atelierMoment, clockMinutes, minuteOfDay } from '@/lib/i18n/atelier-time';
import { dayKey } from '@/lib/i18n/format';
import type { AboutOrder } from './choices';
import { useNoteDraft } from './use-note-draft';
import { useSaveOver } from './use-save-over';

/** Stands for « no order » in a list, which has no empty choice. */
export const NO_ORDER = 'none';

const pad = (value: number) => String(value).padStart(2, '0');
const clockOf = (start: string): string => {
  const minute = minuteOfDay(start);
  return `${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`;
};

interface Draft {
  clientId: string | null;
  kind: AppointmentKind;
  orderId: string;
  couturierId: string;
  day: string;
  clock: string;
  minutes: string;
}

type Errors = Partial<Record<'clientId' | 'day' | 'clock' | 'minutes', string>>;

interface Typing {
  /** Left out: a new one. */
  appointment?: AppointmentDto;
  /** The day a new one starts from. */
  day: string;
  me: string;
  about?: AboutOrder;
  onClose: () => void;
}

/** What is typed about an appointment, and the gestures that send it. */
export function useAppointmentForm({ appointment, day, me, about, onClose }: Typing) {
  const t = useTranslations('calendar');
  const say = useToast();
  const create = useCreateAppointment();
  const edit = useEditAppointment();
  const confirming = useConfirmAppointment();
  const cancelling = useCancelAppointment();
  const words = useNoteDraft(appointment);
  const refusal = useSaveOver(words.version);
  const [key, setKey] = useState(newKey);
  const [errors, setErrors] = useState<Errors>({});
  const [checked, setChecked] = useState(false);
  const read = useRead();
  const [draft, setDraft] = useState<Draft>({
    clientId: appointment?.clientId ?? about?.clientId ?? null,
    kind: appointment?.kind ?? 'fitting',
    orderId: appointment?.orderId ?? about?.orderId ?? NO_ORDER,
    couturierId: appointment?.couturierId ?? about?.couturierId ?? me,
    day: appointment ? dayKey(appointment.start) : day,
    clock: appointment ? clockOf(appointment.start) : '10:00',
    minutes: read.print(appointment?.minutes ?? 60, MINUTES),
  });

  /** @param unkept whether the note has arrived, or has no appointment any more */
  const after = (done: string, unkept = false) => ({
    onSuccess: () => {
      if (unkept) words.clear();
      say({ text: done });
      onClose();
    },
    onError: (error: unknown) => {
      setKey(newKey());
      refusal.refuse(error);
    },
  });

  const check = (): { start: string; minutes: number } | null => {
    setChecked(true);
    const minutes = read.minutes(draft.minutes);
    const found: Errors = {
      ...(draft.clientId ? {} : { clientId: t('clientNeeded') }),
      ...(draft.day ? {} : { day: t('dayNeeded') }),
      ...(draft.clock ? {} : { clock: t('hourNeeded') }),
      ...(!minutes || (minutes >= 15 && minutes <= 480) ? {} : { minutes: t('minutesWrong') }),
    };
    setErrors(found);
    if (Object.keys(found).length > 0 || !minutes) return null;
    return { start: atelierMoment(draft.day, clockMinutes(draft.clock)).toISOString(), minutes };
  };

  const save = () => {
    refusal.setText('');
    const slot = check();
    if (!slot || !draft.clientId) return;
    const note = words.note.trim();
    const orderId = draft.orderId === NO_ORDER ? undefined : draft.orderId;
    const { kind, couturierId } = draft;
    if (!appointment) {
      const body = { clientId: draft.clientId, kind, couturierId, orderId, ...slot, ...(note ? { note } : {}) };
      return create.mutate({ key, body }, after(t('saved'), true));
    }
    // Only what changed is sent: an hour that stays is no move, and nobody is told of one.
    edit.mutate(
      {
        id: appointment.id,
        version: refusal.version,
        kind,
        orderId: orderId ?? null,
        note: note || null,
        ...(couturierId === appointment.couturierId ? {} : { couturierId }),
        ...(slot.start === appointment.start ? {} : { start: slot.start }),
        ...(slot.minutes === appointment.minutes ? {} : { minutes: slot.minutes }),
      },
      after(t('saved'), true),
    );
  };

  return {
    draft,
    words,
    checked,
    set: (change: Partial<Draft>) => setDraft((before) => ({ ...before, ...change })),
    errors,
    text: refusal.text,
    busy: create.isPending || edit.isPending || confirming.isPending || cancelling.isPending,
    save,
    confirm: () => appointment && confirming.mutate(appointment.id, after(t('confirmed'))),
    cancel: () => appointment && cancelling.mutate(appointment.id, after(t('cancelled'), true)),
    done: () =>
      appointment && edit.mutate({ id: appointment.id, version: refusal.version, status: 'done' }, after(t('saved'))),
  };
}
