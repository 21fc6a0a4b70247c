'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { AMEND_MS, isImage, type Side } from '@/lib/chat/rules';
import type { MessageDto } from '@/lib/chat/schemas';
import type { Reaction } from '@/lib/chat/words';
import type { FileRefDto } from '@/lib/files/schemas';
import { useHearVoice, useReact, useTakeBackMessage } from '@/lib/http/amend-message';
import { useClientTasks } from '@/lib/http/tasks';
import { daysBetween, formatLongDay, formatSeconds } from '@/lib/i18n/format';
import type { OrderDto } from '@/lib/orders/answers';
import { later } from '@/components/ui/later';
import type { TaskSubject } from '../tasks/remark-task';
import type { Entry, Shown } from './build-thread';
import { EditMessage } from './edit-message';
import { MessageBubble } from './message-bubble';
import { MessageMenu } from './message-menu';
import { MessageTask } from './message-task';
import { PaperEntry } from './paper-entry';
import { SystemLine } from './system-line';
import { useToday } from './use-today';
import { useRefusal } from '@/components/form/use-refusal';
import { useToast } from '@/components/ui/toast';

const ForwardPictures = later(() => import('./forward-pictures').then((part) => part.ForwardPictures));

export interface EntryProps {
  /** First name of the other person. */
  other: string;
  /** Whose eyes read the thread. */
  side: Side;
  conversationId: string;
  /** The number of a message to mark: what a search found. */
  found?: number;
  orderHref: (id: string) => string;
  /** The orders whose papers the first page shows. */
  papers: readonly OrderDto[];
  /** Whose client the thread is, and what a task made here serves; for the atelier. */
  clientId: string;
  subject?: TaskSubject;
  /** The order the conversation is about. */
  orderId?: string;
  textOf: ReadonlyMap<string, MessageDto>;
  isOwn: (message: MessageDto) => boolean;
  onReply: (message: Shown) => void;
  /** Draw on a picture, or mark it. */
  onSketch?: (file: FileRefDto) => void;
  onOpenImage: (file: FileRefDto) => void;
  onRetry: (message: Shown) => void;
  onTakeBack: (message: Shown) => void;
  onEdit: (message: Shown) => void;
  onShow: (seq: number) => void;
}

function Day({ at }: { at: string }) {
  const locale = useLocale();
  const t = useTranslations('chat');
  const today = useToday();
  const days = daysBetween(at, today);
  const name = days === 0 ? t('today') : days === 1 ? t('yesterday') : formatLongDay(locale, at);
  return (
    <p className="thread-rule" suppressHydrationWarning>
      <span>{name}</span>
    </p>
  );
}

/** Draws one line of a thread: a day, the edge of what is new, a line of the order, a paper, or a message. */
export function useDrawEntry(props: EntryProps): (entry: Entry) => ReactNode {
  const t = useTranslations('chat');
  const { other, found, orderHref, papers, subject, textOf, isOwn, onSketch } = props;
  const [tasking, setTasking] = useState<string | null>(null);
  const [editing, setEditing] = useState<string | null>(null);
  const [forwarding, setForwarding] = useState<string | null>(null);
  const say = useToast();
  const refusal = useRefusal();
  const react = useReact(props.conversationId);
  const hear = useHearVoice(props.conversationId);
  const takeBack = useTakeBackMessage(props.conversationId);
  const onError = (error: unknown) => say({ text: refusal(error).first, error: true });
  const { data: tasks } = useClientTasks(props.clientId, subject !== undefined);

  const quotedOf = (message: Shown) => {
    if (message.replyTo === undefined) return undefined;
    const answered = textOf.get(message.replyTo);
    if (!answered) return { own: false, text: t('quoteAbove') };
    if (answered.takenBack) return { own: isOwn(answered), text: t('takenBack.preview') };
    const { voice, video } = answered.attachments[0] ?? {};
    const text =
      answered.content ||
      (voice
        ? t('voice.preview', { length: formatSeconds(voice.milliseconds) })
        : video
          ? t('video.preview', { length: formatSeconds(video.milliseconds) })
          : t(answered.type === 'image' ? 'preview.image' : 'preview.file'));
    return { own: isOwn(answered), text };
  };

  return function draw(entry) {
    if (entry.kind === 'day') return <Day key={entry.key} at={entry.at} />;
    if (entry.kind === 'new')
      return (
        <p key={entry.key} className="thread-rule" data-tone="garance">
          <span>{t('newMessages')}</span>
        </p>
      );
    const { message } = entry;
    if (entry.kind === 'system')
      return (
        <SystemLine
          key={entry.key}
          message={message}
          href={message.orderId === undefined ? undefined : orderHref(message.orderId)}
        />
      );
    if (entry.kind === 'paper')
      return (
        <PaperEntry
          key={entry.key}
          message={entry.message}
          paper={entry.paper}
          initial={papers.find(({ id }) => id === entry.message.orderId)}
          found={message.seq !== undefined && message.seq === found}
          label={message.own ? t('from.me') : t('from.other', { name: other })}
        />
      );
    const picture = message.attachments.find(isImage);
    const { id } = message;
    const own = message.reactions?.[props.side];
    const reactTo = (reaction: Reaction | null) => id !== undefined && react.mutate({ id, reaction }, { onError });
    // The house judges by its own clock; here only what cannot be any more is left out.
    const mayAmend = message.own && Date.now() - Date.parse(message.createdAt) < AMEND_MS;
    return (
      <MessageBubble
        key={entry.key}
        message={message}
        opens={entry.opens}
        closes={entry.closes}
        other={other}
        quoted={quotedOf(message)}
        found={message.seq !== undefined && message.seq === found}
        side={props.side}
        onTakeBackReaction={() => reactTo(null)}
        // Said again at the next playing, should it fail.
        onHeard={id !== undefined && !message.own && !message.heard ? () => hear.mutate(id) : undefined}
        menu={
          id !== undefined &&
          !message.takenBack && (
            <MessageMenu
              text={message.content}
              onReply={() => props.onReply(message)}
              onSketch={picture && onSketch && (() => onSketch(picture))}
              sketchWords={t(props.side === 'client' ? 'markIt' : 'drawOnIt')}
              onForward={picture ? () => setForwarding(message.key) : undefined}
              onTask={subject && !message.remarks ? () => setTasking(message.key) : undefined}
              reaction={own}
              onReact={reactTo}
              onEdit={mayAmend && !message.remarks ? () => setEditing(message.key) : undefined}
              onTakeBack={mayAmend ? () => takeBack.mutate(id, { onError }) : undefined}
            />
          )
        }
        work={
          subject && id !== undefined && !message.own
            ? {
                subject: { ...subject, orderId: message.orderId ?? subject.orderId },
                conversationId: props.conversationId,
                messageId: id,
                tasks: tasks ?? [],
              }
            : undefined
        }
        onOpenImage={props.onOpenImage}
        onRetry={() => props.onRetry(message)}
        onTakeBack={() => props.onTakeBack(message)}
        onEdit={() => props.onEdit(message)}
        onQuote={() => {
          const seq = message.replyTo === undefined ? undefined : textOf.get(message.replyTo)?.seq;
          if (seq !== undefined) props.onShow(seq);
        }}
      >
        {id !== undefined && editing === message.key && (
          <EditMessage
            conversationId={props.conversationId}
            message={{ ...message, id }}
            onClose={() => setEditing(null)}
          />
        )}
        {id !== undefined && forwarding === message.key && (
          <ForwardPictures
            conversationId={props.conversationId}
            clientId={props.clientId}
            side={props.side}
            other={other}
            message={{ ...message, id }}
            orderId={message.orderId ?? props.orderId}
            onClose={() => setForwarding(null)}
          />
        )}
        {subject && message.id !== undefined && !message.remarks && (
          <MessageTask
            message={message}
            subject={subject}
            task={tasks?.find(({ messageId }) => messageId === message.id)}
            open={tasking === message.key}
            onOpenChange={(open) => setTasking(open ? message.key : null)}
          />
        )}
      </MessageBubble>
    );
  };
}
