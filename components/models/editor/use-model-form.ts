'use client';

import { useState } from 'react';
import * as v from 'valibot';
import { useDraft } from '@/components/form/use-draft';
import { useSure } from '@/components/form/use-sure';
import { useRefusal } from '@/components/form/use-refusal';
import { useCreateModel, useEditModel } from '@/lib/http/models';
import { useUsualPrices } from '@/lib/http/orders';
import { currentOf } from '@/lib/http/refusal';
import { inUnits } from '@/lib/money';
import { draftOf, inputOf, type ModelDraft, modelDraft } from '@/lib/models/draft';
import type { ModelDto, ModelStatus } from '@/lib/models/schemas';

/** By the path the house names: `title.en`, `fabrics.0.label.fr`. */
export type FieldErrors = Readonly<Record<string, string>>;

/** What is typed, and the version it is typed over. */
const typedOver = v.object({ version: v.pipe(v.number(), v.integer()), draft: modelDraft });

interface Refused {
  sentence: string;
  fields: FieldErrors;
  /** What somebody else saved in between. */
  current?: ModelDto;
}

/**
 * The form of a model: what is typed stays until it is saved, whatever the answer. A save that comes second shows what
 * stands now and lets one keep either.
 */
export function useModelForm(start: ModelDraft, model: ModelDto | null) {
  const [base, setBase] = useState({ version: model?.version ?? 0, draft: start });
  const typed = useDraft(`model:${model?.id ?? 'new'}`, typedOver, base);
  const { draft, version } = typed.value;
  const [refusal, setRefusal] = useState<Refused | null>(null);
  const words = useRefusal();
  const sure = useSure();
  const prices = useUsualPrices();
  const usualPrice = prices?.model?.currency === draft.currency ? inUnits(prices.model) : undefined;
  const [asked, setAsked] = useState(false);
  const create = useCreateModel();
  const edit = useEditModel(model?.id ?? '');
  const dirty = JSON.stringify(draft) !== JSON.stringify(base.draft);

  const settle = (next: ModelDto) => {
    setBase({ version: next.version, draft: draftOf(next) });
    typed.clear();
    setRefusal(null);
    return next;
  };

  /** Saves what is typed and, when asked, changes the status; `null` when the house refused. */
  const save = async (status?: ModelStatus, over = version): Promise<ModelDto | null> => {
    if (draft.price !== undefined && sure.isOpen('price', draft.price, usualPrice)) {
      setAsked(true);
      document.getElementById('priceFrom.amount')?.focus();
      return null;
    }
    // What was to be mended is asked anew: points of the last answer, pressed meanwhile, would lose the focus to the next one's.
    setRefusal(null);
    try {
      const body = inputOf(draft);
      const next = model
        ? await edit.mutateAsync({ ...body, version: over, ...(status ? { status } : {}) })
        : await create.mutateAsync({ ...body, ...(status === 'published' ? { status } : {}) });
      return settle(next);
    } catch (error) {
      const { text: sentence, fields } = words(error);
      setRefusal({ sentence, fields, current: currentOf<ModelDto>(error) });
      return null;
    }
  };

  return {
    draft,
    dirty,
    kept: typed.kept,
    refusal,
    errors: refusal?.fields ?? {},
    /** A price far beyond the others is asked once, at the latest when it is saved. */
    price: { sure, usual: usualPrice, asked },
    busy: create.isPending || edit.isPending,
    set: (change: Partial<ModelDraft>) =>
      typed.change((before) => ({ ...before, draft: { ...before.draft, ...change } })),
    reset: () => {
      typed.clear();
      setRefusal(null);
    },
    save,
    /** Somebody else's version takes the place of what was typed. */
    keepTheirs: () => refusal?.current && settle(refusal.current),
    keepMine: () => save(undefined, refusal?.current?.version),
  };
}
export type ModelForm = ReturnType<typeof useModelForm>;
