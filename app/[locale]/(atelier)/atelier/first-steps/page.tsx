import { forbidden, notFound } from 'next/navigation';
import { FirstStepsPage } from '@/components/begin/first-steps-page';
import { getMe } from '@/lib/auth/get-me';
import { listInvitations } from '@/lib/auth/list-invitations';
import { readFirstSteps } from '@/lib/begin/first-steps';
import { appDatabase } from '@/lib/db/client';
import { readHouse } from '@/lib/house/read-house';
import { hasOrders } from '@/lib/orders/has-orders';
import { paths } from '@/lib/paths';
import { requireStaff } from '@/lib/web/page-actor';
import { pageParams, pageTitle } from '@/lib/web/page-params';

interface Props {
  params: Promise<{ locale: string }>;
}

export const generateMetadata = pageTitle('house', 'firstSteps.meta');

export default async function Page({ params }: Props) {
  const { locale } = await pageParams(params);
  const actor = await requireStaff(locale, paths.atelier.firstSteps);
  if (actor.role !== 'owner') forbidden();
  const db = appDatabase();
  const steps = await readFirstSteps(db);
  if (!steps) notFound();
  const [me, house, currencyFixed, invitations] = await Promise.all([
    getMe(db, actor),
    readHouse(db, actor),
    hasOrders(db),
    listInvitations(db, actor),
  ]);
  return (
    <FirstStepsPage
      me={me}
      house={house}
      currencyFixed={currencyFixed}
      invitations={{ items: invitations, nextCursor: null }}
      steps={steps}
    />
  );
}
