'use client';

import { ArrowUp, MessagesSquare } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Attachments } from '@/components/chat/attachments';
import { fileUrl } from '@/lib/files/rules';
import { useLive } from '@/components/live/live-provider';
import type { Shown } from '@/components/chat/build-thread';
import { MessageState } from '@/components/chat/message-state';
import { SystemLine } from '@/components/chat/system-line';
import { TakenBack } from '@/components/chat/taken-back';
import { useChatDraft } from '@/components/chat/chat-draft';
import { useThread } from '@/components/chat/use-thread';
import { isBlank } from '@/lib/chat/rules';
import { newKey } from '@/lib/http/new-key';
import { isEnter } from '@/components/ui/is-enter';
import { IconButton } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { LinkButton } from '@/components/ui/link-button';
import type { ConversationDto, MessagePageDto } from '@/lib/chat/schemas';
import { MAX_CONTENT } from '@/lib/chat/words';
import { firstName, typo } from '@/lib/i18n/format';
import { paths } from '@/lib/paths';

export interface ClientTalk {
  conversation: ConversationDto;
  messages: MessagePageDto;
}

interface Props extends ClientTalk {
  /** How many of the last messages are shown. */
  count: number;
  /** Id of the field, where more than one stands on a page. */
  id: string;
}

/** The last words with this person, live, and a line to answer in; the whole conversation is one step away. */
export function ClientWords({ conversation: initial, messages, count, id }: Props) {
  const t = useTranslations('clients');
  const chat = useTranslations('chat');
  const { client } = useLive();
  const { conversation, blocks } = useThread(initial, messages, 'couturier');
  const { value: draft, change } = useChatDraft(conversation.id);
  const { text } = draft;
  const setText = (next: string) => change((now) => ({ ...now, text: next }));
  const name = firstName(conversation.client.name);
  const last = blocks
    .flatMap(({ entries }) => entries)
    .filter((entry) => entry.kind === 'message' || entry.kind === 'system')
    .slice(-count);
  const ready = !isBlank(text) && text.length <= MAX_CONTENT;
  const takeBack = ({ waiting }: Shown) =>
    waiting && client.outbox.remove(waiting.conversationId, waiting.input.clientMessageId);
  const takeUp = (message: Shown) => {
    takeBack(message);
    setText([text, message.content].filter(Boolean).join('\n'));
  };
  const send = () => {
    if (!ready) return;
    client.send({
      conversationId: conversation.id,
      input: { clientMessageId: newKey(), type: 'text', content: text.trim(), intent: 'message' },
      attachments: [],
      createdAt: new Date().toISOString(),
    });
    setText('');
  };
  return (
    <div>
      {last.length === 0 && <p className="small text-ink2">{t('nothingSaid', { name })}</p>}
      {last.map((entry) =>
        entry.kind === 'system' ? (
          <SystemLine
            key={entry.key}
            message={entry.message}
            href={entry.message.orderId && paths.atelier.order(entry.message.orderId)}
          />
        ) : (
          <article
            key={entry.key}
            className="message"
            data-own={entry.message.own || undefined}
            data-opens
            data-progress={entry.message.progress}
            aria-label={entry.message.own ? chat('from.me') : chat('from.other', { name })}
          >
            <Attachments
              files={entry.message.attachments}
              sketch={entry.message.intent === 'sketch'}
              onOpen={(file) => window.open(fileUrl(file.id), '_blank', 'noopener')}
            />
            {entry.message.takenBack && <TakenBack own={entry.message.own} other={name} />}
            {entry.message.content !== '' && (
              <div className="message-row">
                <p className="bubble whitespace-pre-wrap" dir="auto">
                  {typo(entry.message.content)}
                </p>
              </div>
            )}
            <MessageState
              message={entry.message}
              onRetry={() => entry.message.waiting && client.retry(entry.message.waiting)}
              onEdit={() => takeUp(entry.message)}
              onTakeBack={() => takeBack(entry.message)}
            />
          </article>
        ),
      )}
      <form
        method="post"
        className="mt-5 flex flex-wrap items-end gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <span className="composer-field min-w-60">
          <textarea
            id={id}
            rows={1}
            value={text}
            placeholder={t('answer', { name })}
            aria-label={t('answer', { name })}
            maxLength={MAX_CONTENT}
            data-ring-inside=""
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => {
              if (!isEnter(event) || event.shiftKey) return;
              event.preventDefault();
              send();
            }}
          />
          <IconButton type="submit" size="small" label={chat('send')} isDisabled={!ready}>
            <Icon of={ArrowUp} size={16} />
          </IconButton>
        </span>
        <LinkButton href={paths.atelier.conversation(conversation.id)}>
          <Icon of={MessagesSquare} size={16} />
          {t('openConversation')}
        </LinkButton>
      </form>
    </div>
  );
}
