import type { Metadata } from 'next';
import { DEFAULT_LOCALE, LOCALES } from '@/lib/i18n/config';
import { translator } from '@/lib/i18n/translate';
import { InlineScript } from '@/components/layout/inline-script';
import { INLINE_SCRIPTS } from '@/lib/page-wall/inline-scripts';
import { fontVariables } from './fonts';
import './globals.css';

export const metadata: Metadata = { title: '404', robots: { index: false } };

/** An address outside every language: nothing tells which one, so all of them say it. */
export default function GlobalNotFound() {
  return (
    <html lang={DEFAULT_LOCALE} className={fontVariables} suppressHydrationWarning>
      <head>
        <InlineScript code={INLINE_SCRIPTS.theme} />
      </head>
      <body>
        <main className="page flex flex-col gap-16 py-24">
          {LOCALES.map((lang) => ({ lang, t: translator(lang, 'states') })).map(({ lang, t }, index) => {
            const Title = index === 0 ? 'h1' : 'h2';
            return (
              <section key={lang} lang={lang}>
                <Title className={index === 0 ? 'd2' : 'd3'}>
                  {t.markup('notFound.title', { em: (words) => words })}
                </Title>
                <p className="mt-4">
                  {t('notFound.text')}{' '}
                  <a className="link" href={`/${lang}`}>
                    {t('notFound.home')}
                  </a>
                </p>
              </section>
            );
          })}
        </main>
      </body>
    </html>
  );
}
