'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { LinkButton } from '@/components/ui/link-button';
import { Tabs } from '@/components/ui/tabs';
import type { InvitationDto } from '@/lib/auth/schemas';
import type { ClientDto } from '@/lib/clients/dto';
import type { MeasurementSetDto } from '@/lib/clients/measurement-dto';
import { useClient, useMeasurements } from '@/lib/http/clients';
import { useInvitations } from '@/lib/http/house';
import { useOrders } from '@/lib/http/orders';
import type { OrderDto } from '@/lib/orders/answers';
import type { Page } from '@/lib/pages';
import type { PartyLineDto } from '@/lib/parties/schemas';
import { paths } from '@/lib/paths';
import { ClientAside } from './client-aside';
import { ClientFiles } from './client-files';
import { type ClientAsk, ClientHead } from './client-head';
import { ClientMeasures } from './client-measures';
import { ClientOrders } from './client-orders';
import { ClientOverview } from './client-overview';
import { ClientTalks } from './client-talks';
import type { ClientTalk } from './client-words';
import { HouseTalks } from './house-talks';
import { later } from '@/components/ui/later';

const EditClientSheet = later(() => import('./edit-client-sheet').then((one) => one.EditClientSheet));
const EraseDialog = later(() => import('./erase-dialog').then((one) => one.EraseDialog));
const SuspendDialog = later(() => import('./suspend-dialog').then((one) => one.SuspendDialog));
const MergeDialog = later(() => import('./merge-dialog').then((one) => one.MergeDialog));
const InviteDialog = later(() => import('@/components/auth/invite-dialog').then((one) => one.InviteDialog));

interface Props {
  client: ClientDto;
  sets: MeasurementSetDto[];
  orders: OrderDto[];
  parties: readonly PartyLineDto[];
  /** The reader's own conversation with this person, if they have one. */
  talk?: ClientTalk;
  invitations: Page<InvitationDto>;
  /** Whether the reader runs the house. */
  isOwner: boolean;
  now: string;
}

/** A client's file: who it is, what to mind, and under tabs what was measured, ordered, said and kept. */
export function ClientFile(props: Props) {
  const { now, talk, isOwner } = props;
  const t = useTranslations('clients');
  const { data: client } = useClient(props.client);
  const { data: sets } = useMeasurements(client.id, props.sets);
  const { data: orders = props.orders } = useOrders({ clientId: client.id }, props.orders);
  const { data: open } = useInvitations(props.invitations);
  const invitation = open.items.find((one) => one.clientId === client.id);
  const references = orders.flatMap((order) => order.references);
  const couturier = orders.find((order) => order.couturierId)?.couturierName;
  const [asking, setAsking] = useState<ClientAsk | null>(null);
  const onInvite = () => setAsking('invite');
  const dialog = (what: ClientAsk) => ({ open: true, onOpenChange: (on: boolean) => setAsking(on ? what : null) });
  return (
    <div className="page py-8 md:py-10">
      <ClientHead client={client} couturier={couturier} isOwner={isOwner} onAsk={setAsking} />
      <div className="mt-8 grid grid-cols-[minmax(0,1fr)] gap-10 lg:grid-cols-[296px_minmax(0,1fr)] lg:gap-16">
        <ClientAside client={client} now={now} onEdit={() => setAsking('edit')} />
        <Tabs
          label={client.name}
          items={[
            {
              id: 'overview',
              label: t('overview'),
              content: <ClientOverview {...{ client, sets, orders, talk, invitation, onInvite }} />,
            },
            {
              id: 'orders',
              label: t('ordersTab', { count: orders.length }),
              content: <ClientOrders orders={orders} parties={props.parties} />,
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
                  <ClientMeasures client={client} sets={sets} all />
                </div>
              ),
            },
            {
              id: 'conversation',
              label: t('conversation'),
              content: (
                <>
                  <ClientTalks {...{ client, talk, invitation, onInvite }} count={12} id="answer-all" />
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
      {asking === 'edit' && <EditClientSheet client={client} {...dialog('edit')} />}
      {asking === 'erase' && (
        <EraseDialog client={client} allowed={isOwner || !client.accountId} {...dialog('erase')} />
      )}
      {asking === 'suspend' && <SuspendDialog client={client} {...dialog('suspend')} />}
      {asking === 'merge' && <MergeDialog client={client} {...dialog('merge')} />}
      {asking === 'invite' && <InviteDialog {...dialog('invite')} roles={['client']} file={client} />}
    </div>
  );
}
