'use client';

import { CircleAlert } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import { Icon } from '@/components/ui/icon';
import { TextLink } from '@/components/ui/link-button';
import { TextField } from '@/components/ui/text-field';
import { signIn, signUp } from '@/lib/http/auth';
import { refusedBy } from '@/lib/http/refusal';
import { paths } from '@/lib/paths';
import { DoorForm } from './door-form';
import { DoorNotice } from './door-notice';
import { enter } from './go';
import { PasswordField } from './password-field';
import { useChecks, useDoor } from './use-door';

/** Opens an account and goes in. An address that has one already gets no answer here: its mailbox has it. */
export function SignUpForm({ next }: { next?: string }) {
  const t = useTranslations('auth');
  const locale = useLocale();
  const check = useChecks();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [consent, setConsent] = useState(false);
  const [written, setWritten] = useState(false);
  const door = useDoor(
    async () => {
      await signUp({ name, email, password, locale });
      try {
        enter(await signIn({ email, password, remember: true }), next, locale);
      } catch (error) {
        if (!refusedBy(error)) throw error;
        setWritten(true);
      }
    },
    () => ({
      name: check.name(name),
      email: check.email(email),
      password: check.newPassword(password),
      consent: consent ? undefined : t('errors.consent'),
    }),
  );
  if (written) return <DoorNotice done words={t('signUp.checkMail')} more={t('signUp.checkMailText', { email })} />;
  return (
    <DoorForm {...door} submitLabel={t('signUp.submit')}>
      <TextField
        id="name"
        name="name"
        autoComplete="name"
        label={t('name')}
        value={name}
        onChange={setName}
        error={door.errors.name}
      />
      <TextField
        id="email"
        name="email"
        type="email"
        autoComplete="email"
        inputMode="email"
        label={t('email')}
        value={email}
        onChange={setEmail}
        error={door.errors.email}
      />
      <PasswordField
        id="password"
        fresh
        label={t('password')}
        value={password}
        onChange={setPassword}
        error={door.errors.password}
        about={[name, email]}
      />
      <div className="field">
        <Checkbox
          id="consent"
          isSelected={consent}
          onChange={setConsent}
          isInvalid={Boolean(door.errors.consent)}
          aria-describedby={door.errors.consent ? 'consent-error' : undefined}
        >
          {t.rich('signUp.consent', {
            link: (words) => (
              <TextLink href={paths.privacy} target="_blank">
                {words}
              </TextLink>
            ),
          })}
        </Checkbox>
        {door.errors.consent && (
          <p id="consent-error" className="field-error">
            <Icon of={CircleAlert} size={16} />
            <span>{door.errors.consent}</span>
          </p>
        )}
      </div>
    </DoorForm>
  );
}
