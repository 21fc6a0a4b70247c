import { HousePage } from '@/components/house/house-page';
import { listHands } from '@/lib/absences/list-hands';
import { listStaff } from '@/lib/auth/edit-staff';
import { getMe } from '@/lib/auth/get-me';
import { listInvitations } from '@/lib/auth/list-invitations';
import { listBackups } from '@/lib/backup/list-backups';
import { appDatabase } from '@/lib/db/client';
import { env } from '@/lib/env';
import { readHouse } from '@/lib/house/read-house';
import { hasOrders } from '@/lib/orders/has-orders';
import { paths } from '@/lib/paths';
import { isBackupRunning } from '@/lib/web/launch-backup';
import { requireStaff } from '@/lib/web/page-actor';
import { pageParams, pageTitle } from '@/lib/web/page-params';

interface Props {
  params: Promise<{ locale: string }>;
}

export const generateMetadata = pageTitle('house', 'settings.meta');

export default async function Page({ params }: Props) {
  const { locale } = await pageParams(params);
  const actor = await requireStaff(locale, paths.atelier.house);
  const db = appDatabase();
  const [me, house, hands, currencyFixed, invitations, staff, backups] = await Promise.all([
    getMe(db, actor),
    readHouse(db, actor),
    listHands(db, actor),
    hasOrders(db),
    listInvitations(db, actor),
    actor.role === 'owner' ? listStaff(db, actor) : undefined,
    actor.role === 'owner' ? listBackups(env(), isBackupRunning()) : undefined,
  ]);
  return (
    <HousePage
      me={me}
      house={house}
      hands={hands}
      currencyFixed={currencyFixed}
      staff={staff && { items: staff, nextCursor: null }}
      backups={backups}
      invitations={{ items: invitations, nextCursor: null }}
    />
  );
}
