'use client';

import { useCallback, useEffect, useState } from 'react';
import * as v from 'valibot';
import { useDraft } from '@/components/form/use-draft';
import { perField } from '@/lib/orders/fields';

const uploaded = v.object({ id: v.string(), name: v.string(), mime: v.string(), size: v.number() });

export const OCCASIONS = ['wedding', 'ceremony', 'evening', 'everyday', 'other'] as const;
export const MEASURE_CHOICES = ['kept', 'home', 'atelier'] as const;

/** Everything the person has said so far. Texts are kept as typed; nothing is judged before it is sent. */
const draftSchema = v.object({
  modelSlug: v.optional(v.string(), ''),
  garment: v.optional(v.string(), ''),
  title: v.optional(v.string(), ''),
  ...perField(() => v.optional(v.string(), ''), v.optional(v.string(), '')),
  occasion: v.optional(v.union([v.picklist(OCCASIONS), v.literal('')]), ''),
  eventName: v.optional(v.string(), ''),
  colour: v.optional(v.string(), ''),
  fabric: v.optional(v.string(), ''),
  ownFabric: v.optional(v.boolean(), false),
  several: v.optional(v.boolean(), false),
  sample: v.optional(v.boolean(), false),
  words: v.optional(v.string(), ''),
  references: v.optional(v.array(uploaded), []),
  measures: v.optional(v.union([v.picklist(MEASURE_CHOICES), v.literal('')]), ''),
  silhouette: v.optional(v.string(), ''),
  couturierId: v.optional(v.string(), ''),
});
export type OrderDraft = v.InferOutput<typeof draftSchema>;

const EMPTY = v.parse(draftSchema, {});

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
