import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { NewOrderForm } from '@/components/orders/desk/new-order-form';
import { listCouturiers } from '@/lib/auth/list-couturiers';
import { listClients } from '@/lib/clients/list-clients';
import { listClientsQuery } from '@/lib/clients/schemas';
import { appDatabase } from '@/lib/db/client';
import { getHouse } from '@/lib/house/get-house';
import { isLocale } from '@/lib/i18n/config';
import { listModels } from '@/lib/models/list-models';
import { listModelsQuery } from '@/lib/models/schemas';
import { paths } from '@/lib/paths';
import { requireStaff } from '@/lib/web/page-actor';

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  const t = await getTranslations({ locale, namespace: 'orders' });
  return { title: t('create.meta') };
}

export default async function Page({ params, searchParams }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  setRequestLocale(locale);
  const actor = await requireStaff(locale, paths.atelier.newOrder);
  const db = appDatabase();
  const [t, query, clients, models, house, couturiers] = await Promise.all([
    getTranslations('orders'),
    searchParams,
    listClients(db, actor, listClientsQuery.parse({ limit: '100' })),
    listModels(db, actor, listModelsQuery.parse({ limit: '100' })),
    getHouse(db),
    listCouturiers(db),
  ]);
  const asked = (name: string, known: readonly { id: string }[]) =>
    known.find(({ id }) => id === query[name])?.id ?? null;
  return (
    <div className="page py-8">
      <h1 className="d3 mb-8">{t.rich('create.title', { em: (text) => <em>{text}</em> })}</h1>
      <NewOrderForm
        clients={clients.items.map(({ id, name }) => ({ id, name }))}
        models={models.items.map(({ id, title, garment }) => ({ id, title: title[locale], garment }))}
        garments={house.vocabulary.garments.map(({ code, label }) => ({ code, label: label[locale] }))}
        couturiers={couturiers.map(({ id, name }) => ({ id, name }))}
        viewerId={actor.id.toHexString()}
        clientId={asked('clientId', clients.items)}
        modelId={asked('modelId', models.items)}
      />
    </div>
  );
}
