'use client';

import { useTranslations } from 'next-intl';
import type { CSSProperties } from 'react';
import type { ConversationPageDto } from '@/lib/chat/schemas';
import { useConversations } from '@/lib/http/conversations';
import { paths } from '@/lib/paths';
import { ConversationRow } from '../chat/conversation-row';
import { useOnlinePeople, useTyping } from '../live/live-provider';

const SHOWN = 2;

/** The conversations last spoken in, live; a word of help where there is none yet. */
export function LastWords({ initial }: { initial: ConversationPageDto }) {
  const t = useTranslations('account.home');
  const online = useOnlinePeople();
  const typing = useTyping();
  const items = useConversations('all', '', initial).data?.items ?? [];
  if (items.length === 0) return <p className="small mt-4 text-ink2">{t('wordsHelp')}</p>;
  return (
    <ul style={{ '--margin': '0px' } as CSSProperties}>
      {items.slice(0, SHOWN).map((one) => (
        <li key={one.id}>
          <ConversationRow
            conversation={one}
            reader="client"
            href={paths.account.conversation(one.id)}
            current={false}
            online={online.has(one.couturierId)}
            typing={typing.has(one.id)}
          />
        </li>
      ))}
    </ul>
  );
}
