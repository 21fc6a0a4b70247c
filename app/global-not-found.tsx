import type { Metadata } from 'next';
import fr from '@/lib/i18n/fr/states.json';
import en from '@/lib/i18n/en/states.json';
import { InlineScript } from '@/components/layout/inline-script';
import { THEME_SCRIPT } from '@/lib/theme/theme';
import { fontVariables } from './fonts';
import './globals.css';

export const metadata: Metadata = { title: 'FashionFlow, 404', robots: { index: false } };

/** An address outside both languages: nothing tells which one, so both say it. */
export default function GlobalNotFound() {
  return (
    <html lang="fr" className={fontVariables} suppressHydrationWarning>
      <head>
        <InlineScript code={THEME_SCRIPT} />
      </head>
      <body>
        <main className="page flex flex-col gap-16 py-24">
          {[
            { lang: 'fr', texts: fr.notFound },
            { lang: 'en', texts: en.notFound },
          ].map(({ lang, texts }, index) => (
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
