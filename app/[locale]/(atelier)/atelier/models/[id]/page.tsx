import type { Metadata } from 'next';
import { cache } from 'react';
import { editorLists } from '@/components/models/editor/lists';
import { ModelEditor } from '@/components/models/editor/model-editor';
import type { Locale } from '@/lib/actor';
import { listCouturiers } from '@/lib/auth/list-couturiers';
import { appDatabase } from '@/lib/db/client';
import { getHouse } from '@/lib/house/get-house';
import { findModel } from '@/lib/models/find-model';
import { modelName } from '@/lib/models/rules';
import { paths } from '@/lib/paths';
import { orNotFound } from '@/lib/web/or-not-found';
import { requireStaff } from '@/lib/web/page-actor';
import { pageParams } from '@/lib/web/page-params';

interface Props {
  params: Promise<{ locale: string; id: string }>;
}

/** The model as the staff see it, or a true 404; read once for the page and its title. */
const read = cache(async (locale: Locale, id: string) => {
  const actor = await requireStaff(locale, paths.atelier.model(id));
  return { actor, model: await orNotFound(findModel(appDatabase(), actor, id)) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, id } = await pageParams(params);
  const { model } = await read(locale, id);
  return { title: modelName(model, locale) };
}

export default async function EditModelPage({ params }: Props) {
  const { locale, id } = await pageParams(params);
  const { actor, model } = await read(locale, id);
  const db = appDatabase();
  const [house, couturiers] = await Promise.all([getHouse(db), listCouturiers(db)]);
  return (
    <ModelEditor
      key={model.id}
      model={model}
      lists={editorLists(house.vocabulary, couturiers, locale)}
      couturierId={actor.id.toHexString()}
      currency={house.currency}
    />
  );
}
