'use client';

import { FailedPage } from '@/components/layout/failed-page';
import { fontVariables } from './fonts';
import './globals.css';

/** The root itself broke: a whole document with nothing of the house but its letters. */
export default function GlobalError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <html lang="fr" className={fontVariables}>
      <body>
        <main>
          <FailedPage error={error} retry={reset} />
        </main>
      </body>
    </html>
  );
}
