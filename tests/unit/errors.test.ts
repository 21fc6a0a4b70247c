import { describe, expect, it } from 'vitest';
import { ERRORS } from '@/lib/errors';
import { LOCALES } from '@/lib/i18n/config';
import { messagesOf } from '@/lib/i18n/messages';

describe('the table of errors', () => {
  it.each(LOCALES)('has a sentence for every code and a title for every status in %s', (locale) => {
    const { codes, titles } = messagesOf(locale).errors;
    expect(Object.keys(codes).sort()).toEqual(Object.keys(ERRORS).sort());
    expect(Object.keys(titles)).toEqual(expect.arrayContaining([...new Set(Object.values(ERRORS).map(String))]));
  });
});
