'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Refusal } from '@/components/form/refusal';
import { useRefusal } from '@/components/form/use-refusal';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/text-field';
import { useToast } from '@/components/ui/toast';
import type { ClientDto } from '@/lib/clients/dto';
import { useEraseClient } from '@/lib/http/clients';
import { useRouter } from '@/lib/i18n/routing';
import { paths } from '@/lib/paths';

interface Props {
  client: ClientDto;
  /** Whether the reader may: a person with an account is erased by an owner only. */
  allowed: boolean;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Erases a person for good, once their name was written. */
export function EraseDialog({ client, allowed, open, onOpenChange }: Props) {
  const t = useTranslations('clients.erase');
  const common = useTranslations('common');
  const say = useToast();
  const router = useRouter();
  const refusal = useRefusal();
  const erase = useEraseClient(client.id);
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<{ field?: string; text?: string }>({});
  const submit = () => {
    if (name.trim() !== client.name) return setProblem({ field: t('mismatch') });
    setProblem({});
    erase.mutate(undefined, {
      onSuccess: () => {
        say({ text: t('done') });
        router.push(paths.atelier.clients);
      },
      onError: (error) => setProblem({ text: refusal(error).text }),
    });
  };
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      must
      title={t('title', { name: client.name })}
      actions={
        <>
          <Button variant="quiet" onPress={() => onOpenChange(false)}>
            {common(allowed ? 'cancel' : 'close')}
          </Button>
          {allowed && (
            <Button variant="grave" type="submit" form="erase-client" busy={erase.isPending}>
              {t('confirm')}
            </Button>
          )}
        </>
      }
    >
      {allowed ? (
        <form
          method="post"
          id="erase-client"
          noValidate
          className="flex flex-col gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <p className="small">{t('text')}</p>
          <p className="small">{t('kept')}</p>
          <Refusal of={problem.text} head />
          <TextField
            id="erase-name"
            autoComplete="off"
            label={t('type', { name: client.name })}
            value={name}
            onChange={setName}
            error={problem.field}
          />
        </form>
      ) : (
        <p className="small">{t('ownerOnly')}</p>
      )}
    </Dialog>
  );
}
