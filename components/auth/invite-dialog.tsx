'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useRefusal } from '@/components/form/use-refusal';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Select } from '@/components/ui/select';
import { TextField } from '@/components/ui/text-field';
import { useToast } from '@/components/ui/toast';
import type { Role } from '@/lib/actor';
import { useInvite } from '@/lib/http/house';
import { INVITATION_DAYS } from '@/lib/auth/words';

interface Props {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  roles: readonly Role[];
  /** The file the invited person will find. */
  file?: { id: string; name: string; email?: string };
}

/** Sends an invitation by e-mail. */
export function InviteDialog({ open, onOpenChange, roles, file }: Props) {
  const t = useTranslations('house.settings');
  const common = useTranslations('common');
  const say = useToast();
  const refusal = useRefusal();
  const invite = useInvite();
  const [email, setEmail] = useState(file?.email ?? '');
  const [role, setRole] = useState<Role>(roles[0] ?? 'client');
  const [error, setError] = useState<string>();
  const send = () =>
    invite.mutate(
      { email, role, clientId: file?.id },
      {
        onSuccess: () => {
          say({ text: t('sent') });
          setEmail('');
          setError(undefined);
          onOpenChange(false);
        },
        onError: (reason) => setError(refusal(reason).first),
      },
    );
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={file ? t('inviteClientTitle', { name: file.name }) : t('inviteTitle')}
      actions={
        <>
          <Button variant="quiet" onPress={() => onOpenChange(false)}>
            {common('cancel')}
          </Button>
          <Button variant="primary" type="submit" form="invite" busy={invite.isPending}>
            {t('send')}
          </Button>
        </>
      }
    >
      <form
        method="post"
        id="invite"
        noValidate
        className="flex flex-col gap-6 pt-2"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <p className="small">{t(file ? 'inviteClientText' : 'inviteText', { days: INVITATION_DAYS })}</p>
        <TextField
          id="invite-email"
          type="email"
          inputMode="email"
          autoComplete="off"
          label={t('email')}
          value={email}
          onChange={setEmail}
          error={error}
        />
        {roles.length > 1 && (
          <Select
            id="invite-role"
            label={t('role')}
            value={role}
            onChange={(value) => setRole(roles.find((one) => one === value) ?? role)}
            options={roles.map((one) => ({ id: one, label: t(`roles.${one}`) }))}
          />
        )}
      </form>
    </Dialog>
  );
}
