import type { MetadataRoute } from 'next';
import fr from '@/lib/i18n/fr/common.json';
import { DAY } from '@/lib/palette';

/** What the house is called on a home screen. No worker: every page is fresh. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    name: 'FashionFlow',
    short_name: 'FashionFlow',
    description: fr.meta.description,
    lang: 'fr',
    start_url: '/',
    display: 'standalone',
    background_color: DAY.paper,
    theme_color: DAY.paper,
    icons: [{ src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' }],
  };
}
