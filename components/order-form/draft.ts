'use client';

import { useCallback, useEffect, useState } from 'react';
import * as z from 'zod/mini';
import { useDraft } from '@/components/form/use-draft';
import { perField } from '@/lib/orders/fields';

const uploaded = z.object({ id: z.string(), name: z.string(), mime: z.string(), size: z.number() });

export const OCCASIONS = ['wedding', 'ceremony', 'evening', 'everyday', 'other'] as const;
export const MEASURE_CHOICES = ['kept', 'home', 'atelier'] as const;

/** Everything the person has said so far. Texts are kept as typed; nothing is judged before it is sent. */
const draftSchema = z.object({
  modelSlug: z._default(z.string(), ''),
  garment: z._default(z.string(), ''),
  title: z._default(z.string(), ''),
  ...perField(() => z._default(z.string(), ''), z._default(z.string(), '')),
  occasion: z._default(z.union([z.enum(OCCASIONS), z.literal('')]), ''),
  eventName: z._default(z.string(), ''),
  colour: z._default(z.string(), ''),
  fabric: z._default(z.string(), ''),
  ownFabric: z._default(z.boolean(), false),
  several: z._default(z.boolean(), false),
  sample: z._default(z.boolean(), false),
  words: z._default(z.string(), ''),
  references: z._default(z.array(uploaded), []),
  measures: z._default(z.union([z.enum(MEASURE_CHOICES), z.literal('')]), ''),
  silhouette: z._default(z.string(), ''),
  couturierId: z._default(z.string(), ''),
});
export type OrderDraft = z.infer<typeof draftSchema>;

const EMPTY = draftSchema.parse({});

/** What an address may bring: the model, its colour and the couturier someone came from; or all of a piece that is to be made again. */
export interface DraftStart extends Pick<OrderDraft, 'modelSlug' | 'colour' | 'couturierId'> {
  again?: Partial<OrderDraft>;
}

/** Another model takes the place of the garment; what was told of the person and the feast stays. */
function startFrom(kept: OrderDraft, { modelSlug, colour, couturierId, again }: DraftStart): OrderDraft {
  if (again) return { ...kept, ...again };
  const another = modelSlug !== '' && modelSlug !== kept.modelSlug;
  return {
    ...kept,
    ...(another ? { modelSlug, colour: '', fabric: '' } : {}),
    ...(colour ? { colour } : {}),
    ...(couturierId ? { couturierId } : {}),
  };
}

/** The draft of an order; what the address brings is taken into it once, over what was kept. */
export function useOrderDraft({ modelSlug, colour, couturierId, again }: DraftStart) {
  const draft = useDraft('order', draftSchema, EMPTY);
  const brought = again !== undefined || modelSlug !== '' || colour !== '' || couturierId !== '';
  const [taken, setTaken] = useState(!brought);
  const { ready, change: write } = draft;

  useEffect(() => {
    if (!ready || taken) return;
    write((kept) => startFrom(kept, { modelSlug, colour, couturierId, again }));
    setTaken(true);
    // The draft has it now: a reload must not bring back what is changed from here on.
    const url = new URL(window.location.href);
    for (const name of ['model', 'colour', 'couturierId', 'orderId']) url.searchParams.delete(name);
    window.history.replaceState(null, '', url);
  }, [ready, taken, write, modelSlug, colour, couturierId, again]);

  const change = useCallback<ChangeDraft>(
    (part) => write((before) => ({ ...before, ...(typeof part === 'function' ? part(before) : part) })),
    [write],
  );
  return {
    draft: taken ? draft.value : startFrom(draft.value, { modelSlug, colour, couturierId, again }),
    change,
    forget: draft.clear,
    ready: ready && taken,
    kept: draft.kept,
  };
}

/** Changes some fields; the function form sees the newest draft, for what arrives while one goes on typing. */
export type ChangeDraft = (part: Partial<OrderDraft> | ((before: OrderDraft) => Partial<OrderDraft>)) => void;
