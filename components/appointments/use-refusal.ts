'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Appointment } from '@/lib/appointments/dto';
import { ApiError } from '@/lib/http/api';

/** Why an appointment was not taken, in a sentence; after somebody else's change, the version to save over knowingly. */
export function useRefusal(initialVersion: number) {
  const t = useTranslations('calendar');
  const [text, setText] = useState('');
  const [version, setVersion] = useState(initialVersion);
  const refuse = (error: unknown) => {
    if (!(error instanceof ApiError)) return setText(t('offline'));
    if (error.code === 'stale_version') {
      setVersion((error.problem['current'] as Appointment).version);
      return setText(t('stale'));
    }
    setText(error.problem.errors?.[0]?.message ?? (error.problem.detail || t('offline')));
  };
  return { text, setText, version, refuse };
}
