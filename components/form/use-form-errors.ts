'use client';

import { useTranslations } from 'next-intl';
import { ApiError } from '@/lib/http/api';

/** A refusal taken apart: a sentence for each field, and one for what is about no field. */
export interface FormRefusal {
  fields: Record<string, string>;
  text: string;
}

/** Reads a refusal in the reader's words; without an answer, that the network is away and nothing is lost. */
export function useFormErrors(): (error: unknown) => FormRefusal {
  const t = useTranslations('clients');
  return (error) => {
    if (!(error instanceof ApiError)) return { fields: {}, text: t('offline') };
    const fields = Object.fromEntries((error.problem.errors ?? []).map(({ path, message }) => [path, message]));
    return { fields, text: error.problem.detail || t('offline') };
  };
}
