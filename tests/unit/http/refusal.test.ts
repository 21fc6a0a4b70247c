import { describe, expect, it } from 'vitest';
import { ApiError } from '../../../lib/http/api';
import { currentOf, isFinal, refusedBy } from '../../../lib/http/refusal';

const refusal = (status: number, problem: object) =>
  new ApiError(status, { code: 'internal', detail: '', ...problem } as ApiError['problem']);

describe('a refusal taken apart', () => {
  it('has a sentence for the whole and one for each field', () => {
    const errors = [
      { path: 'title', code: 'required', message: 'Un titre.' },
      { path: 'lines.0.label', code: 'tooBig', message: 'Trop long.' },
    ];
    expect(refusedBy(refusal(422, { code: 'validation_failed', detail: 'À reprendre.', errors }))).toEqual({
      status: 422,
      code: 'validation_failed',
      sentence: 'À reprendre.',
      fields: { title: 'Un titre.', 'lines.0.label': 'Trop long.' },
    });
  });

  it('is none where nobody answered', () => {
    expect(refusedBy(new TypeError('Failed to fetch'))).toBeUndefined();
    expect(refusedBy(undefined)).toBeUndefined();
  });

  it('gives what was saved in between, of a stale version only', () => {
    const current = { version: 4 };
    expect(currentOf(refusal(409, { code: 'stale_version', current }))).toBe(current);
    expect(currentOf(refusal(409, { code: 'slot_taken', current }))).toBeUndefined();
    expect(currentOf(new TypeError('Failed to fetch'))).toBeUndefined();
  });

  it.each([
    [400, true],
    [404, true],
    [415, true],
    [422, true],
    [429, false],
    [500, false],
    [503, false],
  ])('%i is final: %s', (status, final) => expect(isFinal(refusal(status, {}))).toBe(final));

  it('is not final without an answer', () => expect(isFinal(new TypeError('Failed to fetch'))).toBe(false));
});
