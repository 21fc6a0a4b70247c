'use client';

import { FailedPage } from '@/components/layout/failed-page';
import { Wordmark } from '@/components/layout/wordmark';
import { LinkButton } from '@/components/ui/link-button';
import { paths } from '@/lib/paths';

export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <main id="main">
      <FailedPage
        error={error}
        retry={reset}
        alone={{
          above: <Wordmark />,
          home: (word) => (
            <LinkButton href={paths.home} variant="quiet">
              {word}
            </LinkButton>
          ),
        }}
      />
    </main>
  );
}
