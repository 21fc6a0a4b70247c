import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { HousePage } from '@/components/house/house-page';
import { listStaff } from '@/lib/auth/edit-staff';
import { getMe } from '@/lib/auth/get-me';
import { listInvitations } from '@/lib/auth/list-invitations';
import { appDatabase } from '@/lib/db/client';
import { readHouse } from '@/lib/house/read-house';
import { isLocale } from '@/lib/i18n/config';
import { hasOrders } from '@/lib/orders/has-orders';
import { paths } from '@/lib/paths';
import { requireStaff } from '@/lib/web/page-actor';

interface Props {
  params: Promise<{ locale: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  const t = await getTranslations({ locale, namespace: 'house' });
  return { title: t('settings.meta') };
}

export default async function Page({ params }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  setRequestLocale(locale);
  const actor = await requireStaff(locale, paths.atelier.house);
  const db = appDatabase();
  const [me, house, currencyFixed, invitations, staff] = await Promise.all([
    getMe(db, actor),
    readHouse(db, actor),
    hasOrders(db),
    listInvitations(db, actor),
    actor.role === 'owner' ? listStaff(db, actor) : undefined,
  ]);
  return (
    <HousePage
      me={me}
      house={house}
      currencyFixed={currencyFixed}
      staff={staff && { items: staff, nextCursor: null }}
      invitations={{ items: invitations, nextCursor: null }}
    />
  );
}
