import { AtelierModels } from '@/components/models/atelier-models';
import { listCouturiers } from '@/lib/auth/list-couturiers';
import { appDatabase } from '@/lib/db/client';
import { getHouse } from '@/lib/house/get-house';
import { countByStatus, listModels } from '@/lib/models/list-models';
import { MODEL_STATUSES } from '@/lib/models/schemas';
import { PAGE_SHOWN } from '@/lib/pages';
import { paths } from '@/lib/paths';
import { requireStaff } from '@/lib/web/page-actor';
import { pageParams, pageTitle } from '@/lib/web/page-params';

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: Promise<{ tab?: string | string[] }>;
}

export const generateMetadata = pageTitle('models', 'meta');

export default async function AtelierModelsPage({ params, searchParams }: Props) {
  const { locale } = await pageParams(params);
  const { tab } = await searchParams;
  const status = MODEL_STATUSES.find((one) => one === tab) ?? 'published';
  const actor = await requireStaff(locale, paths.atelier.models);
  const db = appDatabase();
  const [models, counts, house, couturiers] = await Promise.all([
    listModels(db, actor, { status, sort: 'newest', limit: PAGE_SHOWN }),
    countByStatus(db, actor, {}),
    getHouse(db),
    listCouturiers(db),
  ]);
  return (
    <AtelierModels
      key={status}
      status={status}
      models={models}
      counts={counts}
      vocabulary={house.vocabulary}
      authors={Object.fromEntries(couturiers.map(({ id, name }) => [id, name]))}
    />
  );
}
