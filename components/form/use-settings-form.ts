'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useToast } from '@/components/ui/toast';
import { useRefusal } from './use-refusal';

/**
 * The state of one section: what was typed over what is saved. What is typed stays until it is saved or given up; a
 * refusal comes back as a sentence at its field, or as a toast when it is about no field.
 */
export function useSettingsForm<T extends object>(saved: T, save: (draft: T) => Promise<unknown>) {
  const t = useTranslations('settings');
  const say = useToast();
  const refusal = useRefusal({ stale_version: t('conflict') });
  const [changes, setChanges] = useState<Partial<T>>({});
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [busy, setBusy] = useState(false);
  const draft: T = { ...saved, ...changes };
  const changed = (Object.keys(changes) as (keyof T)[]).filter(
    (key) => JSON.stringify(changes[key]) !== JSON.stringify(saved[key]),
  );
  const set = <K extends keyof T>(key: K, value: T[K]) => setChanges((before) => ({ ...before, [key]: value }));
  const cancel = () => {
    setChanges({});
    setErrors({});
  };
  const submit = async () => {
    setBusy(true);
    setErrors({});
    try {
      await save(draft);
      setChanges({});
      say({ text: t('saved') });
    } catch (error) {
      const { fields, text } = refusal(error);
      setErrors(fields);
      say({ text, error: true });
    } finally {
      setBusy(false);
    }
  };
  return { draft, set, changed, dirty: changed.length > 0, errors, busy, submit, cancel };
}
