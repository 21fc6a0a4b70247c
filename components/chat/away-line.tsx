import { Moon } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import type { ConversationDto } from '@/lib/chat/schemas';
import { firstName, formatLongDay } from '@/lib/i18n/format';

type Couturier = ConversationDto['couturier'];

/** They said so, or a planned absence holds today. */
export const isAway = ({ available, backOn }: Couturier): boolean => !available || backOn !== undefined;

/** Whoever writes to somebody who is away knows when they are read, and what the person left to be said meanwhile. */
export function AwayLine({ couturier }: { couturier: Couturier }) {
  const t = useTranslations('chat.awayLine');
  const locale = useLocale();
  if (!isAway(couturier)) return null;
  const name = firstName(couturier.name);
  return (
    <aside className="flex gap-3 border-t border-hair px-4 py-3 md:px-6" aria-label={t('label', { name })}>
      <span className="mt-0.5 text-ink3">
        <Icon of={Moon} size={16} />
      </span>
      <div className="small min-w-0">
        <p className="text-ink2">
          {couturier.backOn ? t('until', { name, date: formatLongDay(locale, couturier.backOn) }) : t('open', { name })}
        </p>
        {couturier.awayWord && <p className="mt-1 break-words whitespace-pre-line">{couturier.awayWord}</p>}
      </div>
    </aside>
  );
}
