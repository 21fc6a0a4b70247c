import type { Metadata } from 'next';
import { PartyPage } from '@/components/parties/party-page';
import { listCouturiers } from '@/lib/auth/list-couturiers';
import { appDatabase } from '@/lib/db/client';
import { getHouse } from '@/lib/house/get-house';
import { inLanguage } from '@/lib/i18n/bilingual';
import { dayKey } from '@/lib/i18n/format';
import { readParty } from '@/lib/parties/read-party';
import { paths } from '@/lib/paths';
import { orNotFound } from '@/lib/web/or-not-found';
import { requireStaff } from '@/lib/web/page-actor';
import { pageParams } from '@/lib/web/page-params';

interface Props {
  params: Promise<{ locale: string; id: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, id } = await pageParams(params);
  const actor = await requireStaff(locale, paths.atelier.party(id));
  return { title: (await orNotFound(readParty(appDatabase(), actor, id))).name };
}

export default async function Page({ params }: Props) {
  const { locale, id } = await pageParams(params);
  const actor = await requireStaff(locale, paths.atelier.party(id));
  const db = appDatabase();
  const [party, house, couturiers] = await Promise.all([
    orNotFound(readParty(db, actor, id)),
    getHouse(db),
    listCouturiers(db),
  ]);
  return (
    <PartyPage
      initial={party}
      garments={house.vocabulary.garments.map(({ code, label }) => ({ code, label: inLanguage(label, locale) }))}
      couturiers={couturiers.map(({ id: couturierId, name }) => ({ id: couturierId, name }))}
      viewerId={actor.id.toHexString()}
      today={dayKey(new Date())}
    />
  );
}
