'use client';

import { ArrowDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Fragment, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { Empty } from '@/components/ui/empty';
import { Icon } from '@/components/ui/icon';
import { isSeen } from '@/lib/chat/rules';
import type { FileRefDto } from '@/lib/files/schemas';
import type { OrderDto } from '@/lib/orders/answers';
import type { TaskSubject } from '../tasks/remark-task';
import type { Entry, Shown } from './build-thread';
import { useLive } from '../live/live-provider';
import { Lightbox } from './lightbox';
import { LineStopped } from './line-notice';
import { useDrawEntry } from './thread-entry';
import { ThreadGap } from './thread-gap';
import { ThreadNews } from './thread-news';
import { usePlace } from './use-place';
import { useReading } from './use-reading';
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
  /** Puts the words of a refused message back where one writes. */
  onEdit: (message: Shown) => void;
  /** Draw on a picture, or mark it. */
  onSketch?: (file: FileRefDto) => void;
}

const isOwnWord = (entry: Entry | undefined): boolean =>
  (entry?.kind === 'message' || entry?.kind === 'paper') && entry.message.own;

/** The conversation from its first word to the one that is on its way. */
export function Thread(props: Props) {
  const { thread, other, writing, target, onSketch } = props;
  const t = useTranslations('chat');
  const { client } = useLive();
  const { blocks, messages, conversation } = thread;
  const box = useRef<HTMLDivElement>(null);
  const [image, setImage] = useState<string | null>(null);
  const reading = useReading(box, {
    conversationId: conversation.id,
    messages,
    isOwn: thread.isOwn,
    readUpTo: conversation.readUpTo[thread.me] ?? 0,
    unread: conversation.unread,
  });
  const tail = blocks.at(-1)?.entries.at(-1);
  const place = usePlace(box, {
    blocks,
    tail: tail?.key,
    tailIsOwn: isOwnWord(tail),
    // What failed is asked for again by hand, not over and over by itself.
    older: thread.hasOlder && thread.busy === null && !thread.failed,
    newer: thread.hasNewer,
    loadOlder: thread.loadOlder,
    loadNewer: thread.loadNewer,
    unseen: reading.unseen,
    look: reading.look,
  });
  const images = useMemo(() => messages.flatMap((one) => one.attachments.filter(isSeen)), [messages]);
  const textOf = useMemo(() => new Map(messages.map((one) => [one.id, one])), [messages]);

  const lead = useEffectEvent(async (seq: number) => {
    await thread.reach(seq).catch(() => undefined);
    place.show(seq);
  });
  // Only a new target moves the thread, not the pages it brings.
  useEffect(() => {
    if (target) void lead(target.seq);
  }, [target]);

  const draw = useDrawEntry({
    ...props,
    found: target?.seq,
    clientId: conversation.clientId,
    orderId: conversation.order?.id,
    conversationId: conversation.id,
    side: thread.side,
    textOf,
    isOwn: thread.isOwn,
    onOpenImage: (file) => setImage(file.id),
    onRetry: (message) => message.waiting && client.retry(message.waiting),
    onTakeBack: ({ waiting }) => waiting && client.outbox.remove(waiting.conversationId, waiting.input.clientMessageId),
    onShow: place.show,
  });
  const gap = thread.missing > 0 && <ThreadGap count={thread.missing} />;
  const waitingAt = blocks.findIndex((one) => one.from === undefined);
  // A word of one's own is said at the end, wherever one was reading.
  const sending = waitingAt >= 0 && thread.hasNewer;
  const { reachEnd } = thread;
  useEffect(() => {
    if (sending) reachEnd().catch(() => undefined);
  }, [sending, reachEnd]);
  const below = thread.hasNewer ? thread.below : reading.waiting;

  return (
    <div className="thread-box">
      <div
        ref={box}
        className="thread-scroll"
        onScroll={place.onScroll}
        tabIndex={0}
        role="log"
        aria-label={t('threadWith', { name: other })}
        aria-live="off"
      >
        <div className="thread-column">
          {thread.hasOlder && (
            <p className="thread-more" role="status">
              {thread.failed && thread.busy === null ? (
                <>
                  {t('olderFailed')}{' '}
                  <button type="button" className="link" onClick={thread.loadOlder}>
                    {t('state.retry')}
                  </button>
                </>
              ) : (
                t('older')
              )}
            </p>
          )}
          {!thread.hasOlder && blocks.length > 0 && <p className="thread-more">{t('beginning')}</p>}
          {blocks.length === 0 && (
            <Empty drawing="bubble" title={t.rich('emptyThread.title', { em: (chunks) => <em>{chunks}</em> })}>
              {t('emptyThread.text', { name: other })}
            </Empty>
          )}
          {blocks.map((block, index) => {
            const room = place.rooms.get(block.key);
            return (
              <Fragment key={block.key}>
                {index === waitingAt && gap}
                <div data-block={block.key} style={room === undefined ? undefined : { height: room }}>
                  {room === undefined && block.entries.map(draw)}
                </div>
              </Fragment>
            );
          })}
          {waitingAt < 0 && gap}
          <LineStopped />
          {writing && (
            <p className="message-meta" role="status">
              {t('writing', { name: other })}
            </p>
          )}
        </div>
      </div>
      <ThreadNews messages={messages} isOwn={thread.isOwn} other={other} />
      {!place.atEnd && (
        <button
          type="button"
          className="thread-down"
          onClick={() => {
            place.toEnd();
            if (thread.hasNewer) void thread.reachEnd().catch(() => undefined);
          }}
          aria-label={below > 0 ? t('toEndUnread', { count: below }) : t('toEnd')}
        >
          <Icon of={ArrowDown} />
          {below > 0 && <span className="count">{below > 99 ? '99+' : below}</span>}
        </button>
      )}
      <Lightbox
        images={images}
        current={image}
        onChange={setImage}
        action={
          onSketch && {
            label: t(thread.side === 'client' ? 'markIt' : 'drawOnIt'),
            pictures: true,
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
