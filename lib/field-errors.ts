import type { z } from 'zod';
import type { Locale } from './actor';
import type { FieldError } from './errors';
import { translator } from './i18n/translate';

const CODES: Record<string, string> = {
  invalid_type: 'invalid',
  invalid_value: 'invalid',
  invalid_union: 'invalid',
  invalid_format: 'format',
  too_small: 'tooSmall',
  too_big: 'tooBig',
  not_multiple_of: 'invalid',
  unrecognized_keys: 'unknownField',
  custom: 'invalid',
};

/** A caller learns nothing from the twenty-first field nobody knows, and an answer must not outgrow what was asked. */
const MOST_UNKNOWN = 20;
const MOST_LINES = 100;

/** What zod found wrong, one line per field, in the caller's language; at most twenty unknown fields are named. */
export function fieldErrors(error: z.ZodError, locale: Locale): FieldError[] {
  const t = translator(locale, 'errors');
  let unknown = MOST_UNKNOWN;
  return error.issues.slice(0, MOST_LINES).flatMap((issue) => {
    const missing = issue.code === 'invalid_type' && (issue.input === undefined || issue.input === null);
    const kind = missing ? 'required' : (CODES[issue.code] ?? 'invalid');
    const keys = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, unknown) : undefined;
    unknown -= keys?.length ?? 0;
    const paths = keys ? keys.map((key) => [...issue.path, key]) : [issue.path];
    // A schema may name its own sentence by giving a key of `errors.fields` as its message.
    const named =
      issue.code === 'custom' || issue.message.startsWith('fields.') ? issue.message.replace(/^fields\./, '') : kind;
    const key = t.has(`fields.${named}` as never) ? named : kind;
    return paths.map((path) => ({
      path: path.map((part) => String(part).slice(0, 100)).join('.'),
      code: key,
      message: t(`fields.${key}` as never),
    }));
  });
}
