'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { AppointmentDto } from '@/lib/appointments/dto';
import { ApiError } from '@/lib/http/api';

const isStale = (error: unknown): error is ApiError => error instanceof ApiError && error.code === 'stale_version';

/** Why an appointment was not taken, in a sentence; `meanwhile` is said after somebody else's change. */
export function useRefusalWords(): (error: unknown, meanwhile: string) => string {
  const t = useTranslations('calendar');
  return (error, meanwhile) => {
    if (isStale(error)) return meanwhile;
    if (!(error instanceof ApiError)) return t('offline');
    return error.problem.errors?.[0]?.message ?? (error.problem.detail || t('offline'));
  };
}

/** The same kept for a form; after somebody else's change, with the version to save over knowingly. */
export function useRefusal(initialVersion: number) {
  const t = useTranslations('calendar');
  const words = useRefusalWords();
  const [text, setText] = useState('');
  const [version, setVersion] = useState(initialVersion);
  const refuse = (error: unknown) => {
    if (isStale(error)) setVersion((error.problem['current'] as AppointmentDto).version);
    setText(words(error, t('stale')));
  };
  return { text, setText, version, refuse };
}
