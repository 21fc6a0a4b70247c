'use client';

import {
  Archive,
  ArchiveRestore,
  Ellipsis,
  Eraser,
  Mail,
  Merge,
  MessagesSquare,
  Pencil,
  Plus,
  Ruler,
} from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useRefusal } from '@/components/form/use-refusal';
import { useOnlinePeople } from '@/components/live/live-provider';
import { InviteDialog } from '@/components/auth/invite-dialog';
import { MeasureHistory } from '@/components/measurements/history';
import { AvailabilityDot } from '@/components/ui/availability';
import { Avatar } from '@/components/ui/avatar';
import { Button } from '@/components/ui/button';
import { Empty } from '@/components/ui/empty';
import { Icon } from '@/components/ui/icon';
import { LinkButton, TextLink } from '@/components/ui/link-button';
import { Menu } from '@/components/ui/menu';
import { SectionHead } from '@/components/ui/section-head';
import { Tabs } from '@/components/ui/tabs';
import { Count } from '@/components/ui/tag';
import { useToast } from '@/components/ui/toast';
import type { InvitationDto } from '@/lib/auth/schemas';
import type { ClientDto } from '@/lib/clients/dto';
import type { MeasurementSetDto } from '@/lib/clients/measurement-dto';
import { endedEarly } from '@/lib/house/stages';
import { useClient, useEditClient, useMeasurements } from '@/lib/http/clients';
import { useInvitations } from '@/lib/http/house';
import { useOrders } from '@/lib/http/orders';
import { formatDate, formatLongDay, formatMoney } from '@/lib/i18n/format';
import type { OrderDto } from '@/lib/orders/schemas';
import type { Page } from '@/lib/pagination';
import { paths } from '@/lib/paths';
import { ClientAside } from './client-aside';
import { ClientFiles } from './client-files';
import { ClientOrders } from './client-orders';
import { type ClientTalk, ClientWords } from './client-words';
import { EditClientSheet } from './edit-client-sheet';
import { EraseDialog } from './erase-dialog';
import { HouseTalks } from './house-talks';
import { MergeDialog } from './merge-dialog';

interface Props {
  client: ClientDto;
  sets: MeasurementSetDto[];
  orders: OrderDto[];
  /** The reader's own conversation with this person, if they have one. */
  talk?: ClientTalk;
  invitations: Page<InvitationDto>;
  /** Whether the reader runs the house. */
  isOwner: boolean;
  now: string;
}

const SHOWN = 3;

/** A client's file: who it is, what to mind, and under tabs what was measured, ordered, said and kept. */
export function ClientFile(props: Props) {
  const { now, talk, isOwner } = props;
  const t = useTranslations('clients');
  const locale = useLocale();
  const say = useToast();
  const refusal = useRefusal();
  const { data: client } = useClient(props.client);
  const { data: sets } = useMeasurements(client.id, props.sets);
  const { data: orders = props.orders } = useOrders({ clientId: client.id }, props.orders);
  const edit = useEditClient(client.id);
  const chat = useTranslations('chat');
  const [editing, setEditing] = useState(false);
  const [inviting, setInviting] = useState(false);
  const [merging, setMerging] = useState(false);
  const [erasing, setErasing] = useState(false);
  const names = client.name.split(' ');
  const since = formatDate(locale, client.createdAt).replace(/^\S+\s/, '');
  const spent = orders.filter((order) => !endedEarly(order.stage));
  const currency = orders[0]?.paid.currency;
  const total = spent.reduce((sum, order) => sum + (order.total?.amount ?? 0), 0);
  const references = orders.flatMap((order) => order.references);
  const { data: open } = useInvitations(props.invitations);
  const invitation = open.items.find((one) => one.clientId === client.id);
  const online = useOnlinePeople().has(client.accountId ?? '');
  const couturier = orders.find((order) => order.couturierId)?.couturierName;

  const known = new Set(sets.flatMap((set) => (set.kind === 'body' ? Object.keys(set.values) : []))).size;
  const measures = (all: boolean) =>
    sets.length === 0 ? (
      <Empty
        drawing="tape"
        level="h3"
        title={t.rich('noMeasures', { em: (text) => <em>{text}</em> })}
        action={<LinkButton href={paths.atelier.newMeasurements(client.id)}>{t('measure')}</LinkButton>}
      />
    ) : (
      <MeasureHistory sets={sets} all={all} />
    );
  const words = (count: number, id: string) =>
    talk ? (
      <ClientWords {...talk} count={count} id={id} />
    ) : client.accountId ? (
      <LinkButton href={{ pathname: paths.atelier.newConversation, query: { clientId: client.id } }}>
        <Icon of={MessagesSquare} size={16} />
        {t('openConversation')}
      </LinkButton>
    ) : (
      <>
        <p className="small text-ink2">
          {invitation
            ? t('invited', { email: invitation.email, date: formatLongDay(locale, invitation.expiresAt) })
            : t('noAccount')}
        </p>
        <div className="mt-3">
          <Button size="small" onPress={() => setInviting(true)}>
            <Icon of={Mail} size={16} />
            {t(invitation ? 'inviteAgain' : 'invite')}
          </Button>
        </div>
      </>
    );
  const overview = (
    <div className="flex flex-col gap-12">
      <section>
        <SectionHead
          title={t('measures')}
          aside={
            <span className="flex flex-wrap gap-x-8">
              {known > 3 && (
                <TextLink href={`${paths.atelier.client(client.id)}?tab=measures`}>
                  {t('allPoints', { count: known })}
                </TextLink>
              )}
              {sets.length > 1 && <TextLink href={paths.atelier.measurements(client.id)}>{t('compare')}</TextLink>}
            </span>
          }
        />
        <div className="mt-2">{measures(false)}</div>
      </section>
      <section>
        <SectionHead
          title={t('orders')}
          aside={total > 0 && currency ? formatMoney(locale, { amount: total, currency }) : undefined}
        />
        <div className="mt-4">
          <ClientOrders orders={orders.slice(0, SHOWN)} />
        </div>
        {orders.length > SHOWN && (
          <p className="small mt-3">
            <TextLink href={`${paths.atelier.client(client.id)}?tab=orders`}>
              {t('older', { count: orders.length - SHOWN })}
            </TextLink>
          </p>
        )}
      </section>
      <section>
        <SectionHead
          title={t('conversation')}
          aside={
            talk && talk.conversation.unread > 0 ? (
              <Count value={talk.conversation.unread} label={chat('unread', { count: talk.conversation.unread })} />
            ) : undefined
          }
        />
        <div className="mt-4">{words(2, 'answer')}</div>
      </section>
    </div>
  );

  return (
    <div className="page py-8 md:py-10">
      <p className="small text-ink2">
        <TextLink href={paths.atelier.clients}>{t('title')}</TextLink> / {client.name}
      </p>
      <div className="mt-2 flex flex-wrap items-end justify-between gap-4">
        <div>
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
                { id: 'edit', label: t('edit'), icon: Pencil, onAction: () => setEditing(true) },
                ...(client.accountId || client.archived
                  ? []
                  : [{ id: 'invite', label: t('invite'), icon: Mail, onAction: () => setInviting(true) }]),
                { id: 'merge', label: t('merge.open'), icon: Merge, onAction: () => setMerging(true) },
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
                { id: 'erase', label: t('erase.open'), icon: Eraser, grave: true, onAction: () => setErasing(true) },
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
      <div className="mt-8 grid grid-cols-[minmax(0,1fr)] gap-10 lg:grid-cols-[296px_minmax(0,1fr)] lg:gap-16">
        <ClientAside client={client} now={now} onEdit={() => setEditing(true)} />
        <Tabs
          label={client.name}
          items={[
            { id: 'overview', label: t('overview'), content: overview },
            {
              id: 'orders',
              label: t('ordersTab', { count: orders.length }),
              content: <ClientOrders orders={orders} />,
            },
            {
              id: 'measures',
              label: t('measuresTab', { count: sets.length }),
              content: (
                <div>
                  {sets.length > 1 && (
                    <div className="mb-4">
                      <LinkButton size="small" href={paths.atelier.measurements(client.id)}>
                        {t('compare')}
                      </LinkButton>
                    </div>
                  )}
                  {measures(true)}
                </div>
              ),
            },
            {
              id: 'conversation',
              label: t('conversation'),
              content: (
                <>
                  {words(12, 'answer-all')}
                  {isOwner && <HouseTalks clientId={client.id} name={client.name} />}
                </>
              ),
            },
            {
              id: 'files',
              label: t('filesTab'),
              content: <ClientFiles references={references} conversationId={talk?.conversation.id} />,
            },
          ]}
        />
      </div>
      {editing && <EditClientSheet client={client} open onOpenChange={setEditing} />}
      {erasing && <EraseDialog client={client} allowed={isOwner || !client.accountId} open onOpenChange={setErasing} />}
      {merging && <MergeDialog client={client} open onOpenChange={setMerging} />}
      {inviting && <InviteDialog open onOpenChange={setInviting} roles={['client']} file={client} />}
    </div>
  );
}
