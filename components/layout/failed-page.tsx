'use client';

import { useParams } from 'next/navigation';
import type { ReactNode } from 'react';
import { ErrorState } from '@/components/ui/error-state';
import { buttonLook } from '@/components/ui/button-look';
import { failureTexts } from '@/lib/i18n/failure-texts';

interface Props {
  error: Error & { digest?: string };
  /** Renders the part of the page again. */
  retry: () => void;
  /** Where nothing of the house is around it: what stands above, and a way home. */
  alone?: { above: ReactNode; home: (word: string) => ReactNode };
}

/** A page that broke: nothing is lost, try again, and the reference that the log knows. Every page brings it, so it brings no link and no kit. */
export function FailedPage({ error, retry, alone }: Props) {
  const { locale } = useParams<{ locale?: string }>();
  const words = failureTexts(locale);
  return (
    <div className={`page ${alone ? 'py-8' : 'py-16 lg:py-24'}`}>
      {alone && <p className="mb-16 lg:mb-24">{alone.above}</p>}
      <ErrorState
        level="h1"
        title={
          <>
            {words.title} <em>{words.state}</em>
          </>
        }
        actions={
          <>
            <button type="button" onClick={retry} {...buttonLook({ variant: 'primary' })}>
              {words.retry}
            </button>
            {alone?.home(words.home)}
          </>
        }
      >
        {words.text} {error.digest && words.reference(error.digest)}
      </ErrorState>
    </div>
  );
}
