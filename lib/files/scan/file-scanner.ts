import { env } from '../../env';
import { clamdAt } from './clamd';

/** What a scanner says of a file: clean, or the name of what it found in it. */
export type ScanVerdict = { clean: true } | { clean: false; found: string };

/** Looks into files that come from outside. The house knows scanners by this alone. */
export interface FileScanner {
  /**
   * Looks into one file.
   * @throws Error when there is no verdict: nobody answers, too late, or an answer that is neither. Never « clean » by default.
   */
  scan: (bytes: Uint8Array) => Promise<ScanVerdict>;
  /** What answers there. @throws Error when nobody does. */
  version: () => Promise<string>;
}

/** The scanner that the settings name; undefined where there is none. */
export function fileScanner({ CLAMD_URL, CLAMD_TIMEOUT_MS } = env()): FileScanner | undefined {
  return CLAMD_URL === undefined ? undefined : clamdAt(CLAMD_URL, CLAMD_TIMEOUT_MS);
}
