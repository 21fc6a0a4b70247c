'use client';

import { Pin, Search, SquarePen } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useDeferredValue, useState } from 'react';
import { Empty } from '@/components/ui/empty';
import { Icon } from '@/components/ui/icon';
import { LinkButton } from '@/components/ui/link-button';
import type { ConversationPageDto } from '@/lib/chat/schemas';
import { type ConversationFilter, useConversations } from '@/lib/http/conversations';
import { Link } from '@/lib/i18n/routing';
import { paths } from '@/lib/paths';
import { ConversationRow } from './conversation-row';
import { useOnlinePeople, useTyping } from '../live/live-provider';
import type { Reader } from './use-thread';

interface Props {
  initial: ConversationPageDto;
  reader: Reader;
  current?: string;
  /** An open conversation has the page's first title. */
  titleLevel?: 'h1' | 'h2';
  /** Above the tabs: the couturier's own availability. */
  children?: ReactNode;
}

const FILTERS: Record<Reader, readonly ConversationFilter[]> = {
  client: ['all', 'unread', 'unanswered'],
  couturier: ['all', 'unread', 'unanswered', 'pinned'],
};

/** All conversations: search in names and words, the tabs, the last spoken in first. */
export function Inbox({ initial, reader, current, titleLevel: Title = 'h1', children }: Props) {
  const t = useTranslations('chat');
  const [filter, setFilter] = useState<ConversationFilter>('all');
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed.trim());
  const list = useConversations(filter, q, initial);
  const unread = useConversations('unread', '').data?.items.length ?? 0;
  const unanswered = useConversations('unanswered', '').data?.items.length ?? 0;
  const online = useOnlinePeople();
  const typing = useTyping();
  const counts: Record<ConversationFilter, number> = { all: 0, unread, unanswered, pinned: 0 };
  const items = list.data?.items ?? [];
  const space = reader === 'client' ? paths.account : paths.atelier;
  return (
    <section className="inbox" aria-label={t('title')}>
      <header className="inbox-head">
        <Title className="d3">{t('title')}</Title>
        <Link href={space.newConversation} className="icon-button" aria-label={t('startNew')}>
          <Icon of={SquarePen} />
        </Link>
      </header>
      {children}
      <label className="inbox-search">
        <Icon of={Search} size={16} />
        <span className="sr-only">{t('searchHistory')}</span>
        <input
          type="search"
          value={typed}
          placeholder={t('searchHistory')}
          onChange={(event) => setTyped(event.target.value)}
        />
      </label>
      <div className="inbox-tabs" role="group" aria-label={t('filters')}>
        {FILTERS[reader].map((one) => (
          <button
            key={one}
            type="button"
            className="inbox-tab"
            aria-pressed={filter === one}
            onClick={() => setFilter(one)}
          >
            {one === 'pinned' ? (
              <>
                <span className="inbox-tab-sign">
                  <Icon of={Pin} size={16} />
                </span>
                <span className="inbox-tab-words">{t('filter.pinned')}</span>
              </>
            ) : (
              t(`filter.${one}`)
            )}
            {counts[one] > 0 && <span className="inbox-tab-count">{counts[one]}</span>}
          </button>
        ))}
      </div>
      <ul className="inbox-list" hidden={items.length === 0}>
        {items.map((one) => (
          <li key={one.id}>
            <ConversationRow
              conversation={one}
              reader={reader}
              href={space.conversation(one.id)}
              current={one.id === current}
              online={online.has((reader === 'client' ? one.couturierId : one.clientAccountId) ?? '')}
              typing={typing.has(one.id)}
            />
          </li>
        ))}
      </ul>
      {items.length === 0 && (
        <div className="px-5">
          <Empty
            drawing={q ? 'loupe' : 'bubble'}
            title={t.rich(q ? 'none.search' : `none.${filter}`, { em: (chunks) => <em>{chunks}</em>, q })}
            action={
              !q && filter === 'all' ? (
                <LinkButton href={space.newConversation} variant="primary">
                  {t(reader === 'client' ? 'writeToCouturier' : 'writeToClient')}
                </LinkButton>
              ) : undefined
            }
          />
        </div>
      )}
    </section>
  );
}
