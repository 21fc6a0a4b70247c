'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { KeptMark } from '@/components/form/kept-mark';
import { MinutesField } from '@/components/form/minutes-field';
import { Refusal } from '@/components/form/refusal';
import { SearchPicker } from '@/components/pickers/search-picker';
import { Button } from '@/components/ui/button';
import { Sheet } from '@/components/ui/dialog';
import { TextLink } from '@/components/ui/link-button';
import { Select } from '@/components/ui/select';
import { TextArea, TextField } from '@/components/ui/text-field';
import type { AppointmentDto } from '@/lib/appointments/dto';
import { isOpen } from '@/lib/appointments/rules';
import { APPOINTMENT_KINDS, type AppointmentKind } from '@/lib/appointments/words';
import type { ClientDto } from '@/lib/clients/dto';
import { useOrdersOf } from '@/lib/http/orders';
import { dayKey, formatLongDay, formatTime } from '@/lib/i18n/format';
import { paths } from '@/lib/paths';
import { AppointmentTag } from './appointment-tag';
import type { AboutOrder, CalendarChoices } from './choices';
import { NO_ORDER, useAppointmentForm } from './use-appointment-form';

interface Props {
  /** Left out: a new one. */
  appointment?: AppointmentDto;
  /** The day a new one starts from. */
  day: string;
  now: string;
  choices: CalendarChoices;
  /** What a new one is about. */
  about?: AboutOrder;
  onClose: () => void;
}

/** An appointment of the atelier: booked, answered, moved, given back or marked as held. */
export function AppointmentSheet({ appointment, day, now, choices, about, onClose }: Props) {
  const t = useTranslations('calendar');
  const common = useTranslations('common');
  const fittings = useTranslations('fittings');
  const locale = useLocale();
  const form = useAppointmentForm({ appointment, day, me: choices.me, about, onClose });
  const [asking, setAsking] = useState(false);
  const { draft, set, errors } = form;
  const hasSheet =
    appointment?.kind === 'fitting' &&
    appointment.orderId !== undefined &&
    (appointment.status === 'confirmed' || appointment.status === 'done');
  const settled = appointment !== undefined && !isOpen(appointment.status);
  const [client, setClient] = useState<{ id: string; label: string } | null>(null);
  const { data: orders = [] } = useOrdersOf(draft.clientId);
  const known = appointment?.order && !orders.some(({ id }) => id === appointment.order?.id) ? [appointment.order] : [];

  const foot = settled ? undefined : asking ? (
    <div className="flex flex-wrap items-center justify-end gap-2">
      <p className="small flex-1">{t('cancelQuestion')}</p>
      <Button variant="quiet" onPress={() => setAsking(false)}>
        {t('keep')}
      </Button>
      <Button variant="grave" busy={form.busy} onPress={form.cancel}>
        {t('cancelIt')}
      </Button>
    </div>
  ) : (
    <div className="flex flex-wrap items-center justify-end gap-2">
      {appointment && (
        <Button variant="quiet" onPress={() => setAsking(true)}>
          {t('cancelIt')}
        </Button>
      )}
      {appointment?.status === 'confirmed' && appointment.start <= now && (
        <Button busy={form.busy} onPress={form.done}>
          {t('markDone')}
        </Button>
      )}
      <Button
        variant={appointment?.status === 'proposed' ? 'secondary' : 'primary'}
        busy={form.busy}
        onPress={form.save}
      >
        {common('save')}
      </Button>
      {appointment?.status === 'proposed' && (
        <Button variant="primary" busy={form.busy} onPress={form.confirm}>
          {t('confirm')}
        </Button>
      )}
    </div>
  );

  return (
    <Sheet
      open
      onOpenChange={(open) => !open && onClose()}
      title={appointment?.clientName ?? about?.clientName ?? t('newTitle')}
      closeLabel={common('close')}
      foot={foot}
    >
      <div className="flex flex-col gap-5">
        {appointment && (
          <div className="flex flex-wrap items-center justify-between gap-3">
            <p className="first-letter:uppercase">
              {formatLongDay(locale, appointment.start)}, {formatTime(locale, appointment.start)}
            </p>
            <AppointmentTag status={appointment.status} />
          </div>
        )}
        {hasSheet && (
          <p>
            <TextLink href={paths.atelier.fitting(appointment.id)}>{fittings('open')}</TextLink>
          </p>
        )}
        <Refusal of={form.text} head />
        {settled ? (
          <>
            <p>
              {[t(`kinds.${appointment.kind}`), appointment.order?.title, appointment.couturierName]
                .filter(Boolean)
                .join(', ')}
            </p>
            {appointment.note && <p>{appointment.note}</p>}
            <p className="small text-ink2">{t('settled')}</p>
          </>
        ) : (
          <>
            {!appointment && !about && (
              <SearchPicker<ClientDto>
                resource="clients"
                labelOf={({ name }) => name}
                label={t('fields.client')}
                value={client}
                onChange={(chosen) => {
                  setClient(chosen);
                  set({ clientId: chosen?.id ?? null, orderId: NO_ORDER });
                }}
                openLabel={t('openList')}
                emptyLabel={t('nobodyFound')}
                error={errors.clientId}
              />
            )}
            <Select
              label={t('fields.kind')}
              options={APPOINTMENT_KINDS.map((id) => ({ id, label: t(`kinds.${id}`) }))}
              value={draft.kind}
              onChange={(kind) => set({ kind: kind as AppointmentKind })}
            />
            <Select
              label={t('fields.order')}
              options={[
                { id: NO_ORDER, label: t('noOrder') },
                ...[...known, ...orders].map(({ id, title, number }) => ({ id, label: `${title}, ${number}` })),
              ]}
              value={draft.orderId}
              onChange={(orderId) => set({ orderId })}
            />
            <Select
              label={t('fields.couturier')}
              options={choices.staff.map(({ id, name }) => ({ id, label: name }))}
              value={draft.couturierId}
              onChange={(couturierId) => set({ couturierId })}
            />
            <div className="grid gap-5 sm:grid-cols-2">
              <TextField
                label={t('fields.day')}
                type="date"
                value={draft.day}
                onChange={(value) => set({ day: value })}
                error={errors.day}
              />
              <TextField
                label={t('fields.hour')}
                type="time"
                value={draft.clock}
                onChange={(clock) => set({ clock })}
                error={errors.clock}
              />
              <MinutesField
                label={t('fields.minutes')}
                checked={form.checked}
                needed
                value={draft.minutes}
                onChange={(minutes) => set({ minutes })}
                error={errors.minutes}
              />
            </div>
            <TextArea
              label={t('fields.note')}
              rows={3}
              value={form.words.note}
              onChange={form.words.set}
              maxLength={1000}
            />
            <KeptMark kept={form.words.kept} onAbandon={form.words.clear} />
            {appointment && dayKey(appointment.start) !== draft.day && (
              <p className="small text-ink2" role="status">
                {formatLongDay(locale, appointment.start)} →{' '}
                {draft.day && formatLongDay(locale, `${draft.day}T12:00:00Z`)}
              </p>
            )}
          </>
        )}
      </div>
    </Sheet>
  );
}
