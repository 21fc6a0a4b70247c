'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Refusal } from '@/components/form/refusal';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextArea } from '@/components/ui/text-field';
import { isBlank } from '@/lib/chat/rules';
import { MAX_CONTENT } from '@/lib/chat/words';
import { useEditMessage } from '@/lib/http/amend-message';
import type { Shown } from './build-thread';

interface Props {
  conversationId: string;
  message: Shown & { id: string };
  onClose: () => void;
}

/** Says one's own message in other words. What is typed stays until the house has it. */
export function EditMessage({ conversationId, message, onClose }: Props) {
  const t = useTranslations('chat.edit');
  const common = useTranslations('common');
  const [text, setText] = useState(message.content);
  const edit = useEditMessage(conversationId);
  const words = text.trim();
  const mayBeEmpty = message.attachments.length > 0;
  const ready = words !== message.content && (mayBeEmpty || !isBlank(words));
  const save = () => ready && edit.mutate({ id: message.id, content: words }, { onSuccess: onClose });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('title')}
      actions={
        <>
          <Button variant="quiet" onPress={onClose}>
            {common('cancel')}
          </Button>
          <Button variant="primary" busy={edit.isPending} isDisabled={!ready} onPress={save}>
            {t('save')}
          </Button>
        </>
      }
    >
      <TextArea label={t('words')} value={text} onChange={setText} maxLength={MAX_CONTENT} rows={5} autoFocus />
      <p className="small mt-2 text-ink2">{t('kept')}</p>
      <Refusal of={edit.error} className="mt-3" />
    </Dialog>
  );
}
