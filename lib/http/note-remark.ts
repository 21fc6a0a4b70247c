'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { TaskDto } from '../tasks/dto';
import type { noteRemarkInput } from '../tasks/schemas';
import { api } from './api';

/** Which number, on which marked picture. */
export interface RemarkPlace {
  conversationId: string;
  messageId: string;
  number: number;
}

/** Makes a task of a remark, with a copy of its picture. */
export function useNoteRemark() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ at, body, key }: { at: RemarkPlace; body: z.input<typeof noteRemarkInput>; key: string }) =>
      api<TaskDto>(`/api/conversations/${at.conversationId}/messages/${at.messageId}/remarks/${at.number}/task`, {
        body,
        idempotencyKey: key,
      }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['tasks'] }),
  });
}
