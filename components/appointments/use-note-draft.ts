'use client';

import * as v from 'valibot';
import { useDraft } from '@/components/form/use-draft';
import type { AppointmentDto } from '@/lib/appointments/dto';

const noteDraft = v.object({ version: v.number(), note: v.string() });

/**
 * The note of an appointment as it is typed, kept until it is sent. Day and hour are not: who comes back has clicked on
 * another. A kept note belongs to the version it was typed over, so that what somebody else wrote meanwhile is not lost.
 */
export function useNoteDraft(appointment: AppointmentDto | undefined) {
  const { value, change, clear, kept } = useDraft(`appointment:${appointment?.id ?? 'new'}`, noteDraft, {
    version: appointment?.version ?? 1,
    note: appointment?.note ?? '',
  });
  return { ...value, kept, clear, set: (note: string) => change((before) => ({ ...before, note })) };
}
