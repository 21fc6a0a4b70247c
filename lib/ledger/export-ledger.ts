import { canonicalOf } from './canonical';
import type { LedgerCopy } from './copy';

/**
 * A ledger as lines of JSON: first `{"heads":[…],"ledger":1,"writtenAt":"…"}`, then one entry a line, each in its canonical text
 * with its seal. Nothing else is needed to verify it (docs/ledger.md).
 */
export function* exportLines({ heads, entries }: LedgerCopy, now: Date): Generator<string> {
  yield `${canonicalOf({ ledger: 1, writtenAt: now.toISOString(), heads })}\n`;
  for (const entry of entries) yield `${canonicalOf(entry)}\n`;
}

/** What was given to be read is not an export of a ledger. */
export class NotAnExport extends Error {}

/**
 * Reads such lines. What an entry says is judged by verifyLedger; here only that the file is one.
 * @throws NotAnExport
 */
export function readExport(text: string): LedgerCopy {
  const parsed = (line: string): unknown => {
    try {
      return JSON.parse(line) as unknown;
    } catch {
      // A line that is cut or torn is an entry that cannot be read.
      return undefined;
    }
  };
  const [first, ...entries] = text.split('\n').filter(Boolean).map(parsed);
  const head = first as { ledger?: unknown; heads?: unknown } | undefined | null;
  if (head?.ledger !== 1 || !Array.isArray(head.heads)) throw new NotAnExport();
  return { heads: head.heads as unknown[], entries };
}
