import type { Metadata, Viewport } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import type { ReactNode } from 'react';
import { fontVariables } from '@/app/fonts';
import '@/app/globals.css';
import { isLocale, languageTag } from '@/lib/i18n/config';
import { HouseNameProvider } from '@/components/layout/wordmark';
import { InlineScript } from '@/components/layout/inline-script';
import { INLINE_SCRIPTS } from '@/lib/page-wall/inline-scripts';
import { publicUrl } from '@/lib/mail/public-url';
import { DAY, NIGHT_PAPER } from '@/lib/palette';
import { houseName } from '@/lib/web/house-card';

interface Props {
  children: ReactNode;
  params: Promise<{ locale: string }>;
}

/** Every page bears the name of the house, which no build knows. */
export const dynamic = 'force-dynamic';

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: DAY.paper },
    { media: '(prefers-color-scheme: dark)', color: NIGHT_PAPER },
  ],
};

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  const [t, name] = await Promise.all([getTranslations({ locale, namespace: 'common' }), houseName()]);
  return {
    metadataBase: new URL(publicUrl('/')),
    // A « % » of the name is no place for a title.
    title: { default: `${name}, ${t('meta.tagline')}`, template: `%s | ${name.replaceAll('%s', '% s')}` },
    description: t('meta.description'),
    applicationName: name,
    formatDetection: { telephone: false, date: false, address: false, email: false },
    openGraph: { siteName: name, type: 'website', locale: languageTag(locale).replace('-', '_') },
  };
}

/** The root of every page: its language, its letters, its theme. */
export default async function LocaleLayout({ children, params }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  setRequestLocale(locale);
  // The theme script writes `data-theme` before hydration; that one difference is expected.
  return (
    <html lang={locale} className={fontVariables} suppressHydrationWarning>
      <head>
        <InlineScript code={INLINE_SCRIPTS.root} />
      </head>
      <body>
        <HouseNameProvider name={await houseName()}>{children}</HouseNameProvider>
      </body>
    </html>
  );
}
