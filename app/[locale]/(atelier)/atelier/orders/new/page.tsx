import { NewOrder } from '@/components/orders/desk/new-order';
import { listCouturiers } from '@/lib/auth/list-couturiers';
import { readClient } from '@/lib/clients/find-client';
import { appDatabase } from '@/lib/db/client';
import { getHouse } from '@/lib/house/get-house';
import { inLanguage } from '@/lib/i18n/bilingual';
import { findModel } from '@/lib/models/find-model';
import { usualRetouche } from '@/lib/house/rules';
import { pieceAgain } from '@/lib/orders/again';
import { openDefects } from '@/lib/orders/asks';
import { findOrderFor } from '@/lib/orders/find-order';
import { paths } from '@/lib/paths';
import { orAbsent } from '@/lib/web/or-absent';
import { requireStaff } from '@/lib/web/page-actor';
import { pageParams, pageTitle } from '@/lib/web/page-params';

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export const generateMetadata = pageTitle('orders', 'create.meta');

/** What the address names, where it is there; else one chooses. */
const findAsked = <T,>(id: string, read: (id: string) => Promise<T>): Promise<T | null> =>
  id === '' ? Promise.resolve(null) : orAbsent(read(id));

export default async function Page({ params, searchParams }: Props) {
  const { locale } = await pageParams(params);
  const actor = await requireStaff(locale, paths.atelier.newOrder);
  const db = appDatabase();
  const query = await searchParams;
  const asked = (name: string): string => (typeof query[name] === 'string' ? query[name] : '');
  const order = await findAsked(asked('orderId'), (id) => findOrderFor(db, actor, id));
  const [client, model, house, couturiers] = await Promise.all([
    findAsked(order?.clientId ?? asked('clientId'), (id) => readClient(db, actor, id)),
    findAsked(order?.modelId ?? asked('modelId'), (id) => findModel(db, actor, id)),
    getHouse(db),
    listCouturiers(db),
  ]);
  // Only what was handed over is altered.
  const piece = asked('kind') === 'retouche' && order?.allowed.includes('openRetouche') ? order : null;
  const people = couturiers.map(({ id, name }) => ({ id, name }));
  const viewerId = actor.id.toHexString();
  return (
    <div className="page py-8">
      <NewOrder
        kind={asked('kind') === 'retouche' ? 'retouche' : 'piece'}
        piece={{
          garments: house.vocabulary.garments.map(({ code, label }) => ({ code, label: inLanguage(label, locale) })),
          couturiers: people,
          viewerId,
          client: client && { id: client.id, label: client.name },
          again: order && { ...pieceAgain(order), orderId: order.id },
          model: model && { id: model.id, label: inLanguage(model.title, locale), garment: model.garment },
        }}
        retouche={{
          couturiers: people,
          viewerId,
          client: client && { id: client.id, label: client.name, hasAccount: client.accountId !== undefined },
          piece: piece && {
            id: piece.id,
            title: piece.title,
            reported: openDefects(piece)
              .map(({ text }) => text)
              .join('\n'),
          },
          usualMinutes: usualRetouche(house, piece?.garment ?? ''),
          currency: house.currency,
          rates: { vatPercent: house.quoteDefaults.vatPercent, tax: house.tax },
          couturierId: piece?.couturierId,
        }}
      />
    </div>
  );
}
