import { getTranslations } from 'next-intl/server';
import { NearestModels } from '@/components/layout/nearest-models';
import { NotFoundView } from '@/components/layout/not-found-view';

/** A 404 of the public pages: their navigation stays around it, and models are nearby. */
export default async function NotFoundPage() {
  const t = await getTranslations('states.notFound');
  return (
    <NotFoundView>
      <NearestModels words={t('nearest')} />
    </NotFoundView>
  );
}
