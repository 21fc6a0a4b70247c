'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useRefusal } from '@/components/form/use-refusal';
import { Button } from '@/components/ui/button';
import { PasswordField } from '@/components/auth/password-field';
import { LinkButton } from '@/components/ui/link-button';
import { useToast } from '@/components/ui/toast';
import { PASSWORD_MIN } from '@/lib/auth/password-length';
import { useChangePassword } from '@/lib/http/me';
import { paths } from '@/lib/paths';
import { SettingsSection } from './settings-section';

/** The password, changed by who knows the present one. */
export function PasswordSection({ email, hasPassword }: { email: string; hasPassword: boolean }) {
  const t = useTranslations('settings');
  const errorTexts = useTranslations('errors');
  const say = useToast();
  const refusal = useRefusal();
  const change = useChangePassword();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [errors, setErrors] = useState<{ current?: string; next?: string }>({});

  const refused = (error: unknown) => {
    const { code, fields, text } = refusal(error);
    if (code === 'wrong_password') return setErrors({ current: text });
    setErrors(fields);
    if (Object.keys(fields).length === 0) say({ text, error: true });
  };
  const submit = () => {
    const found = {
      current: current ? undefined : errorTexts('fields.required'),
      next: next.length < PASSWORD_MIN ? errorTexts('fields.passwordShort') : undefined,
    };
    setErrors(found);
    if (found.current || found.next) return;
    change.mutate(
      { current, next },
      {
        onSuccess: () => {
          setCurrent('');
          setNext('');
          say({ text: t('changed') });
        },
        onError: refused,
      },
    );
  };

  return (
    <SettingsSection id="password" title={t('password')} help={hasPassword ? undefined : t('noPassword')}>
      {hasPassword ? (
        <form
          method="post"
          noValidate
          className="flex flex-col gap-6"
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          {/* For password managers: whose password this is. */}
          <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
          <div className="grid gap-6 md:grid-cols-2">
            <PasswordField
              id="current"
              label={t('current')}
              value={current}
              onChange={setCurrent}
              error={errors.current}
            />
            <PasswordField
              id="next"
              fresh
              label={t('next')}
              value={next}
              onChange={setNext}
              error={errors.next}
              about={[email]}
            />
          </div>
          <div>
            <Button type="submit" busy={change.isPending}>
              {t('change')}
            </Button>
          </div>
        </form>
      ) : (
        <LinkButton href={paths.forgotPassword}>{t('askLink')}</LinkButton>
      )}
    </SettingsSection>
  );
}
