import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { editorLists } from '@/components/models/editor/lists';
import { ModelEditor } from '@/components/models/editor/model-editor';
import type { Locale } from '@/lib/actor';
import { listCouturiers } from '@/lib/auth/list-couturiers';
import { appDatabase } from '@/lib/db/client';
import { getHouse } from '@/lib/house/get-house';
import { paths } from '@/lib/paths';
import { requireStaff } from '@/lib/web/page-actor';

interface Props {
  params: Promise<{ locale: Locale }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: 'models' });
  return { title: t('newTitle') };
}

export default async function NewModelPage({ params }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
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
