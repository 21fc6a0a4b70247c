'use client';

import { useLocale } from 'next-intl';
import { decimalsOf, inMinorUnits, inUnits, type Money, moneyKind } from '@/lib/money';
import { MINUTES, readMinutes } from '@/lib/number-kinds';
import { type NumberKind, printNumber, readNumber } from '@/lib/numbers';

/** A value that was read, `undefined` for an empty field, `null` for what could not be read and must not be sent. */
export type ReadValue<T> = T | undefined | null;

/** Reads what number fields hold, and writes what they begin with, in the person's own notation. */
export function useRead() {
  const locale = useLocale();
  const settle = (reading: ReturnType<typeof readNumber>): ReadValue<number> =>
    reading.state === 'read' ? reading.value : reading.state === 'empty' ? undefined : null;
  return {
    number: (text: string, kind: NumberKind): ReadValue<number> => settle(readNumber(text, locale, kind)),
    minutes: (text: string): ReadValue<number> => settle(readMinutes(text, locale, MINUTES)),
    money: (text: string, currency: string, signed = false): ReadValue<Money> => {
      const units = settle(readNumber(text, locale, moneyKind(currency, signed)));
      return typeof units === 'number' ? { amount: inMinorUnits(units, currency), currency } : units;
    },
    /** The text a field begins with; empty for what is not known. */
    print: (value: number | undefined, { decimals }: NumberKind): string =>
      value === undefined ? '' : printNumber(value, locale, decimals),
    printMoney: (sum: Money | undefined): string => {
      if (!sum) return '';
      const [units, decimals] = [inUnits(sum), decimalsOf(sum.currency)];
      return printNumber(units, locale, decimals, Number.isInteger(units) ? 0 : decimals);
    },
  };
}
