import type { Metadata } from 'next';
import { setRequestLocale } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { editorLists } from '@/components/models/editor/lists';
import { ModelEditor } from '@/components/models/editor/model-editor';
import type { Locale } from '@/lib/actor';
import { listCouturiers } from '@/lib/auth/list-couturiers';
import { appDatabase } from '@/lib/db/client';
import { AppError } from '@/lib/errors';
import { getHouse } from '@/lib/house/get-house';
import { findModel } from '@/lib/models/find-model';
import { modelName } from '@/lib/models/rules';
import { paths } from '@/lib/paths';
import { requireStaff } from '@/lib/web/page-actor';

interface Props {
  params: Promise<{ locale: Locale; id: string }>;
}

/** The model as the staff see it, or a true 404; read once for the page and its title. */
const read = cache(async (locale: Locale, id: string) => {
  const actor = await requireStaff(locale, paths.atelier.model(id));
  try {
    return { actor, model: await findModel(appDatabase(), actor, id) };
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') notFound();
    throw error;
  }
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, id } = await params;
  const { model } = await read(locale, id);
  return { title: modelName(model, locale) };
}

export default async function EditModelPage({ params }: Props) {
  const { locale, id } = await params;
  setRequestLocale(locale);
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
