import 'server-only';
import type { Metadata } from 'next';
import { setRequestLocale } from 'next-intl/server';
import { notFound } from 'next/navigation';
import type { Locale } from '../actor';
import { isLocale } from '../i18n/config';
import type { Namespace } from '../i18n/messages';
import { translator } from '../i18n/translate';

interface InLanguage {
  locale: string;
}

/** What stands in a page's address, its language known and set for all that the page prints; another is not found. */
export async function pageParams<P extends InLanguage>(params: Promise<P>): Promise<P & { locale: Locale }> {
  const { locale, ...rest } = await params;
  if (!isLocale(locale)) notFound();
  setRequestLocale(locale);
  return { ...rest, locale } as P & { locale: Locale };
}

/** The `generateMetadata` of a page whose title is one text. */
export const pageTitle =
  <N extends Namespace>(namespace: N, key: Parameters<ReturnType<typeof translator<N>>>[0]) =>
  async ({ params }: { params: Promise<InLanguage> }): Promise<Metadata> => {
    const { locale } = await pageParams(params);
    // Which texts take values is not known of a namespace that is not named; a title takes none.
    const t = translator(locale, namespace) as unknown as (key: string) => string;
    return { title: t(key as string) };
  };
