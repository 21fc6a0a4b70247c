'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Refusal } from '@/components/form/refusal';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Dialog } from '@/components/ui/dialog';
import { ChoiceChip, RadioGroup } from '@/components/ui/radio';
import { Select } from '@/components/ui/select';
import { TextArea } from '@/components/ui/text-field';
import { useToast } from '@/components/ui/toast';
import { isImage, type Side } from '@/lib/chat/rules';
import { MAX_CONTENT } from '@/lib/chat/words';
import { fileUrl } from '@/lib/files/rules';
import { useForwardPictures } from '@/lib/http/forward-pictures';
import { useOrdersOf } from '@/lib/http/orders';
import type { Shown } from './build-thread';
import { ReadFailed } from './read-failed';

interface Props {
  conversationId: string;
  clientId: string;
  side: Side;
  /** First name of the other person. */
  other: string;
  message: Shown & { id: string };
  /** The order the conversation is about, proposed first. */
  orderId?: string;
  onClose: () => void;
}

const KINDS = ['remark', 'note'] as const;

/** Which order a picture of the thread is put with, with which word, and who sees it there. */
export function ForwardPictures({ conversationId, clientId, side, other, message, orderId, onClose }: Props) {
  const t = useTranslations('chat.forward');
  const common = useTranslations('common');
  const say = useToast();
  const { data: orders, isError, refetch } = useOrdersOf(clientId);
  const forward = useForwardPictures({ conversationId, messageId: message.id });
  const pictures = message.attachments.filter(isImage);
  const [left, setLeft] = useState<readonly string[]>([]);
  const [text, setText] = useState(message.content);
  const [kind, setKind] = useState<(typeof KINDS)[number]>('remark');
  const [asked, setAsked] = useState(orderId);
  const chosen = pictures.filter(({ id }) => !left.includes(id));
  const order = orders?.find(({ id }) => id === asked) ?? orders?.[0];
  const send = () =>
    order &&
    forward.mutate(
      {
        orderId: order.id,
        kind,
        text: text.trim() || undefined,
        fileIds: chosen.map(({ id }) => id),
      },
      {
        onSuccess: () => {
          say({ text: t('done', { count: chosen.length, title: order.title }) });
          onClose();
        },
      },
    );
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('title', { count: pictures.length })}
      actions={
        <>
          <Button variant="quiet" onPress={onClose}>
            {common('cancel')}
          </Button>
          <Button variant="primary" busy={forward.isPending} isDisabled={!order || chosen.length === 0} onPress={send}>
            {t('send')}
          </Button>
        </>
      }
    >
      {isError && !orders ? (
        <ReadFailed onRetry={() => void refetch()} />
      ) : orders?.length === 0 ? (
        <p>{t(side === 'client' ? 'noOrder' : 'noOrderOf', { name: other })}</p>
      ) : (
        <div className="grid gap-5">
          <ul className="flex flex-wrap gap-3">
            {pictures.map((file, index) => (
              <li key={file.id} className="forward-picture">
                <img src={fileUrl(file.id, 320)} alt={file.name} />
                {pictures.length > 1 && (
                  <Checkbox
                    aria-label={t('take', { number: index + 1, count: pictures.length })}
                    isSelected={!left.includes(file.id)}
                    onChange={(take) =>
                      setLeft((ids) => (take ? ids.filter((id) => id !== file.id) : [...ids, file.id]))
                    }
                  />
                )}
              </li>
            ))}
          </ul>
          {orders && order && (
            <Select
              label={t('order')}
              options={orders.map(({ id, title, number }) => ({ id, label: `${title}, ${number}` }))}
              value={order.id}
              onChange={setAsked}
            />
          )}
          <TextArea label={t('words')} rows={2} maxLength={MAX_CONTENT} value={text} onChange={setText} />
          {side === 'couturier' && (
            <RadioGroup
              label={t('who')}
              layout="row"
              value={kind}
              onChange={(value) => setKind(KINDS.find((one) => one === value) ?? 'remark')}
            >
              <ChoiceChip value="remark">{t('both', { name: other })}</ChoiceChip>
              <ChoiceChip value="note">{t('atelier')}</ChoiceChip>
            </RadioGroup>
          )}
          <p className="small">{t('copies', { count: chosen.length })}</p>
          <Refusal of={forward.error} />
        </div>
      )}
    </Dialog>
  );
}
