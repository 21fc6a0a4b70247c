'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Refusal } from '@/components/form/refusal';
import { useRefusal } from '@/components/form/use-refusal';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { useToast } from '@/components/ui/toast';
import type { ClientDto } from '@/lib/clients/dto';
import { useSuspendClient } from '@/lib/http/clients';

interface Props {
  client: ClientDto;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Suspends a client's account, once it is said what that does. */
export function SuspendDialog({ client, open, onOpenChange }: Props) {
  const t = useTranslations('clients.suspend');
  const common = useTranslations('common');
  const say = useToast();
  const refusal = useRefusal();
  const suspend = useSuspendClient(client.id);
  const [problem, setProblem] = useState<string>();
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      must
      title={t('title', { name: client.name })}
      actions={
        <>
          <Button variant="quiet" onPress={() => onOpenChange(false)}>
            {common('cancel')}
          </Button>
          <Button
            variant="grave"
            busy={suspend.isPending}
            onPress={() =>
              suspend.mutate(true, {
                onSuccess: () => {
                  say({ text: t('done') });
                  onOpenChange(false);
                },
                onError: (error) => setProblem(refusal(error).text),
              })
            }
          >
            {t('confirm')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <p className="small">{t('text')}</p>
        <p className="small">{t('kept')}</p>
        <Refusal of={problem} head />
      </div>
    </Dialog>
  );
}
