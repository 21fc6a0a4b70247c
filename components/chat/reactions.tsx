'use client';

import { Check, Eye, HandHeart, Heart, Laugh, type LucideIcon } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import type { Side } from '@/lib/chat/rules';
import type { MessageDto } from '@/lib/chat/schemas';
import type { Reaction } from '@/lib/chat/words';

export const REACTION_ICONS: Record<Reaction, LucideIcon> = {
  heart: Heart,
  agree: Check,
  thanks: HandHeart,
  laugh: Laugh,
  look: Eye,
};

interface Props {
  of: NonNullable<MessageDto['reactions']>;
  /** Whose eyes read the thread. */
  side: Side;
  /** First name of the other person. */
  other: string;
  onTakeBack: () => void;
}

/** What the two people feel about a message, over its lower edge; one's own is taken away by pressing it. */
export function Reactions({ of, side, other, onTakeBack }: Props) {
  const t = useTranslations('chat.reaction');
  const theirs = of[side === 'client' ? 'couturier' : 'client'];
  const own = of[side];
  return (
    <ul className="reactions" aria-label={t('title')}>
      {theirs && (
        <li className="reaction">
          <Icon of={REACTION_ICONS[theirs]} size={14} label={t(theirs)} />
          {other}
        </li>
      )}
      {own && (
        <li>
          <button type="button" className="reaction" data-own="" onClick={onTakeBack}>
            <Icon of={REACTION_ICONS[own]} size={14} label={t(own)} />
            {t('you')}
            <span className="sr-only">{t('takeBack')}</span>
          </button>
        </li>
      )}
    </ul>
  );
}
