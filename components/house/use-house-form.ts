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
export function useHouseForm<K extends keyof Editable>(key: string, house: HouseDto, saved: Section<K>) {
  const edit = useEditHouse();
  const [conflict, setConflict] = useState<HouseDto | null>(null);
  const save = async (draft: Section<K>, base: number) => {
    const changed = Object.fromEntries(
      Object.entries(draft).filter(([one, value]) => JSON.stringify(value) !== JSON.stringify(saved[one as K])),
    ) as Partial<Section<K>>;
    try {
      await edit.mutateAsync({ ...changed, version: conflict?.version ?? base });
      setConflict(null);
    } catch (error) {
      setConflict(currentOf<HouseDto>(error) ?? null);
      throw error;
    }
  };
  const form = useSettingsForm({ key: `house:${key}`, saved, version: house.version, save });
  const giveUp = () => {
    setConflict(null);
    form.cancel();
  };
  return { ...form, conflict, cancel: giveUp };
}
