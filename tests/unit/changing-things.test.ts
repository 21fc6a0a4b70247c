import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { PAYMENT_METHODS, UNITS } from '@/lib/orders/words';
import { APPOINTMENT_KINDS } from '@/lib/appointments/schemas';
import { STAGES } from '@/lib/house/stages';
import { messagesOf } from '@/lib/i18n/messages';

const page = readFileSync('docs/changing-things.md', 'utf8');

it('names only files and folders that are there', () => {
  const named = [...page.matchAll(/`((?:app|components|lib|tests)\/[^`<…]+)`/g)].map(([, path = '']) => path);
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((path) => !existsSync(path))).toEqual([]);
});

it.each(['fr', 'en'] as const)('has a word in %s for every payment method, unit, kind and stage', (locale) => {
  const { orders, calendar, stages } = messagesOf(locale);
  const text = JSON.stringify([orders, calendar, stages]);
  expect(Object.keys(orders.payments.method).sort()).toEqual([...PAYMENT_METHODS].sort());
  expect(Object.keys(orders.quote.units).sort()).toEqual([...UNITS].sort());
  for (const code of [...APPOINTMENT_KINDS, ...STAGES]) expect(text).toContain(`"${code}":`);
});
