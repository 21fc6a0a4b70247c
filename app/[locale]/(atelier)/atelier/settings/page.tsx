import { HandsSection } from '@/components/hands/hands-section';
import { SettingsPage } from '@/components/settings/settings-page';
import { listOwnHand } from '@/lib/absences/list-hands';
import { getMe } from '@/lib/auth/get-me';
import { listSessions } from '@/lib/auth/list-sessions';
import { appDatabase } from '@/lib/db/client';
import { getHouse } from '@/lib/house/get-house';
import { paths } from '@/lib/paths';
import { readSecondKeys } from '@/lib/second-keys/change-keys';
import { requireStaff } from '@/lib/web/page-actor';
import { pageParams, pageTitle } from '@/lib/web/page-params';

interface Props {
  params: Promise<{ locale: string }>;
}

export const generateMetadata = pageTitle('settings', 'meta');

export default async function Page({ params }: Props) {
  const { locale } = await pageParams(params);
  const actor = await requireStaff(locale, paths.atelier.settings, { beforeSecondKey: true });
  const db = appDatabase();
  const [me, sessions, secondKeys, hands, house] = await Promise.all([
    getMe(db, actor),
    listSessions(db, actor),
    readSecondKeys(db, actor),
    listOwnHand(db, actor),
    getHouse(db),
  ]);
  return (
    <SettingsPage
      me={me}
      sessions={sessions}
      secondKeys={secondKeys}
      hands={<HandsSection hands={hands} closures={house.closures} own />}
    />
  );
}
