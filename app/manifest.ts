import type { MetadataRoute } from 'next';
import fr from '@/lib/i18n/fr/common.json';

/** What the house is called on a home screen. No worker: every page is fresh. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    name: 'FashionFlow',
    short_name: 'FashionFlow',
    description: fr.meta.description,
    lang: 'fr',
    start_url: '/',
    display: 'standalone',
    background_color: '#F7F5F0',
    theme_color: '#F7F5F0',
    icons: [{ src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' }],
  };
}
