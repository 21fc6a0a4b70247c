'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { forwardPicturesInput } from '../chat/schemas';
import type { OrderEventDto } from '../orders/answers';
import { api } from './api';
import { orderKeys, useWishKey } from './orders';

/** Puts pictures of a message with an order. */
export function useForwardPictures(at: { conversationId: string; messageId: string }) {
  const queryClient = useQueryClient();
  const wish = useWishKey();
  return useMutation({
    mutationFn: (body: z.input<typeof forwardPicturesInput>) =>
      api<OrderEventDto>(`/api/conversations/${at.conversationId}/messages/${at.messageId}/forward`, {
        body,
        idempotencyKey: wish.keyOf([at, body]),
      }),
    onSuccess: () => {
      wish.granted();
      return queryClient.invalidateQueries({ queryKey: orderKeys.all });
    },
  });
}
