import type { MetadataRoute } from 'next';
import { DEFAULT_LOCALE } from '@/lib/i18n/config';
import { translator } from '@/lib/i18n/translate';
import { DAY } from '@/lib/palette';
import { houseName } from '@/lib/web/house-card';

/** The house says its name, not the build. */
export const dynamic = 'force-dynamic';

/** What the house is called on a home screen. Its worker (`public/sw.js`) shows notifications and keeps no page. */
export default async function manifest(): Promise<MetadataRoute.Manifest> {
  const name = await houseName();
  return {
    name,
    short_name: name,
    description: translator(DEFAULT_LOCALE, 'common')('meta.description'),
    lang: DEFAULT_LOCALE,
    start_url: '/',
    display: 'standalone',
    background_color: DAY.paper,
    theme_color: DAY.paper,
    icons: [{ src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' }],
  };
}
