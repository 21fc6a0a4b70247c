'use client';

import { useState } from 'react';
import { useSettingsForm } from '@/components/form/use-settings-form';
import type { HouseDto, EditHouseInput } from '@/lib/house/schemas';
import { useEditHouse } from '@/lib/http/house';
import { currentOf } from '@/lib/http/refusal';

type Editable = Omit<EditHouseInput, 'version'>;
type Section<K extends keyof Editable> = { [P in K]-?: NonNullable<Editable[P]> };

/**
 * One section of the house. Only what was changed is sent, with the version it was read at; when somebody else saved
 * in between, `conflict` holds what is saved now, and what was typed is still there.
 */
export function useHouseForm<K extends keyof Editable>(house: HouseDto, saved: Section<K>) {
  const edit = useEditHouse();
  const [conflict, setConflict] = useState<HouseDto | null>(null);
  // The version one began to type over: what is read again meanwhile must not pass for seen.
  const [base, setBase] = useState(house.version);
  const form = useSettingsForm(saved, async (draft) => {
    const changed = Object.fromEntries(
      Object.entries(draft).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(saved[key as K])),
    ) as Partial<Section<K>>;
    try {
      await edit.mutateAsync({ ...changed, version: conflict?.version ?? base });
      setConflict(null);
    } catch (error) {
      setConflict(currentOf<HouseDto>(error) ?? null);
      throw error;
    }
  });
  const giveUp = () => {
    setConflict(null);
    form.cancel();
  };
  const set: typeof form.set = (key, value) => {
    if (!form.dirty) setBase(house.version);
    form.set(key, value);
  };
  return { ...form, set, conflict, cancel: giveUp };
}
