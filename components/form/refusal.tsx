'use client';

import { CircleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import { type OwnWords, useRefusal } from './use-refusal';

interface Props {
  /** What a call threw, or a sentence already found; nothing is shown of nothing. */
  of: unknown;
  /** Sentences of this form instead of the general ones, by code. */
  words?: OwnWords;
  /** What a field is described by. */
  id?: string;
  /** At the head of a form: with a rule of its own, instead of a line under what was pressed. */
  head?: boolean;
  /** Across a whole screen, under its bar. */
  line?: boolean;
  /** Where asking again may help. */
  again?: () => void;
  className?: string;
}

/** A refusal, where it was met: read out at once, in words. */
export function Refusal({ of: error, words, id, head = false, line = false, again, className = '' }: Props) {
  const common = useTranslations('common');
  const refusal = useRefusal(words);
  if (error === null || error === undefined || error === '') return null;
  const text = typeof error === 'string' ? error : refusal(error).text;
  return (
    <p id={id} role="alert" className={`${line ? 'offline-line' : head ? 'form-errors' : 'field-error'} ${className}`}>
      {!head && <Icon of={CircleAlert} size={16} />}
      <span>
        {text}
        {again && (
          <>
            {' '}
            <button type="button" className="link" onClick={again}>
              {common('retry')}
            </button>
          </>
        )}
      </span>
    </p>
  );
}
