'use client';

import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { useRefusal } from '@/components/form/use-refusal';
import { PASSWORD_MIN } from '@/lib/auth/password-length';
import { emailProblem } from '@/lib/auth/rules';

export type DoorErrors = Partial<Record<'name' | 'email' | 'password' | 'consent' | 'form', string>>;

/** What is wrong with what was typed, in words; nothing when it may be sent. */
export function useChecks() {
  const t = useTranslations('auth.errors');
  return {
    email: (value: string): string | undefined => {
      const problem = emailProblem(value);
      if (!problem) return undefined;
      return t(problem === 'empty' ? 'emailEmpty' : problem === 'ending' ? 'emailEnding' : 'emailIncomplete');
    },
    name: (value: string): string | undefined => (value.trim() === '' ? t('nameEmpty') : undefined),
    newPassword: (value: string): string | undefined =>
      value.length < PASSWORD_MIN ? t('passwordShort', { missing: String(PASSWORD_MIN - value.length) }) : undefined,
    password: (value: string): string | undefined => (value === '' ? t('passwordEmpty') : undefined),
  };
}

/**
 * One send of a form at a door: checks first, sends, and puts every refusal in words at its field. What was typed is
 * the form's own state and stays.
 */
export function useDoor(send: () => Promise<void>, check: () => DoorErrors) {
  const t = useTranslations('auth.errors');
  const refusal = useRefusal({ invalid_credentials: t('credentials'), rate_limited: t('limited') });
  const [errors, setErrors] = useState<DoorErrors>({});
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  const show = (found: DoorErrors) => {
    setErrors(found);
    // The first field that is wrong takes the focus, once it is drawn as such.
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };

  const refused = (error: unknown): DoorErrors => {
    const { fields, text } = refusal(error);
    return Object.keys(fields).length > 0 ? fields : { form: text };
  };

  const submit = async (): Promise<void> => {
    if (busy) return;
    const found = Object.fromEntries(Object.entries(check()).filter(([, words]) => words)) as DoorErrors;
    if (Object.keys(found).length > 0) return show(found);
    setErrors({});
    setBusy(true);
    try {
      await send();
    } catch (error) {
      show(refused(error));
      setBusy(false);
    }
  };

  return { form, errors, busy, submit, rest: () => setBusy(false) };
}
