'use client';

import { ArrowDown } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { Empty } from '@/components/ui/empty';
import { Icon } from '@/components/ui/icon';
import { daysBetween, formatLongDay } from '@/lib/i18n/format';
import { isImage } from '@/lib/chat/rules';
import type { FileRefDto } from '@/lib/files/schemas';
import { useClientTasks } from '@/lib/http/tasks';
import type { OrderDto } from '@/lib/orders/schemas';
import type { TaskSubject } from '../tasks/remark-task';
import type { Entry, Shown } from './build-thread';
import { Lightbox } from './lightbox';
import { useLive } from '../live/live-provider';
import { MessageBubble } from './message-bubble';
import { MessageMenu } from './message-menu';
import { MessageTask } from './message-task';
import { PaperEntry } from './paper-entry';
import { SystemLine } from './system-line';
import { useReading } from './use-reading';
import { useScrollBack } from './use-scroll-back';
import type { useThread } from './use-thread';

interface Props {
  thread: ReturnType<typeof useThread>;
  /** First name of the other person. */
  other: string;
  writing: boolean;
  /** A message to show and mark: what a search found. */
  target: { seq: number; at: number } | null;
  orderHref: (id: string) => string;
  /** The orders whose papers the first page shows. */
  papers: readonly OrderDto[];
  /** What a task made here serves; for the atelier. */
  subject?: TaskSubject;
  onReply: (message: Shown) => void;
  /** Draw on a picture; for those who may send sketches. */
  onSketch?: (file: FileRefDto) => void;
}

function Day({ at }: { at: string }) {
  const locale = useLocale();
  const t = useTranslations('chat');
  const days = daysBetween(at, new Date());
  const name = days === 0 ? t('today') : days === 1 ? t('yesterday') : formatLongDay(locale, at);
  return (
    <p className="thread-rule" suppressHydrationWarning>
      <span>{name}</span>
    </p>
  );
}

/** The conversation from its first word to the one that is on its way. */
export function Thread({ thread, other, writing, target, orderHref, papers, subject, onReply, onSketch }: Props) {
  const t = useTranslations('chat');
  const { client } = useLive();
  const { entries, messages, conversation } = thread;
  const box = useRef<HTMLDivElement>(null);
  const [image, setImage] = useState<string | null>(null);
  const [tasking, setTasking] = useState<string | null>(null);
  const { data: tasks } = useClientTasks(conversation.clientId, subject !== undefined);
  const tail = entries.at(-1);
  const { atEnd, onScroll, toEnd } = useScrollBack(box, {
    pages: thread.pages,
    tail: tail?.key,
    tailIsOwn: (tail?.kind === 'message' || tail?.kind === 'paper') && tail.message.own,
    hasMore: thread.hasMore,
    // What failed is asked for again by hand, not over and over by itself.
    loading: thread.loading || thread.failed,
    loadMore: thread.loadMore,
  });
  useReading(conversation.id, thread.head, conversation.readUpTo[thread.me] ?? 0, atEnd);
  const images = useMemo(() => messages.flatMap((one) => one.attachments.filter(isImage)), [messages]);
  const textOf = useMemo(() => new Map(messages.map((one) => [one.id, one])), [messages]);

  const reach = useEffectEvent((seq: number) => thread.reach(seq));
  // Only a new target moves the thread, not the pages it brings.
  useEffect(() => {
    if (!target) return;
    let wanted = true;
    void reach(target.seq).then(() => {
      requestAnimationFrame(() => {
        if (wanted) document.getElementById(`message-${target.seq}`)?.scrollIntoView({ block: 'center' });
      });
    });
    return () => {
      wanted = false;
    };
  }, [target]);

  const quotedOf = (message: Shown) => {
    if (message.replyTo === undefined) return undefined;
    const found = textOf.get(message.replyTo);
    if (!found) return { own: false, text: t('quoteAbove') };
    const text = found.content || t(found.type === 'image' ? 'preview.image' : 'preview.file');
    return { own: thread.isOwn(found), text };
  };
  const draw = (entry: Entry) => {
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
          found={target !== null && message.seq === target.seq}
          label={message.own ? t('from.me') : t('from.other', { name: other })}
        />
      );
    const picture = message.attachments.find(isImage);
    return (
      <MessageBubble
        key={entry.key}
        message={message}
        opens={entry.opens}
        closes={entry.closes}
        other={other}
        quoted={quotedOf(message)}
        found={target !== null && message.seq === target.seq}
        menu={
          message.id !== undefined && (
            <MessageMenu
              text={message.content}
              onReply={() => onReply(message)}
              onSketch={picture && onSketch && (() => onSketch(picture))}
              onTask={subject && (() => setTasking(message.key))}
            />
          )
        }
        onOpenImage={(file) => setImage(file.id)}
        onRetry={() => message.waiting && client.retry(message.waiting)}
        onQuote={() => {
          const seq = message.replyTo === undefined ? undefined : textOf.get(message.replyTo)?.seq;
          if (seq !== undefined) document.getElementById(`message-${seq}`)?.scrollIntoView({ block: 'center' });
        }}
      >
        {subject && message.id !== undefined && (
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

  return (
    <div className="thread-box">
      <div
        ref={box}
        className="thread-scroll"
        onScroll={onScroll}
        tabIndex={0}
        role="log"
        aria-label={t('threadWith', { name: other })}
        aria-live="off"
      >
        <div className="thread-column">
          {thread.hasMore && (
            <p className="thread-more" role="status">
              {thread.failed && !thread.loading ? (
                <>
                  {t('olderFailed')}{' '}
                  <button type="button" className="link" onClick={thread.loadMore}>
                    {t('state.retry')}
                  </button>
                </>
              ) : (
                t('older')
              )}
            </p>
          )}
          {!thread.hasMore && entries.length > 0 && <p className="thread-more">{t('beginning')}</p>}
          {entries.length === 0 && (
            <Empty drawing="bubble" title={t.rich('emptyThread.title', { em: (chunks) => <em>{chunks}</em> })}>
              {t('emptyThread.text', { name: other })}
            </Empty>
          )}
          {entries.map(draw)}
          {writing && (
            <p className="message-meta" role="status">
              {t('writing', { name: other })}
            </p>
          )}
        </div>
      </div>
      {!atEnd && (
        <button type="button" className="thread-down" onClick={toEnd} aria-label={t('toEnd')}>
          <Icon of={ArrowDown} />
          {conversation.unread > 0 && <span className="count">{conversation.unread}</span>}
        </button>
      )}
      <Lightbox
        images={images}
        current={image}
        onChange={setImage}
        action={
          onSketch && {
            label: t('drawOnIt'),
            run: (file) => {
              setImage(null);
              onSketch(file);
            },
          }
        }
      />
    </div>
  );
}
