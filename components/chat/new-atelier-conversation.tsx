'use client';

import { Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { Refusal } from '@/components/form/refusal';
import { Avatar } from '@/components/ui/avatar';
import { Icon } from '@/components/ui/icon';
import { ShowMore } from '@/components/ui/show-more';
import { TextField } from '@/components/ui/text-field';
import type { ClientDto } from '@/lib/clients/dto';
import type { Page } from '@/lib/pages';
import { useClients } from '@/lib/http/clients';
import { useStartConversation } from '@/lib/http/conversations';
import { useRouter } from '@/lib/i18n/routing';
import { paths } from '@/lib/paths';

interface Props {
  clients: Page<ClientDto>;
  /** A client the address names: their conversation opens at once. */
  wanted?: string;
}

/** Whom to write to among the files of the house. */
export function NewAtelierConversation({ clients, wanted }: Props) {
  const t = useTranslations('chat.newAtelier');
  const failed = useTranslations('chat.new');
  const router = useRouter();
  const start = useStartConversation();
  const [typed, setTyped] = useState('');
  const q = typed.trim();
  const found = useClients(q === '' ? {} : { q }, q === '' ? clients : undefined);
  const open = (clientId: string) =>
    start.mutate({ clientId }, { onSuccess: ({ id }) => router.replace(paths.atelier.conversation(id)) });
  const openWanted = useEffectEvent(open);
  const asked = useRef(false);
  useEffect(() => {
    if (!wanted || asked.current) return;
    asked.current = true;
    openWanted(wanted);
  }, [wanted]);
  return (
    <div className="page max-w-3xl py-10">
      <h1 className="d2">{t.rich('title', { em: (chunks) => <em>{chunks}</em> })}</h1>
      <p className="small mt-4 mb-7 max-w-[56ch] text-ink2">{t('lead')}</p>
      <TextField
        label={t('search')}
        value={typed}
        onChange={setTyped}
        type="search"
        prefix={<Icon of={Search} size={16} />}
      />
      <Refusal
        of={start.error}
        words={{ failed: failed('failedOpening'), offline: failed('failedOpening') }}
        className="mt-4"
      />
      <ul className="mt-6 border-t border-ink">
        {found.items.map((client) => (
          <li key={client.id}>
            <button type="button" className="client-choice" disabled={start.isPending} onClick={() => open(client.id)}>
              <Avatar name={client.name} size={42} />
              <span className="strong min-w-0 flex-1 truncate">{client.name}</span>
              {!client.accountId && <span className="caption">{t('noAccount')}</span>}
            </button>
          </li>
        ))}
      </ul>
      <ShowMore of={found} />
      {found.items.length === 0 && (
        <p className="small mt-4 text-ink2" role="status">
          {t('none')}
        </p>
      )}
    </div>
  );
}
