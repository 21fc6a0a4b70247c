'use client';

import {
  Archive,
  ArchiveRestore,
  Ellipsis,
  Eraser,
  LockKeyhole,
  LockKeyholeOpen,
  Mail,
  Merge,
  Pencil,
  Plus,
  Ruler,
} from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useRefusal } from '@/components/form/use-refusal';
import { useOnlinePeople } from '@/components/live/live-provider';
import { AvailabilityDot } from '@/components/ui/availability';
import { Avatar } from '@/components/ui/avatar';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { LinkButton, TextLink } from '@/components/ui/link-button';
import { Menu } from '@/components/ui/menu';
import { useToast } from '@/components/ui/toast';
import type { ClientDto } from '@/lib/clients/dto';
import { useEditClient, useSuspendClient } from '@/lib/http/clients';
import { formatDate, formatLongDay } from '@/lib/i18n/format';
import { paths } from '@/lib/paths';

/** What is asked in a dialog over the file. */
export type ClientAsk = 'edit' | 'invite' | 'merge' | 'suspend' | 'erase';

interface Props {
  client: ClientDto;
  /** Who makes their latest piece. */
  couturier?: string;
  /** Whether the reader runs the house. */
  isOwner: boolean;
  onAsk: (what: ClientAsk) => void;
}

/** Whose file it is, since when, and what can be done with it. */
export function ClientHead({ client, couturier, isOwner, onAsk }: Props) {
  const t = useTranslations('clients');
  const locale = useLocale();
  const say = useToast();
  const refusal = useRefusal();
  const edit = useEditClient(client.id);
  const suspend = useSuspendClient(client.id);
  const lift = () =>
    suspend.mutate(false, {
      onSuccess: () => say({ text: t('suspend.lifted') }),
      onError: (error) => say({ text: refusal(error).text, error: true }),
    });
  const online = useOnlinePeople().has(client.accountId ?? '');
  const names = client.name.split(' ');
  const since = formatDate(locale, client.createdAt).replace(/^\S+\s/, '');
  return (
    <>
      <p className="small text-ink2">
        <TextLink href={paths.atelier.clients}>{t('title')}</TextLink> / {client.name}
      </p>
      <div className="mt-2 flex flex-wrap items-end justify-between gap-4">
        <div className="min-w-0">
          <h1 className="d2">
            {names.slice(0, -1).join(' ')} <em>{names.at(-1)}</em>
          </h1>
          <p className="small mt-4 flex flex-wrap items-center gap-x-5 gap-y-1 text-ink2">
            <span>{t('since', { date: since })}</span>
            {couturier && (
              <span className="inline-flex items-center gap-2">
                <Avatar name={couturier} size={26} />
                {couturier}
              </span>
            )}
            <span className="inline-flex items-center gap-2">
              {online && <AvailabilityDot state="full" />}
              {t(online ? 'linkedOnline' : client.accountId ? 'linked' : 'fileOnly')}
            </span>
            {client.suspendedAt && (
              <span className="text-ocre">
                {t('suspend.since', { date: formatLongDay(locale, client.suspendedAt) })}
              </span>
            )}
            {client.erasedAt && (
              <span className="text-ocre">{t('erase.isErased', { date: formatLongDay(locale, client.erasedAt) })}</span>
            )}
            {client.archived && !client.erasedAt && <span className="text-ocre">{t('isArchived')}</span>}
          </p>
        </div>
        {!client.erasedAt && (
          <div className="flex flex-wrap gap-2">
            <Menu
              label={t('more')}
              trigger={
                <Button icon aria-label={t('more')}>
                  <Icon of={Ellipsis} />
                </Button>
              }
              items={[
                { id: 'edit', label: t('edit'), icon: Pencil, onAction: () => onAsk('edit') },
                ...(client.accountId || client.archived
                  ? []
                  : [{ id: 'invite', label: t('invite'), icon: Mail, onAction: () => onAsk('invite') }]),
                { id: 'merge', label: t('merge.open'), icon: Merge, onAction: () => onAsk('merge') },
                {
                  id: 'archive',
                  label: t(client.archived ? 'restore' : 'archive'),
                  icon: client.archived ? ArchiveRestore : Archive,
                  onAction: () =>
                    edit.mutate(
                      { version: client.version, archived: !client.archived },
                      {
                        onSuccess: () => say({ text: t(client.archived ? 'restored' : 'putAway') }),
                        onError: (error) => say({ text: refusal(error).text, error: true }),
                      },
                    ),
                },
                ...(isOwner && client.accountId
                  ? [
                      client.suspendedAt
                        ? { id: 'lift', label: t('suspend.lift'), icon: LockKeyholeOpen, onAction: lift }
                        : {
                            id: 'suspend',
                            label: t('suspend.open'),
                            icon: LockKeyhole,
                            grave: true,
                            onAction: () => onAsk('suspend'),
                          },
                    ]
                  : []),
                { id: 'erase', label: t('erase.open'), icon: Eraser, grave: true, onAction: () => onAsk('erase') },
              ]}
            />
            <LinkButton href={paths.atelier.newMeasurements(client.id)}>
              <Icon of={Ruler} size={16} />
              {t('measure')}
            </LinkButton>
            <LinkButton variant="primary" href={{ pathname: paths.atelier.newOrder, query: { clientId: client.id } }}>
              <Icon of={Plus} size={16} />
              {t('order')}
            </LinkButton>
          </div>
        )}
      </div>
    </>
  );
}
