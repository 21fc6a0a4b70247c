import type { MetadataRoute } from 'next';
import { publicUrl } from '@/lib/mail/public-url';

/** The public address is known when the house opens, not when it is built. */
export const dynamic = 'force-dynamic';

/** Search engines read the public pages only. */
export default function robots(): MetadataRoute.Robots {
  const inside = ['/fr/account', '/en/account', '/fr/atelier', '/en/atelier', '/api/'];
  return {
    // Pictures of published models are public, under the API's address.
    rules: { userAgent: '*', allow: ['/', '/api/files/'], disallow: inside },
    sitemap: publicUrl('/sitemap.xml'),
  };
}
