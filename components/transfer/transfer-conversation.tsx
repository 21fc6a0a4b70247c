'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button, LinkLikeButton } from '@/components/ui/button';
import { useTransferConversation } from '@/lib/http/conversations';
import { later } from '@/components/ui/later';

const TransferDialog = later(() => import('./transfer-dialog').then((one) => one.TransferDialog));

interface Props {
  /** `name`: of the client. */
  conversation: { id: string; couturierId: string; name: string };
  /** What the button is called where several stand in a list. */
  label?: string;
  /** The words on it, where the name says more than fits. */
  words?: string;
  /** Among other words of a line, where a button would be too loud. */
  asLink?: boolean;
}

/** The button by which an owner hands a conversation over. */
export function TransferConversation({ conversation, label, words, asLink = false }: Props) {
  const t = useTranslations('couturiers.transfer.conversation');
  const transfer = useTransferConversation(conversation.id);
  const [asking, setAsking] = useState(false);
  return (
    <>
      {asLink ? (
        <LinkLikeButton aria-label={label} onPress={() => setAsking(true)}>
          {words ?? t('open')}
        </LinkLikeButton>
      ) : (
        <Button size="small" aria-label={label} onPress={() => setAsking(true)}>
          {words ?? t('open')}
        </Button>
      )}
      {asking && (
        <TransferDialog
          title={t('title', { name: conversation.name })}
          text={t('text')}
          from={conversation.couturierId}
          busy={transfer.isPending}
          onTransfer={({ couturierId }) => transfer.mutateAsync({ couturierId })}
          done={(name) => t('done', { name })}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
