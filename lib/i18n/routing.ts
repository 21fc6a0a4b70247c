import { createNavigation } from 'next-intl/navigation';
import { defineRouting } from 'next-intl/routing';
import { DEFAULT_LOCALE, LOCALES } from './config';

export { Link, usePathname, useRouter } from './navigation';

/** `/fr/…` and `/en/…`, always; no cookie, so public pages stay free of it. */
export const routing = defineRouting({
  locales: LOCALES,
  defaultLocale: DEFAULT_LOCALE,
  localePrefix: 'always',
  localeCookie: false,
});

export const { redirect, permanentRedirect, getPathname } = createNavigation(routing);
