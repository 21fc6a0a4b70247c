'use client';

import { Needle } from '@/components/ui/needle';
import { Link } from '@/lib/i18n/routing';
import type { Shown } from './build-thread';
import { paperId } from './paper-entry';
import { useSystemWords } from './use-system-words';

interface Props {
  message: Shown;
  /** The order's page, for the reader. */
  href?: string;
}

/** What happened to the order: a centred line with a needle, no bubble. */
export function SystemLine({ message, href }: Props) {
  const words = useSystemWords()(message);
  const paper = message.system?.paper && paperId(message);
  return (
    <p className="thread-system" id={message.seq === undefined ? undefined : `message-${message.seq}`}>
      <Needle width={30} />
      {href ? (
        <Link
          href={href}
          className="link"
          onClick={(event) => {
            // What was answered is in this very thread: the order's page is for when it is not at hand.
            const card = paper && document.getElementById(paper);
            if (!card) return;
            event.preventDefault();
            card.scrollIntoView({ block: 'center' });
            card.focus({ preventScroll: true });
          }}
        >
          {words}
        </Link>
      ) : (
        words
      )}
    </p>
  );
}
