'use client';

import { useMutation } from '@tanstack/react-query';
import type { z } from 'zod';
import type { ClosedDto, closePeriodInput } from '../books/schemas';
import { api } from './api';

/** Closes a day, a month or a year; sent again with the same key, it closes nothing twice. */
export const useClosePeriod = () =>
  useMutation({
    mutationFn: ({ key, ...body }: z.input<typeof closePeriodInput> & { key: string }) =>
      api<ClosedDto>('/api/ledger/closings', { body, idempotencyKey: key }),
  });
