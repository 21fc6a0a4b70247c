'use client';

import { Archive, ArchiveRestore, Ellipsis, MessagesSquare, Pencil, Plus, Ruler } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { MeasureHistory } from '@/components/measurements/history';
import { Button } from '@/components/ui/button';
import { Empty } from '@/components/ui/empty';
import { Icon } from '@/components/ui/icon';
import { LinkButton, TextLink } from '@/components/ui/link-button';
import { Menu } from '@/components/ui/menu';
import { SectionHead } from '@/components/ui/section-head';
import { Tabs } from '@/components/ui/tabs';
import { useToast } from '@/components/ui/toast';
import type { Client } from '@/lib/clients/dto';
import type { MeasurementSet } from '@/lib/clients/measurement-dto';
import { useClient, useEditClient, useMeasurements } from '@/lib/http/clients';
import { formatDate, formatMoney } from '@/lib/i18n/format';
import type { OrderDto } from '@/lib/orders/schemas';
import { paths } from '@/lib/paths';
import { ClientAside } from './client-aside';
import { ClientOrders } from './client-orders';
import { EditClientSheet } from './edit-client-sheet';
import { useFormErrors } from './use-form-errors';

interface Props {
  client: Client;
  sets: MeasurementSet[];
  orders: OrderDto[];
  now: string;
}

const SHOWN = 3;

/** A client's file: who it is, what to mind, and under tabs what was measured, ordered, said and kept. */
export function ClientFile(props: Props) {
  const { orders, now } = props;
  const t = useTranslations('clients');
  const locale = useLocale();
  const say = useToast();
  const refusal = useFormErrors();
  const { data: client } = useClient(props.client);
  const { data: sets } = useMeasurements(client.id, props.sets);
  const edit = useEditClient(client.id);
  const [editing, setEditing] = useState(false);
  const words = client.name.split(' ');
  const since = formatDate(locale, client.createdAt).replace(/^\S+\s/, '');
  const spent = orders.filter((order) => order.stage !== 'cancelled' && order.stage !== 'declined');
  const currency = orders[0]?.paid.currency;
  const total = spent.reduce((sum, order) => sum + (order.total?.amount ?? 0), 0);
  const talk = { pathname: paths.atelier.newConversation, query: { clientId: client.id } };
  const files = orders.flatMap((order) => order.referenceFileIds);

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
  const overview = (
    <div className="flex flex-col gap-12">
      <section>
        <SectionHead
          title={t('measures')}
          aside={<TextLink href={paths.atelier.measurements(client.id)}>{t('compare')}</TextLink>}
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
        <SectionHead title={t('conversation')} />
        <div className="mt-4">
          {client.accountId ? (
            <LinkButton href={talk}>
              <Icon of={MessagesSquare} size={16} />
              {t('openConversation')}
            </LinkButton>
          ) : (
            <p className="small text-ink2">{t('noAccount')}</p>
          )}
        </div>
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
            {words.slice(0, -1).join(' ')} <em>{words.at(-1)}</em>
          </h1>
          <p className="small mt-4 flex flex-wrap gap-x-5 text-ink2">
            <span>{t('since', { date: since })}</span>
            <span>{t(client.accountId ? 'linked' : 'fileOnly')}</span>
            {client.archived && <span className="text-ocre">{t('isArchived')}</span>}
          </p>
        </div>
        <div className="flex gap-2">
          <Menu
            label={t('more')}
            trigger={
              <Button icon aria-label={t('more')}>
                <Icon of={Ellipsis} />
              </Button>
            }
            items={[
              { id: 'edit', label: t('edit'), icon: Pencil, onAction: () => setEditing(true) },
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
      </div>
      <div className="mt-8 grid gap-10 lg:grid-cols-[296px_minmax(0,1fr)] lg:gap-16">
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
                  <div className="mb-4 flex flex-wrap gap-3">
                    <LinkButton size="small" href={paths.atelier.measurements(client.id)}>
                      {t('compare')}
                    </LinkButton>
                  </div>
                  {measures(true)}
                </div>
              ),
            },
            {
              id: 'files',
              label: t('filesTab', { count: files.length }),
              content:
                files.length === 0 ? (
                  <Empty drawing="frame" level="h3" title={t.rich('noFiles', { em: (text) => <em>{text}</em> })} />
                ) : (
                  <ul className="grid grid-cols-2 gap-3 sm:grid-cols-4">
                    {files.map((id) => (
                      <li key={id}>
                        <a href={`/api/files/${id}`} target="_blank" rel="noreferrer">
                          <img
                            src={`/api/files/${id}?w=320`}
                            alt={t('referenceFile')}
                            className="aspect-[3/4] w-full bg-plate object-cover"
                            loading="lazy"
                          />
                        </a>
                      </li>
                    ))}
                  </ul>
                ),
            },
          ]}
        />
      </div>
      {editing && <EditClientSheet client={client} open onOpenChange={setEditing} />}
    </div>
  );
}
