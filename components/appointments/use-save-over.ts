'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useRefusal } from '@/components/form/use-refusal';
import type { AppointmentDto } from '@/lib/appointments/dto';
import { currentOf } from '@/lib/http/refusal';

/** Why an appointment was not taken; after somebody else's change, with the version to save over knowingly. */
export function useSaveOver(initialVersion: number) {
  const t = useTranslations('calendar');
  const refusal = useRefusal({ stale_version: t('stale') });
  const [text, setText] = useState('');
  const [version, setVersion] = useState(initialVersion);
  const refuse = (error: unknown) => {
    setVersion((before) => currentOf<AppointmentDto>(error)?.version ?? before);
    setText(refusal(error).first);
  };
  return { text, setText, version, refuse };
}
