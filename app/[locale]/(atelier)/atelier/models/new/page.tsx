import { editorLists } from '@/components/models/editor/lists';
import { ModelEditor } from '@/components/models/editor/model-editor';
import { listCouturiers } from '@/lib/auth/list-couturiers';
import { appDatabase } from '@/lib/db/client';
import { getHouse } from '@/lib/house/get-house';
import { paths } from '@/lib/paths';
import { requireStaff } from '@/lib/web/page-actor';
import { pageParams, pageTitle } from '@/lib/web/page-params';

interface Props {
  params: Promise<{ locale: string }>;
}

export const generateMetadata = pageTitle('models', 'newTitle');

export default async function NewModelPage({ params }: Props) {
  const { locale } = await pageParams(params);
  const actor = await requireStaff(locale, paths.atelier.newModel);
  const db = appDatabase();
  const [house, couturiers] = await Promise.all([getHouse(db), listCouturiers(db)]);
  return (
    <ModelEditor
      model={null}
      lists={editorLists(house.vocabulary, couturiers, locale)}
      couturierId={actor.id.toHexString()}
      currency={house.currency}
    />
  );
}
