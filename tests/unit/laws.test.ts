import { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import tseslint from 'typescript-eslint';
import { lawRules } from '../../eslint.laws.mjs';

const linter = new Linter({ cwd: '/house' });

const said = (code: string, file: string): string[] =>
  linter
    .verify(
      code,
      [{ files: ['**/*.ts'], plugins: { laws: lawRules }, rules: { 'laws/once': 'error' } }],
      `/house/${file}`,
    )
    .map(({ message }) => message);

it('a form that does not say its method would send what was typed before the scripts came', () => {
  const form = (attributes: string) =>
    linter
      .verify(
        `const one = <form ${attributes} onSubmit={send} />;`,
        [
          {
            files: ['**/*.tsx'],
            languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } },
            plugins: { laws: lawRules },
            rules: { 'laws/once': 'error' },
          },
        ],
        '/house/components/a.tsx',
      )
      .map(({ message }) => message)
      .join();
  expect(form('')).toContain('says its method');
  expect(form('method="post"')).toBe('');
});

it('what is a class’s own has one spelling', () => {
  const own = (member: string) =>
    linter
      .verify(
        `class House { ${member} }`,
        [
          {
            files: ['**/*.ts'],
            languageOptions: { parser: tseslint.parser },
            plugins: { laws: lawRules },
            rules: { 'laws/once': 'error' },
          },
        ],
        '/house/lib/a.ts',
      )
      .map(({ message }) => message)
      .join();
  for (const member of ['private key = 1;', 'private open(): void {}']) expect(own(member)).toContain('#name');
  for (const member of ['#key = 1;', '#open(): void {}', 'constructor(private readonly key: string) {}'])
    expect(own(member)).toBe('');
});

describe('what leaves is named', () => {
  const NAMED = 'named field by field';
  it.each([
    'const toOrder = (order) => ({ ...order, total: 1 });',
    'const toOrder = (order) => ({ ...order.client, total: 1 });',
    'function toList(found) { return found.map((one) => ({ ...one })); }',
    'const toFile = ({ notes, ...own }) => own;',
  ])('%s', (code) => {
    expect(said(code, 'lib/orders/dto.ts').join()).toContain(NAMED);
    expect(said(code, 'lib/clients/measurement-dto.ts').join()).toContain(NAMED);
    expect(said(code, 'lib/orders/edit-order.ts').join()).not.toContain(NAMED);
  });

  it.each([
    'const toOrder = (order) => ({ ...writeOrder(order), ...(order.note ? { note: order.note } : {}) });',
    'const toOrder = ({ _id, title }) => ({ id: _id.toHexString(), title });',
  ])('%s is the way', (code) => {
    expect(said(code, 'lib/orders/dto.ts')).toEqual([]);
  });
});

describe('a second copy of a law is refused', () => {
  it.each([
    ["const fold = (text) => text.normalize('NFD');", 'foldText', 'lib/text.ts'],
    ["const fold = (text) => text.normalize('NFKD');", 'foldText', 'lib/text.ts'],
    ["text.replace(/[.*+?]/g, '\\\\$&');", 'escapePattern', 'lib/text.ts'],
    ['const label = z.string().trim().max(40);', 'words()', 'lib/clean-text.ts'],
    ['const twice = error.code === 11000;', 'isDuplicateKey', 'lib/db/duplicate-key.ts'],
    ['const DAY = 86_400_000;', 'DAY_MS', 'lib/calendar.ts'],
    ['const address = person.email.toLowerCase();', 'emailKey', 'lib/text.ts'],
    ['const HOUR = 3600000;', 'HOUR_MS', 'lib/calendar.ts'],
    ['const DAY = 24 * 60 * 60 * 1000;', 'DAY_MS', 'lib/calendar.ts'],
    ['const DAY = 60 * 60 * 24;', 'DAY_SECONDS', 'lib/calendar.ts'],
    ["const route = { limits: [{ rule: { name: 'orders', points: 60, seconds: 60 } }] };", 'LIMITS', 'lib/limits.ts'],
    ['const title = model.title[locale];', 'inLanguage', 'lib/i18n/bilingual.ts'],
    ['const values = decodeCursor(cursor);', 'readPage', 'lib/db/keyset.ts'],
    ["const mark = locale === 'fr' ? ',' : '.';", 'Locale', 'lib/i18n/format.ts'],
    ["const english = language !== 'fr';", 'Locale', 'lib/i18n/config.ts'],
    ["const languages = ['fr', 'en'];", 'LOCALES', 'lib/i18n/config.ts'],
    ['const both = z.strictObject({ fr: text, en: text });', 'bilingual', 'lib/i18n/bilingual.ts'],
    ['queryClient.setQueryData(key, order);', 'keepAnswer', 'lib/http/keep-answer.ts'],
    ['const known = error instanceof ApiError;', 'useRefusal', 'lib/http/refusal.ts'],
  ])('%s', (code, names, home) => {
    expect(said(code, 'lib/orders/list-orders.ts').join()).toContain(names);
    expect(said(code, home)).toEqual([]);
  });

  it.each([
    "text.normalize('NFC');",
    'const week = 7 * DAY_MS;',
    'const minutes = 24 * 60;',
    'const many = 1100;',
    'code.toLowerCase();',
  ])('%s is nobody’s law', (code) => expect(said(code, 'lib/orders/list-orders.ts')).toEqual([]));
});
