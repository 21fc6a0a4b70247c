'use client';

import {
  infiniteQueryOptions,
  type QueryClient,
  queryOptions,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useRef } from 'react';
import type { z } from 'zod';
import type {
  acceptQuoteInput,
  denyAgreementInput,
  keepPaperInput,
  answerChangeInput,
  requestChangeInput,
  createOrderInput,
  openRetoucheInput,
  answerDefectInput,
  creditInvoiceInput,
  issueInvoiceInput,
  createApprovalInput,
  editOrderInput,
  holdOrderInput,
  recordPaymentInput,
  sendQuoteInput,
  signApprovalInput,
  addRemarkInput,
  resumeOrderInput,
  transferOrderInput,
  moveOrderInput,
  undoMoveInput,
} from '../orders/schemas';
import type { OrderDto, OrderEventDto, OrderPicturesDto, UsualPricesDto } from '../orders/answers';
import type { Page } from '../pages';
import { api } from './api';
import { keepAnswer } from './keep-answer';
import { newKey } from './new-key';
import { readAll, searchOf } from './read-all';
import { refusedBy } from './refusal';

/** What a list may be narrowed by, as it stands in the address bar. */
export interface OrderFilters {
  stage?: string;
  clientId?: string;
  couturierId?: string;
  due?: string;
  paidFrom?: string;
  paidTo?: string;
  kind?: string;
  defect?: string;
  q?: string;
}

const ROOT = '/api/orders';
const of = (id: string) => `${ROOT}/${id}`;

/** Keys start with the resource, so that a `changed` frame makes all of them read again. */
export const orderKeys = {
  all: ['orders'] as const,
  list: (filters: OrderFilters) => ['orders', 'list', filters] as const,
  one: (id: string) => ['orders', 'one', id] as const,
  events: (id: string) => ['orders', 'events', id] as const,
};

/** All orders that fit the filters; `initial` is what the page was rendered with. */
export const useOrders = (filters: OrderFilters, initial?: OrderDto[]) =>
  useQuery(
    queryOptions({
      queryKey: orderKeys.list(filters),
      queryFn: ({ signal }) => readAll<OrderDto>(ROOT, filters, signal),
      initialData: initial,
    }),
  );

/** What a client has at work; nothing while nobody is chosen. */
export const useOrdersOf = (clientId: string | null) =>
  useQuery({
    queryKey: orderKeys.list({ clientId: clientId ?? '', stage: 'active' }),
    queryFn: ({ signal }) => readAll<OrderDto>(ROOT, { clientId: clientId ?? '', stage: 'active' }, signal),
    enabled: clientId !== null,
  });

/** What the house usually asks; it hardly moves while one writes. */
export const useUsualPrices = (): UsualPricesDto | undefined =>
  useQuery({
    queryKey: [...orderKeys.all, 'usual-prices'],
    queryFn: ({ signal }) => api<UsualPricesDto>(`${ROOT}/usual-prices`, { signal }),
    staleTime: 10 * 60_000,
  }).data;

export const useOrder = (id: string, initial?: OrderDto) =>
  useQuery(
    queryOptions({
      queryKey: orderKeys.one(id),
      queryFn: ({ signal }) => api<OrderDto>(of(id), { signal }),
      initialData: initial,
    }),
  );

/** The pictures its bon à couper may show. */
export const useOrderPictures = (id: string) =>
  useQuery({
    queryKey: [...orderKeys.all, 'pictures', id],
    queryFn: ({ signal }) => api<OrderPicturesDto>(`${of(id)}/pictures`, { signal }),
  });

/** The timeline, newest first, older pages on demand. */
export const useOrderEvents = (id: string, initial?: Page<OrderEventDto>) =>
  useInfiniteQuery(
    infiniteQueryOptions({
      queryKey: orderKeys.events(id),
      queryFn: ({ pageParam, signal }) =>
        api<Page<OrderEventDto>>(`${of(id)}/events?${searchOf({ limit: '50', cursor: pageParam }).toString()}`, {
          signal,
        }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page) => page.nextCursor ?? undefined,
      initialData: initial ? { pages: [initial], pageParams: [undefined] } : undefined,
    }),
  );

type Sent<S extends z.ZodType> = z.input<S>;

/** One key per wish: a second press, or a try after the network came back, is the same wish; another body is another. */
export function useWishKey() {
  const last = useRef<{ wish: string; key: string } | null>(null);
  return {
    keyOf(input: unknown): string {
      const wish = JSON.stringify(input);
      if (last.current?.wish !== wish) last.current = { wish, key: newKey() };
      return last.current.key;
    },
    granted(): void {
      last.current = null;
    },
  };
}

/** The hours may have changed since they were read: what a form says of a day is read again when the house refuses it. */
const readPromises = (queryClient: QueryClient, error: unknown) =>
  refusedBy(error)?.code === 'promise_untenable'
    ? queryClient.invalidateQueries({ queryKey: ['promises'] })
    : undefined;

/** A change of one order: the answer is the order as it is now, and everything that shows orders reads again. */
function useOrderMutation<V>(id: string, path: (input: V) => { path: string; method?: string; body?: unknown }) {
  const queryClient = useQueryClient();
  const wish = useWishKey();
  return useMutation({
    mutationFn: (input: V) => {
      const call = path(input);
      return api<OrderDto>(`${of(id)}${call.path}`, {
        method: call.method ?? 'POST',
        body: call.body,
        idempotencyKey: call.method ? undefined : wish.keyOf([call.path, call.body]),
      });
    },
    onSuccess: async (order) => {
      wish.granted();
      await keepAnswer(queryClient, orderKeys.one(id), order);
      await queryClient.invalidateQueries({
        queryKey: orderKeys.all,
        predicate: ({ queryKey }) => queryKey[1] !== 'one',
      });
      // What is to do on it may have ended, or moved, with it.
      await queryClient.invalidateQueries({ queryKey: ['tasks'] });
      void queryClient.invalidateQueries({ queryKey: ['promises'] });
    },
    onError: (error) => readPromises(queryClient, error),
  });
}

export function useCreateOrder() {
  const queryClient = useQueryClient();
  const wish = useWishKey();
  return useMutation({
    mutationFn: (body: Sent<typeof createOrderInput>) =>
      api<OrderDto>(ROOT, { body, idempotencyKey: wish.keyOf(body) }),
    onSuccess: () => {
      wish.granted();
      return queryClient.invalidateQueries({ queryKey: orderKeys.all });
    },
    onError: (error) => readPromises(queryClient, error),
  });
}

export function useOpenRetouche() {
  const queryClient = useQueryClient();
  const wish = useWishKey();
  return useMutation({
    mutationFn: (body: Sent<typeof openRetoucheInput>) =>
      api<OrderDto>(`${ROOT}/retouches`, { body, idempotencyKey: wish.keyOf(body) }),
    onSuccess: async () => {
      wish.granted();
      await queryClient.invalidateQueries({ queryKey: orderKeys.all });
      void queryClient.invalidateQueries({ queryKey: ['promises'] });
    },
    onError: (error) => readPromises(queryClient, error),
  });
}

/** Shows an order as a refusal said it is now. */
export function useTakeOrder() {
  const queryClient = useQueryClient();
  return (order: OrderDto) => keepAnswer(queryClient, orderKeys.one(order.id), order);
}

export const useEditOrder = (id: string) =>
  useOrderMutation(id, (body: Sent<typeof editOrderInput>) => ({ path: '', method: 'PATCH', body }));
export const useMoveOrder = (id: string) =>
  useOrderMutation(id, (body: Sent<typeof moveOrderInput>) => ({ path: '/transitions', body }));
/** Undoes a move of any order within its minute; a toast does it after its dialog is gone, so the order is named when it is pressed. */
export function useUndoMove() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...body }: Sent<typeof undoMoveInput> & { id: string }) =>
      api<OrderDto>(`${of(id)}/transitions/undo`, { body, idempotencyKey: newKey() }),
    onSuccess: (order) => keepAnswer(queryClient, orderKeys.one(order.id), order),
    onSettled: async () => {
      await queryClient.invalidateQueries({ queryKey: orderKeys.all });
      await queryClient.invalidateQueries({ queryKey: ['tasks'] });
    },
  });
}
export const useTellMove = (id: string) => useOrderMutation(id, () => ({ path: '/transitions/tell' }));
/** Moves any order of a board: shown at once in its new place, put back if it is refused. */
export function useMoveOnBoard() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...body }: Sent<typeof moveOrderInput> & { id: string }) =>
      api<OrderDto>(`${of(id)}/transitions`, { body, idempotencyKey: newKey() }),
    onMutate: async ({ id, to }) => {
      await queryClient.cancelQueries({ queryKey: ['orders', 'list'] });
      const before = queryClient.getQueriesData<OrderDto[]>({ queryKey: ['orders', 'list'] });
      queryClient.setQueriesData<OrderDto[]>({ queryKey: ['orders', 'list'] }, (orders) =>
        orders?.map((order) => (order.id === id ? { ...order, stage: to } : order)),
      );
      return before;
    },
    onError: async (_error, _input, before) => {
      for (const [key, orders] of before ?? []) await keepAnswer(queryClient, key, orders);
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: orderKeys.all }),
  });
}
export const useHoldOrder = (id: string) =>
  useOrderMutation(id, (body: Sent<typeof holdOrderInput>) => ({ path: '/hold', body }));
export const useTransferOrder = (id: string) =>
  useOrderMutation(id, (body: Sent<typeof transferOrderInput>) => ({ path: '/transfer', body }));
export const useResumeOrder = (id: string) =>
  useOrderMutation(id, (body: Sent<typeof resumeOrderInput>) => ({ path: '/resume', body }));
export const useSendQuote = (id: string) =>
  useOrderMutation(id, (body: Sent<typeof sendQuoteInput>) => ({ path: '/quotes', body }));
export const useAcceptQuote = (id: string) =>
  useOrderMutation(id, ({ n, ...body }: { n: number } & Sent<typeof acceptQuoteInput>) => ({
    path: `/quotes/${n}/accept`,
    body,
  }));
export const useDeclineQuote = (id: string) =>
  useOrderMutation(id, ({ n, note }: { n: number; note?: string }) => ({
    path: `/quotes/${n}/decline`,
    body: { note },
  }));
export const useRecordPayment = (id: string) =>
  useOrderMutation(id, (body: Sent<typeof recordPaymentInput>) => ({ path: '/payments', body }));
export const useReversePayment = (id: string) =>
  useOrderMutation(id, ({ n, note }: { n: number; note?: string }) => ({
    path: `/payments/${n}`,
    method: 'DELETE',
    body: { note },
  }));
export const useIssueInvoice = (id: string) =>
  useOrderMutation(id, (body: Sent<typeof issueInvoiceInput>) => ({ path: '/invoices', body }));
export const useCreditInvoice = (id: string) =>
  useOrderMutation(id, ({ number, ...body }: Sent<typeof creditInvoiceInput> & { number: string }) => ({
    path: `/invoices/${number}/credit`,
    body,
  }));
export const useRequestChange = (id: string) =>
  useOrderMutation(id, (body: Sent<typeof requestChangeInput>) => ({ path: '/change-requests', body }));
export const useAnswerChange = (id: string) =>
  useOrderMutation(id, ({ n, ...body }: Sent<typeof answerChangeInput> & { n: number }) => ({
    path: `/change-requests/${n}/answer`,
    body,
  }));
export const useConfirmChange = (id: string) =>
  useOrderMutation(id, ({ n }: { n: number }) => ({ path: `/change-requests/${n}/confirm` }));
export const useWithdrawChange = (id: string) =>
  useOrderMutation(id, ({ n }: { n: number }) => ({ path: `/change-requests/${n}/withdraw` }));
export const useCreateApproval = (id: string) =>
  useOrderMutation(id, (body: Sent<typeof createApprovalInput>) => ({ path: '/cutting-approval', body }));
export const useSignApproval = (id: string) =>
  useOrderMutation(id, (body: Sent<typeof signApprovalInput>) => ({ path: '/cutting-approval/sign', body }));

export const useKeepPaper = (id: string) =>
  useOrderMutation(id, (body: Sent<typeof keepPaperInput>) => ({ path: '/agreement/paper', body }));
export const useDenyAgreement = (id: string) =>
  useOrderMutation(id, (body: Sent<typeof denyAgreementInput>) => ({ path: '/agreement/denial', body }));

export const useAnswerDefect = (id: string) =>
  useOrderMutation(id, ({ n, ...body }: { n: number } & Sent<typeof answerDefectInput>) => ({
    path: `/defects/${n}/answer`,
    body,
  }));

/** Remarks answer their event; a defect stands in the order, too. */
export function useAddRemark(id: string) {
  const queryClient = useQueryClient();
  const wish = useWishKey();
  return useMutation({
    mutationFn: (body: Sent<typeof addRemarkInput>) =>
      api<OrderEventDto>(`${of(id)}/remarks`, { body, idempotencyKey: wish.keyOf(body) }),
    onSuccess: async (event) => {
      wish.granted();
      if (event.type === 'defect') await queryClient.invalidateQueries({ queryKey: orderKeys.one(id) });
      await queryClient.invalidateQueries({ queryKey: orderKeys.events(id) });
    },
  });
}
