'use client';

import { Pin } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Avatar } from '@/components/ui/avatar';
import { FillGlyph } from '@/components/ui/fill-glyph';
import { Icon } from '@/components/ui/icon';
import type { ConversationDto, MessageDto } from '@/lib/chat/schemas';
import { languageTag } from '@/lib/i18n/config';
import { daysBetween, formatSeconds, formatShortDate, formatTime, typo } from '@/lib/i18n/format';
import { Link } from '@/lib/i18n/routing';
import { isStage, PHASE_NAMES, phaseOf } from '@/lib/house/stages';
import { useChatDraft } from './chat-draft';
import { useSystemWords } from './use-system-words';
import type { Reader } from './use-thread';

interface Props {
  conversation: ConversationDto;
  reader: Reader;
  href: string;
  current: boolean;
  online: boolean;
  typing: boolean;
}

const TINTS = ['text-craie', 'text-indigo', 'text-ocre', 'text-sarcelle', 'text-ink2'] as const;

/** « Clair de lune, toile » with the glyph of its phase. */
export function OrderLine({ order }: { order: ConversationDto['order'] }) {
  const t = useTranslations('chat');
  const stages = useTranslations('stages');
  if (!order) return <>{t('newConversation')}</>;
  const stage = isStage(order.stage) ? order.stage : undefined;
  const phase = stage && phaseOf(stage);
  const fill = phase ? PHASE_NAMES.indexOf(phase) : -1;
  return (
    <span className="inline-flex max-w-full min-w-0 items-center gap-1.5">
      {fill >= 0 && <FillGlyph fill={fill as 0 | 1 | 2 | 3 | 4} className={TINTS[fill]} />}
      <span className="truncate">
        {order.title}
        {stage && `, ${stages(`stage.${stage}`).toLocaleLowerCase()}`}
      </span>
    </span>
  );
}

/** The last words as a list shows them. */
export function usePreview(): (message: MessageDto | undefined, own: boolean) => string {
  const t = useTranslations('chat');
  const stages = useTranslations('stages');
  const lineOf = useSystemWords();
  return (message, own) => {
    if (!message) return t('preview.none');
    const { event, to } = message.system ?? {};
    if (isStage(to) && (event ?? 'stageMoved') === 'stageMoved')
      return typo(t('preview.stage', { stage: stages(`stage.${to}`) }));
    if (message.system) return typo(lineOf(message));
    if (message.takenBack) return typo(t('takenBack.preview'));
    const [file] = message.attachments;
    if (message.type === 'voice' && file?.voice) {
      const words = message.content || t('voice.preview', { length: formatSeconds(file.voice.milliseconds) });
      return typo(own ? t('preview.own', { words }) : words);
    }
    if (file?.video && message.content === '') {
      const words = t('video.preview', { length: formatSeconds(file.video.milliseconds) });
      return typo(own ? t('preview.own', { words }) : words);
    }
    const kind = message.intent === 'sketch' ? 'sketch' : message.type === 'voice' ? 'file' : message.type;
    const words = message.content || (kind === 'text' ? '' : t(`preview.${kind}`));
    return typo(own ? t('preview.own', { words }) : words);
  };
}

function useWhen() {
  const t = useTranslations('chat');
  const locale = useLocale();
  return (at: string): string => {
    const days = daysBetween(at, new Date());
    if (days <= 0) return formatTime(locale, at);
    if (days === 1) return t('yesterdayShort');
    if (days < 7)
      return new Intl.DateTimeFormat(languageTag(locale), {
        weekday: 'short',
        timeZone: 'Europe/Paris',
      }).format(new Date(at));
    return formatShortDate(locale, at);
  };
}

/** One conversation in a list: who, the last words or the draft, what it is about, and what is unread. */
export function ConversationRow({ conversation, reader, href, current, online, typing }: Props) {
  const t = useTranslations('chat');
  const preview = usePreview();
  const when = useWhen();
  const kept = useChatDraft(conversation.id).value.text;
  const draft = current ? '' : kept;
  const { client, couturier, lastMessage, unread } = conversation;
  const name = reader === 'client' ? couturier.name : client.name;
  const own =
    lastMessage !== undefined && (lastMessage.senderId === conversation.clientAccountId) === (reader === 'client');
  return (
    <Link
      href={href}
      className="conversation-row"
      aria-current={current ? 'page' : undefined}
      data-unread={unread > 0 || undefined}
    >
      <Avatar name={name} size={42} availability={online ? 'full' : undefined} />
      <span className="min-w-0 flex-1">
        <span className="flex items-baseline justify-between gap-3">
          <span className="conversation-name">
            {name}
            {online && <span className="sr-only">{t('onlineNow')}</span>}
          </span>
          {lastMessage && (
            <span className="caption inline-flex shrink-0 items-center gap-1.5" suppressHydrationWarning>
              {conversation.pinned && <Icon of={Pin} size={16} label={t('pinned')} />}
              {when(lastMessage.createdAt)}
            </span>
          )}
        </span>
        <span className="flex items-center justify-between gap-3">
          <span className="conversation-words">
            {typing ? (
              t('writingShort')
            ) : draft ? (
              <>
                <em className="serif-italic">{t('draft')}</em> {draft}
              </>
            ) : (
              preview(lastMessage, own)
            )}
          </span>
          {unread > 0 && (
            <span className="count">
              <span aria-hidden="true">{unread > 99 ? '99+' : unread}</span>
              <span className="sr-only">{t('unread', { count: unread })}</span>
            </span>
          )}
        </span>
        <span className="caption mt-0.5 block">
          <OrderLine order={conversation.order} />
        </span>
      </span>
    </Link>
  );
}
