'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { TextLink } from '@/components/ui/link-button';
import { useKnownClients } from '@/lib/http/clients';
import { paths } from '@/lib/paths';
import type { ClientDraft } from './client-fields';

/** So many milliseconds after the last letter, what is typed is meant. */
const PAUSE_MS = 350;

type Typed = Pick<ClientDraft, 'name' | 'email' | 'phone'>;

/** Somebody who is known under this name, number or address already: their file is offered, and nothing is decided. */
export function KnownFiles({ draft: { name, email, phone } }: { draft: Typed }) {
  const t = useTranslations('clients.known');
  const [meant, setMeant] = useState<Typed>({ name, email, phone });
  useEffect(() => {
    const timer = setTimeout(() => setMeant({ name, email, phone }), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [name, email, phone]);
  const { data } = useKnownClients({
    name: meant.name.trim() || undefined,
    email: meant.email.trim() || undefined,
    phone: meant.phone.trim() || undefined,
  });
  const nothing = !meant.name.trim() && !meant.email.trim() && !meant.phone.trim();
  const files = nothing ? [] : (data?.items ?? []);
  return (
    <div role="status">
      {files.length > 0 && (
        <div className="border-l-2 border-ocre bg-wash-ocre px-4 py-3">
          <p className="small strong">{t('title', { count: files.length })}</p>
          <ul className="small mt-1 flex flex-col gap-1">
            {files.map((file) => (
              <li key={file.id} className="flex flex-wrap gap-x-3 wrap-anywhere">
                <TextLink href={paths.atelier.client(file.id)}>{file.name}</TextLink>
                <span className="text-ink2">
                  {[
                    file.shares.map((one) => t(`shares.${one}`)).join(', '),
                    file.phone,
                    file.email,
                    file.archived ? t('archived') : undefined,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </li>
            ))}
          </ul>
          <p className="smaller mt-2 text-ink2">{t('help')}</p>
        </div>
      )}
    </div>
  );
}
