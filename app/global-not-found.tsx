import type { Metadata } from 'next';
import { DEFAULT_LOCALE, LOCALES } from '@/lib/i18n/config';
import { messagesOf } from '@/lib/i18n/messages';
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
          {LOCALES.map((lang) => ({ lang, texts: messagesOf(lang).states.notFound })).map(({ lang, texts }, index) => (
            <section key={lang} lang={lang}>
              {index === 0 ? (
                <h1 className="d2">{texts.title.replace(/<\/?em>/g, '')}</h1>
              ) : (
                <h2 className="d3">{texts.title.replace(/<\/?em>/g, '')}</h2>
              )}
              <p className="mt-4">
                {texts.text}{' '}
                <a className="link" href={`/${lang}`}>
                  {texts.home}
                </a>
              </p>
            </section>
          ))}
        </main>
      </body>
    </html>
  );
}
