'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import * as v from 'valibot';
import { useToast } from '@/components/ui/toast';
import { useDraft } from './use-draft';
import { useRefusal } from './use-refusal';

const typedOver = v.object({ base: v.pipe(v.number(), v.integer()), changes: v.record(v.string(), v.unknown()) });

interface Section<T> {
  /** Names the section: what is typed in it is kept under this. */
  key: string;
  saved: T;
  /** The version one types over. */
  version?: number;
  /** @param base the version one began to type over: what is read again meanwhile must not pass for seen */
  save: (draft: T, base: number) => Promise<unknown>;
}

/**
 * The state of one section: what was typed over what is saved. What is typed stays, through a reload too, until it is saved or
 * given up; a refusal comes back as a sentence at its field, or as a toast when it is about no field.
 */
export function useSettingsForm<T extends object>({ key, saved, version = 0, save }: Section<T>) {
  const t = useTranslations('settings');
  const say = useToast();
  const refusal = useRefusal({ stale_version: t('conflict') });
  const typed = useDraft(`settings:${key}`, typedOver, { base: version, changes: {} });
  const changes = typed.value.changes as Partial<T>;
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [busy, setBusy] = useState(false);
  const draft: T = { ...saved, ...changes };
  const changed = (Object.keys(changes) as (keyof T)[]).filter(
    (one) => JSON.stringify(changes[one]) !== JSON.stringify(saved[one]),
  );
  const set = <K extends keyof T>(one: K, value: T[K]) =>
    typed.change((before) => ({ ...before, changes: { ...before.changes, [one]: value } }));
  const cancel = () => {
    typed.clear();
    setErrors({});
  };
  /** Whether it was saved; what was refused is said where it stands. */
  const submit = async (): Promise<boolean> => {
    setBusy(true);
    setErrors({});
    try {
      await save(draft, typed.value.base);
      typed.clear();
      say({ text: t('saved') });
      return true;
    } catch (error) {
      const { fields, text } = refusal(error);
      setErrors(fields);
      say({ text, error: true });
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { draft, set, changed, dirty: changed.length > 0, errors, busy, submit, cancel };
}
