import type { MetadataRoute } from 'next';
import { listCouturiers } from '@/lib/auth/list-couturiers';
import { appDatabase } from '@/lib/db/client';
import { LOCALES } from '@/lib/i18n/config';
import { publicUrl } from '@/lib/mail/public-url';
import { browseModels } from '@/lib/models/list-models';
import { paths } from '@/lib/paths';

export const dynamic = 'force-dynamic';

/** What one file of a sitemap may hold is 50,000 addresses (sitemaps.org); a house has far fewer. */
const MODELS = 5000;

/** Every public page, in both languages. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const db = appDatabase();
  const [{ items }, couturiers] = await Promise.all([
    browseModels(db, null, {}, { skip: 0, limit: MODELS }),
    listCouturiers(db),
  ]);
  const pages: { path: string; lastModified?: string }[] = [
    { path: '' },
    { path: paths.models },
    ...items.map((model) => ({ path: paths.model(model.slug), lastModified: model.updatedAt })),
    { path: paths.couturiers },
    ...couturiers.map(({ id }) => ({ path: paths.couturier(id) })),
    { path: paths.house },
  ];
  return pages.flatMap(({ path, lastModified }) => {
    const languages = Object.fromEntries(LOCALES.map((locale) => [locale, publicUrl(`/${locale}${path}`)]));
    return LOCALES.map((locale) => ({
      url: publicUrl(`/${locale}${path}`),
      lastModified,
      alternates: { languages },
    }));
  });
}
