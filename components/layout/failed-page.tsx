'use client';

import { useParams } from 'next/navigation';
import { ErrorState } from '@/components/ui/error-state';
import { NativeButton } from '@/components/ui/native';
import { failureTexts } from '@/lib/i18n/failure-texts';

interface Props {
  error: Error & { digest?: string };
  /** Renders the part of the page again. */
  retry: () => void;
}

/** A page that broke: nothing is lost, try again, and the reference that the log knows. */
export function FailedPage({ error, retry }: Props) {
  const { locale } = useParams<{ locale?: string }>();
  const words = failureTexts(locale);
  return (
    <div className="page py-16 lg:py-24">
      <ErrorState
        level="h1"
        title={
          <>
            {words.title} <em>{words.state}</em>
          </>
        }
        actions={
          <NativeButton variant="primary" onClick={retry}>
            {words.retry}
          </NativeButton>
        }
      >
        {words.text} {error.digest && words.reference(error.digest)}
      </ErrorState>
    </div>
  );
}
