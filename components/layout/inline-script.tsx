'use client';

/**
 * A script that runs while the server's HTML is read, before the first paint; one of INLINE_SCRIPTS, or the page's policy
 * stops it. Where the browser renders it again (a 404, a failure, a soft navigation), it is plain data, or React would warn
 * that it does not run.
 */
export function InlineScript({ code }: { code: string }) {
  const type = typeof window === 'undefined' ? undefined : 'application/json';
  return <script type={type} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: code }} />;
}
