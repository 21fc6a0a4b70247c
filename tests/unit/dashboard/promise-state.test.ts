import { expect, it } from 'vitest';
import { promiseState } from '@/lib/dashboard/rules';

it('says untenable of what is beyond the hands, tight of what just fits', () => {
  const state = (needed: number, free: number) => promiseState('2026-12-02', '2026-11-30', needed, free);
  expect(state(32 * 60 + 45, 2 * 60 + 15)).toBe('untenable');
  expect([state(60, 60), state(55, 60), state(30, 60), state(0, 0)]).toEqual(['tight', 'tight', 'onTime', 'onTime']);
  expect(promiseState('2026-11-29', '2026-11-30', 0, 60)).toBe('late');
});
