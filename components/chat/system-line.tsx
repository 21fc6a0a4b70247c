'use client';

import { useTranslations } from 'next-intl';
import { Needle } from '@/components/ui/needle';
import { Link } from '@/lib/i18n/routing';
import { STAGES, type Stage } from '@/lib/orders/stages';
import type { Shown } from './build-thread';

const isStage = (value: string | undefined): value is Stage =>
  (STAGES as readonly (string | undefined)[]).includes(value);

interface Props {
  message: Shown;
  /** The order's page, for the reader. */
  href?: string;
}

/** A move of the order: a centred line with a needle, no bubble. */
export function SystemLine({ message, href }: Props) {
  const t = useTranslations('chat');
  const stages = useTranslations('stages');
  const to = message.system?.to;
  const words = isStage(to) ? t('system.stage', { stage: stages(`stage.${to}`) }) : message.content;
  return (
    <p className="thread-system" id={message.seq === undefined ? undefined : `message-${message.seq}`}>
      <Needle width={30} />
      {href ? (
        <Link href={href} className="link">
          {words}
        </Link>
      ) : (
        words
      )}
    </p>
  );
}
