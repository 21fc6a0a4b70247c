import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ORDER_FIELD_NAMES } from '@/lib/orders/fields';
import { PAYMENT_METHODS, UNITS } from '@/lib/orders/words';
import { APPOINTMENT_KINDS } from '@/lib/appointments/words';
import { LOCALES } from '@/lib/i18n/config';
import { PATH, STAGES } from '@/lib/house/stages';
import { messagesOf } from '@/lib/i18n/messages';

const page = readFileSync('docs/changing-things.md', 'utf8');

it('names only files and folders that are there', () => {
  const named = [...page.matchAll(/`((?:app|components|lib|tests)\/[^`<…]+)`/g)].map(([, path = '']) => path);
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((path) => !existsSync(path))).toEqual([]);
});

it.each(LOCALES)('has a word in %s for every payment method, unit, kind, stage and field of an order', (locale) => {
  const { orders, calendar, stages } = messagesOf(locale);
  const words = (of: object) => Object.keys(of).sort();
  const codes = (of: readonly string[]) => [...of].sort();
  expect(words(orders.payments.method)).toEqual(codes(PAYMENT_METHODS));
  expect(words(orders.quote.units)).toEqual(codes(UNITS));
  for (const of of [calendar.kinds, calendar.clientKinds, calendar.busy])
    expect(words(of)).toEqual(codes(APPOINTMENT_KINDS));
  for (const of of [stages.stage, stages.event, stages.client]) expect(words(of)).toEqual(codes(STAGES));
  for (const of of [stages.move, stages.where]) expect(words(of)).toEqual(codes(PATH));
  expect(words(orders.fields)).toEqual(expect.arrayContaining(ORDER_FIELD_NAMES));
});

it('opens the folder of a language in the three files the page names, and nowhere else', () => {
  const opening = ['app', 'components', 'lib', 'realtime', 'scripts']
    .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)))
    .filter((file) => /\.(tsx?|mjs)$/.test(file) && !/^lib\/i18n\/(fr|en)\//.test(file))
    .filter((file) => /from '(?:[^']*i18n|\.)\/(?:fr|en)(?:\/|')/.test(readFileSync(file, 'utf8')));
  expect(opening.sort()).toEqual(['failure-texts', 'messages', 'number-words'].map((name) => `lib/i18n/${name}.ts`));
  const [, section = ''] = page.split('## A language of the pages');
  for (const file of [...opening, 'lib/i18n/config.ts']) expect(section.split('\n## ')[0]).toContain(`\`${file}\``);
});

it('has for every language the same files in its folder', () => {
  const [first, ...others] = LOCALES.map((locale) => readdirSync(join('lib/i18n', locale)).sort());
  for (const files of others) expect(files).toEqual(first);
});
