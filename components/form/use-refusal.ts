'use client';

import { useTranslations } from 'next-intl';
import { refusedBy } from '@/lib/http/refusal';

/** A refusal in the reader's words. */
export interface RefusalWords {
  /** About the whole: what the house answered, or that it does not answer. */
  text: string;
  /** About each field, by the path the house names. */
  fields: Record<string, string>;
  /** Where there is one place for words: the first field's sentence, else the whole's. */
  first: string;
  /** Undefined without an answer. */
  code: string | undefined;
}

/**
 * Sentences of one form instead of the general ones: by the code of a refusal, `offline` without an answer, `failed` when the
 * house itself failed.
 */
export type OwnWords = Readonly<Record<string, string>>;

/** Says no in one way everywhere: whatever a call threw becomes words. */
export function useRefusal(own: OwnWords = {}): (error: unknown, once?: OwnWords) => RefusalWords {
  const t = useTranslations('form.refusal');
  return (error, once) => {
    const words: OwnWords = { ...own, ...once };
    const offline = words['offline'] ?? t('offline');
    const refused = refusedBy(error);
    if (!refused) return { text: offline, fields: {}, first: offline, code: undefined };
    const { code, status, fields } = refused;
    const chosen = words[code] ?? (status >= 500 ? words['failed'] : undefined);
    const text = chosen ?? (refused.sentence || offline);
    return { text, fields, first: chosen ?? Object.values(fields)[0] ?? text, code };
  };
}
