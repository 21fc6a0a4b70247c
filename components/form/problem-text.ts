'use client';

import { useTranslations } from 'next-intl';
import { ApiError } from '@/lib/http/api';

/** A refusal in the reader's words: the house's sentence, or that the network is away and nothing is lost. */
export function useProblemText(): (error: unknown) => string {
  const t = useTranslations('orders.problem');
  return (error) => (error instanceof ApiError && error.problem.detail ? error.problem.detail : t('offline'));
}
