'use client';

import { useLocale, useTranslations } from 'next-intl';
import { inCapital } from '@/lib/i18n/format';
import { lengthWords } from '@/lib/i18n/number-words';
import { type NumberKind, printNumber, type Reading } from '@/lib/numbers';

export interface NumberProblem {
  /** Why it is refused, with what to write. */
  error?: string;
  /** A question about what may be meant. */
  ask?: string;
  /** What it may have meant, to choose from. */
  choices?: readonly number[];
}

/** What to say of a number that was not simply read; nothing of one that was, nor of an empty field. */
export function useNumberProblem() {
  const t = useTranslations('form.number');
  const locale = useLocale();
  return (
    reading: Reading,
    kind: NumberKind,
    { say, withUnit, finer }: { say: (value: number) => string; withUnit: (value: number) => string; finer?: string },
  ): NumberProblem | undefined => {
    const print = (value: number) => printNumber(value, locale, kind.decimals, kind.least);
    switch (reading.state) {
      case 'empty':
      case 'read':
        return undefined;
      case 'ask': {
        const [a, b] = reading.values;
        return { ask: t('ask', { a: inCapital(say(a)), b: say(b) }), choices: reading.values };
      }
      case 'tooFine':
        return { error: finer ?? t('tooFine', { decimals: kind.decimals }), choices: reading.values };
      case 'outside': {
        const { min = 0, max = Infinity } = kind;
        if (reading.tenth !== undefined)
          return {
            ask: t('ask', {
              a: inCapital((kind.length && lengthWords(locale, reading.value)) || withUnit(reading.value)),
              b: withUnit(reading.tenth),
            }),
            choices: [reading.tenth],
          };
        return {
          error:
            max === Infinity
              ? t('atLeast', { min: withUnit(min) })
              : t('between', { min: withUnit(min), max: withUnit(max) }),
        };
      }
      case 'unreadable': {
        const { found, instead } = reading;
        if (instead !== undefined) return { error: t('letter', { found: found ?? '', instead: print(instead) }) };
        const example = print(kind.decimals > 0 ? 12.5 : 12);
        return { error: found ? t('foreign', { found, example }) : t('unreadable', { example }) };
      }
    }
  };
}
