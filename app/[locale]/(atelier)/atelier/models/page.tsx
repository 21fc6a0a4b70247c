import { AtelierModels } from '@/components/models/atelier-models';
import { listCouturiers } from '@/lib/auth/list-couturiers';
import { appDatabase } from '@/lib/db/client';
import { getHouse } from '@/lib/house/get-house';
import { browseModels, countByStatus } from '@/lib/models/list-models';
import { MODEL_STATUSES } from '@/lib/models/schemas';
import { paths } from '@/lib/paths';
import { requireStaff } from '@/lib/web/page-actor';
import { pageParams, pageTitle } from '@/lib/web/page-params';

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: Promise<{ tab?: string | string[] }>;
}

/** All that is shown at once; past it, the search finds the rest. */
const SHOWN = { skip: 0, limit: 500 };

export const generateMetadata = pageTitle('models', 'meta');

export default async function AtelierModelsPage({ params, searchParams }: Props) {
  const { locale } = await pageParams(params);
  const { tab } = await searchParams;
  const status = MODEL_STATUSES.find((one) => one === tab) ?? 'published';
  const actor = await requireStaff(locale, paths.atelier.models);
  const db = appDatabase();
  const [{ items }, counts, house, couturiers] = await Promise.all([
    browseModels(db, actor, { status }, SHOWN),
    countByStatus(db, actor, {}),
    getHouse(db),
    listCouturiers(db),
  ]);
  return (
    <AtelierModels
      key={status}
      status={status}
      models={items}
      counts={counts}
      vocabulary={house.vocabulary}
      authors={Object.fromEntries(couturiers.map(({ id, name }) => [id, name]))}
    />
  );
}
