import { expect, it } from 'vitest';
import { tabAfter } from '@/components/ui/tabs';

it.each([
  ['ArrowRight', 0, 3, 1],
  ['ArrowRight', 2, 3, 0],
  ['ArrowLeft', 0, 3, 2],
  ['ArrowLeft', 2, 3, 1],
  ['Home', 2, 3, 0],
  ['End', 0, 3, 2],
  ['ArrowRight', 0, 1, 0],
  ['ArrowDown', 0, 3, undefined],
  ['a', 1, 3, undefined],
])('%s from tab %i of %i leads to %s', (key, from, count, to) => {
  expect(tabAfter(key, from, count)).toBe(to);
});
