'use client';

import { CircleDot } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Icon } from '@/components/ui/icon';
import type { FileRefDto } from '@/lib/files/schemas';
import { VoicePlayer } from '../voice/voice-player';
import { Attachments } from './attachments';
import type { Shown } from './build-thread';
import { INTENT_ICONS } from './intents';
import { MessageState } from './message-state';
import { MessageWords } from './message-words';
import { Reactions } from './reactions';
import { RemarksCard, type RemarkWork } from './remarks-card';
import { TakenBack } from './taken-back';
import type { Side } from '@/lib/chat/rules';

interface Props {
  message: Shown;
  opens: boolean;
  closes: boolean;
  /** First name of the other person. */
  other: string;
  quoted?: { own: boolean; text: string };
  found: boolean;
  /** Whose eyes read the thread. */
  side: Side;
  /** What one may do with it, once the house has it. */
  menu?: ReactNode;
  /** For whoever may make work of its remarks. */
  work?: RemarkWork;
  /** Below its words. */
  children?: ReactNode;
  onOpenImage: (file: FileRefDto) => void;
  onRetry: () => void;
  /** For a message that was refused for good. */
  onTakeBack: () => void;
  onEdit: () => void;
  onQuote: () => void;
  onTakeBackReaction: () => void;
  /** The other person's voice begins to be heard. */
  onHeard?: () => void;
}

/** One message: what it is, what it answers, its pictures, its words, and below the last of a group its hour. */
export function MessageBubble({
  message,
  opens,
  closes,
  other,
  quoted,
  found,
  side,
  menu,
  work,
  children,
  onOpenImage,
  onRetry,
  onTakeBack,
  onEdit,
  onQuote,
  onTakeBackReaction,
  onHeard,
}: Props) {
  const t = useTranslations('chat');
  const { remarks } = message;
  const marked = remarks !== undefined && message.intent === 'message';
  const special = (message.intent !== 'message' || marked) && !message.takenBack;
  const sketch = message.intent === 'sketch';
  const voice = message.attachments.find((file) => file.voice);
  const spoken =
    !message.takenBack &&
    (message.content !== '' || remarks !== undefined || quoted !== undefined || voice !== undefined);
  const files = <Attachments files={message.attachments} sketch={sketch} onOpen={onOpenImage} />;
  return (
    <article
      id={message.seq === undefined ? undefined : `message-${message.seq}`}
      className="message"
      data-own={message.own || undefined}
      data-opens={opens || undefined}
      data-found={found || undefined}
      data-progress={message.progress}
      aria-label={message.own ? t('from.me') : t('from.other', { name: other })}
    >
      {special && (
        <p className="message-intent">
          <Icon of={marked ? CircleDot : INTENT_ICONS[message.intent]} size={14} />
          {marked
            ? t('marked')
            : sketch && !message.own
              ? t('sketchBy', { name: other })
              : t(`intent.${message.intent}`)}
        </p>
      )}
      {spoken
        ? files
        : message.attachments.length > 0 && (
            <div className="message-row">
              {files}
              {menu}
            </div>
          )}
      {spoken && (
        <div className="message-row">
          <div className="bubble" data-voice={voice ? '' : undefined} data-remarks={remarks ? '' : undefined}>
            {quoted && (
              <button type="button" className="bubble-quote" onClick={onQuote}>
                <span className="strong block">{quoted.own ? t('you') : other}</span>
                <span className="line-clamp-2">{quoted.text}</span>
              </button>
            )}
            {voice && <VoicePlayer file={voice} shelved={message.waiting?.shelved} onHeard={onHeard} />}
            {remarks ? (
              <RemarksCard remarks={remarks} work={work} />
            ) : (
              message.content !== '' && (
                <p className={`whitespace-pre-wrap ${voice ? 'voice-written' : ''}`} dir="auto">
                  <MessageWords text={message.content} />
                </p>
              )
            )}
          </div>
          {menu}
        </div>
      )}
      {message.takenBack && <TakenBack own={message.own} other={other} />}
      {message.reactions && (
        <Reactions of={message.reactions} side={side} other={other} onTakeBack={onTakeBackReaction} />
      )}
      {(closes || message.progress === 'failed' || message.history) && (
        <MessageState message={message} onRetry={onRetry} onTakeBack={onTakeBack} onEdit={onEdit} />
      )}
      {children}
    </article>
  );
}
