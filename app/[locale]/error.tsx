'use client';

import { FailedPage } from '@/components/layout/failed-page';

export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <main id="main">
      <FailedPage error={error} retry={reset} alone />
    </main>
  );
}
