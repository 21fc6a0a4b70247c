'use client';

import { useEffect, useState } from 'react';
import type { Locale } from '@/lib/actor';
import { api } from '@/lib/http/api';
import { formatDayMonth } from '@/lib/i18n/format';
import type { PromiseDto } from '@/lib/promises/schemas';

interface Props {
  garment: string;
  couturierId: string;
  locale: Locale;
  /** The usual time of the model, as long as nothing else is known: the page is the same for everyone and kept for long. */
  usual: string;
}

/** The first day on which the hands of the house can have the piece ready, asked once the page is there. */
export function HonestDay({ garment, couturierId, locale, usual }: Props) {
  const [day, setDay] = useState<string>();
  useEffect(() => {
    const given = new AbortController();
    const search = new URLSearchParams({ garment, couturierId });
    api<PromiseDto>(`/api/promises?${search}`, { signal: given.signal, asAnyone: true }).then(
      ({ earliest }) => setDay(earliest),
      // The usual time stays: it is what the house said of the model.
      () => undefined,
    );
    return () => given.abort();
  }, [garment, couturierId]);
  return <>{day ? formatDayMonth(locale, day) : usual}</>;
}
