import { saidFields } from '@/lib/orders/fields';
import type { OrderDraft } from './draft';

/** Words of the form that end up in the order, in the language it was written in. */
export interface DraftWords {
  occasion: string | undefined;
  yes: string;
  measures: string;
}

/** The body of POST /api/orders for a draft; only what was said. */
export function toOrder(draft: OrderDraft, words: DraftWords, modelId: string | undefined) {
  const options: Record<string, string | boolean> = { measures: words.measures };
  if (draft.fabric.trim()) options['fabric'] = draft.fabric.trim();
  if (draft.colour.trim()) options['colour'] = draft.colour.trim();
  if (draft.ownFabric) options['ownFabric'] = true;
  if (draft.several) options['people'] = words.yes;
  if (draft.sample) options['sample'] = true;
  if (draft.silhouette.trim()) options['silhouette'] = draft.silhouette.trim();
  const occasion = [words.occasion, draft.eventName.trim()].filter(Boolean).join(', ');
  return {
    ...(modelId ? { modelId } : { title: draft.title.trim(), garment: draft.garment }),
    description: draft.words.trim(),
    options,
    ...saidFields({ ...draft, occasion }),
    ...(draft.couturierId ? { couturierId: draft.couturierId } : {}),
    referenceFileIds: draft.references.map((file) => file.id),
  };
}
