'use client';

import { Eye, EyeOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { Icon } from '@/components/ui/icon';
import { TextField } from '@/components/ui/text-field';
import { passwordLack } from '@/lib/auth/password-lack';
import { PASSWORD_MIN } from '@/lib/auth/password-length';

interface Props {
  id: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
  error?: string;
  aside?: ReactNode;
  help?: string;
  /** A new password shows twelve stitches below, basted until typed, and says what it lacks. */
  fresh?: boolean;
  /** What everybody knows of whom it is for: a new password is not made of it. */
  about?: readonly string[];
}

/** A password, to be shown while typing if one wants to. */
export function PasswordField({ id, label, value, onChange, error, aside, help, fresh, about = [] }: Props) {
  const t = useTranslations('password');
  const [shown, setShown] = useState(false);
  return (
    <TextField
      id={id}
      name={id}
      label={label}
      aside={aside}
      help={help}
      error={error}
      type={shown ? 'text' : 'password'}
      autoComplete={fresh ? 'new-password' : 'current-password'}
      value={value}
      onChange={onChange}
      suffix={
        <button
          type="button"
          className="bare-button"
          aria-label={shown ? t('hide') : t('show')}
          aria-pressed={shown}
          onClick={() => setShown(!shown)}
        >
          <Icon of={shown ? EyeOff : Eye} />
        </button>
      }
      below={
        fresh && (
          <>
            <Stitches typed={value.length} words={t('stitches', { count: Math.min(value.length, PASSWORD_MIN) })} />
            <Strength password={value} about={about} />
          </>
        )
      }
    />
  );
}

/** What is missing, while typing. The count of each key is seen; what else there is to say is read out too. */
function Strength({ password, about }: { password: string; about: readonly string[] }) {
  const t = useTranslations('password');
  const lack = password === '' ? 'empty' : (passwordLack(password, about) ?? 'nothing');
  const words =
    lack === 'short' ? t('lacks.short', { count: PASSWORD_MIN - password.length }) : t(`lacks.${lack}` as const);
  return (
    <span className="caption mt-2 block text-ink2" aria-live={lack === 'short' || lack === 'empty' ? 'off' : 'polite'}>
      {words}
    </span>
  );
}

/** Twelve stitches, sewn one by one as the password grows. */
function Stitches({ typed, words }: { typed: number; words: string }) {
  return (
    <span role="img" aria-label={words} className="mt-2 grid grid-cols-12 gap-[3px]">
      {Array.from({ length: PASSWORD_MIN }, (_, index) => (
        <span key={index} className={index < typed ? 'h-0.5 bg-ink' : 'bati'} />
      ))}
    </span>
  );
}
