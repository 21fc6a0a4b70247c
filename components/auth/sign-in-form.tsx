'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { TextLink } from '@/components/ui/link-button';
import { TextField } from '@/components/ui/text-field';
import { signIn, startGoogle } from '@/lib/http/auth';
import { carriedBy } from '@/lib/http/refusal';
import { paths } from '@/lib/paths';
import { DoorForm } from './door-form';
import { enter } from './go';
import { PasswordField } from './password-field';
import { type AskedKey, SecondKeyStep } from './second-key-step';
import { useChecks, useDoor } from './use-door';

interface Props {
  next?: string;
  google: boolean;
  email?: string;
}

export function SignInForm({ next, google, email: given = '' }: Props) {
  const t = useTranslations('auth');
  const locale = useLocale();
  const check = useChecks();
  const [email, setEmail] = useState(given);
  const [password, setPassword] = useState('');
  const [remember, setRemember] = useState(true);
  const [asked, setAsked] = useState<AskedKey>();
  const come = async (second?: { code?: string; passkey?: string }) =>
    enter(await signIn({ email, password, remember, second }), next, locale);
  const ask = async (): Promise<AskedKey | undefined> => {
    try {
      await come();
      return undefined;
    } catch (error) {
      const second = carriedBy<AskedKey>(error, 'second_key_needed');
      if (!second) throw error;
      return second;
    }
  };
  const door = useDoor(
    async () => {
      setAsked(await ask());
    },
    () => ({ email: check.email(email), password: check.password(password) }),
  );
  if (asked)
    return (
      <SecondKeyStep
        asked={asked}
        onShow={come}
        onAsk={async () => (await ask()) ?? asked}
        onBack={() => {
          setAsked(undefined);
          setPassword('');
          door.rest();
        }}
      />
    );
  return (
    <DoorForm
      form={door.form}
      errors={door.errors}
      busy={door.busy}
      submit={door.submit}
      submitLabel={t('signIn.submit')}
      foot={
        google && (
          <Button
            size="large"
            wide
            onPress={() =>
              void startGoogle(`/${locale}${paths.account.home}`).then((url) => window.location.assign(url))
            }
          >
            {t('signIn.google')}
          </Button>
        )
      }
    >
      <TextField
        id="email"
        name="email"
        type="email"
        autoComplete="username"
        inputMode="email"
        label={t('email')}
        value={email}
        onChange={setEmail}
        error={door.errors.email}
      />
      <PasswordField
        id="password"
        label={t('password')}
        value={password}
        onChange={setPassword}
        error={door.errors.password}
        aside={
          <TextLink href={paths.forgotPassword} className="smaller">
            {t('signIn.forgot')}
          </TextLink>
        }
      />
      <Checkbox isSelected={remember} onChange={setRemember}>
        {t('signIn.remember')}
      </Checkbox>
    </DoorForm>
  );
}
