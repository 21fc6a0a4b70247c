'use client';

import { Refusal } from '@/components/form/refusal';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { PasswordField } from '@/components/auth/password-field';
import { useRefusal } from '@/components/form/use-refusal';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/text-field';

interface Props {
  title: ReactNode;
  text?: ReactNode;
  /** Asks for a name too. */
  named?: string;
  action: string;
  grave?: boolean;
  /** What is done with the password; a refusal is said here, and the dialog stays. */
  onProve: (password: string, name: string) => Promise<void>;
  onClose: () => void;
}

/** Whoever is at an open screen must know the password too. */
export function ProveDialog({ title, text, named, action, grave, onProve, onClose }: Props) {
  const t = useTranslations('settings');
  const errorTexts = useTranslations('errors');
  const refusal = useRefusal({ offline: t('secondKeys.failed') });
  const [password, setPassword] = useState('');
  const [name, setName] = useState(named ?? '');
  const [problem, setProblem] = useState<{ field?: string; text?: string }>({});
  const [busy, setBusy] = useState(false);
  const submit = async () => {
    if (password === '') return setProblem({ field: errorTexts('fields.required') });
    setProblem({});
    setBusy(true);
    try {
      await onProve(password, name.trim() || (named ?? ''));
    } catch (error) {
      const { code, text } = refusal(error);
      setProblem(code === 'wrong_password' ? { field: text } : { text });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      must
      title={title}
      actions={
        <>
          <Button variant="quiet" onPress={onClose}>
            {t('cancel')}
          </Button>
          <Button variant={grave ? 'grave' : 'primary'} type="submit" form="prove" busy={busy}>
            {action}
          </Button>
        </>
      }
    >
      {text && <p>{text}</p>}
      <form
        id="prove"
        method="post"
        noValidate
        className="mt-5 flex flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        {named !== undefined && (
          <TextField
            id="key-name"
            label={t('secondKeys.name')}
            help={t('secondKeys.nameHint')}
            maxLength={60}
            value={name}
            onChange={setName}
          />
        )}
        <PasswordField
          id="prove-password"
          label={t('secondKeys.password')}
          value={password}
          onChange={setPassword}
          error={problem.field}
        />
        <Refusal of={problem.text} />
      </form>
    </Dialog>
  );
}
