'use client';

import { useState } from 'react';
import { useRefusal } from '@/components/form/use-refusal';
import { useCreateModel, useEditModel } from '@/lib/http/models';
import { currentOf } from '@/lib/http/refusal';
import { inputOf, draftOf, type ModelDraft } from '@/lib/models/draft';
import type { ModelDto, ModelStatus } from '@/lib/models/schemas';

/** By the path the house names: `title.en`, `fabrics.0.label.fr`. */
export type FieldErrors = Readonly<Record<string, string>>;

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
  const [saved, setSaved] = useState(start);
  const [draft, setDraft] = useState(start);
  const [version, setVersion] = useState(model?.version ?? 0);
  const [refusal, setRefusal] = useState<Refused | null>(null);
  const words = useRefusal();
  const create = useCreateModel();
  const edit = useEditModel(model?.id ?? '');
  const dirty = JSON.stringify(draft) !== JSON.stringify(saved);

  const settle = (next: ModelDto) => {
    const settled = draftOf(next);
    setSaved(settled);
    setDraft(settled);
    setVersion(next.version);
    setRefusal(null);
    return next;
  };

  /** Saves what is typed and, when asked, changes the status; `null` when the house refused. */
  const save = async (status?: ModelStatus, over = version): Promise<ModelDto | null> => {
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
    refusal,
    errors: refusal?.fields ?? {},
    busy: create.isPending || edit.isPending,
    set: (change: Partial<ModelDraft>) => setDraft((now) => ({ ...now, ...change })),
    reset: () => {
      setDraft(saved);
      setRefusal(null);
    },
    save,
    /** Somebody else's version takes the place of what was typed. */
    keepTheirs: () => refusal?.current && settle(refusal.current),
    keepMine: () => save(undefined, refusal?.current?.version),
  };
}
export type ModelForm = ReturnType<typeof useModelForm>;
