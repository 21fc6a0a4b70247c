'use client';

import { THEME_SCRIPT } from '@/lib/theme/theme';

/**
 * The script that sets the theme before the first paint. It runs from the server's HTML only: where the browser renders
 * the root again (a 404, a failure), it is plain data, or React would warn that it does not run.
 */
export function ThemeScript() {
  const type = typeof window === 'undefined' ? undefined : 'application/json';
  return <script type={type} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: THEME_SCRIPT }} />;
}
