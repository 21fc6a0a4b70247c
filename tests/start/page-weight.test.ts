import { expect, it } from 'vitest';
import { pageWeights } from '../support/page-weight';

/** Kilobytes of JavaScript, as Brotli, that a page may bring when it is opened first; the last that fits a route counts. */
const MOST: readonly (readonly [RegExp, number])[] = [
  [/./, 150],
  [/\(auth\)/, 170],
  [/\((atelier|client)\)/, 260],
  [/\/atelier\/messages\/\(desk\)\/\[id\]\/page$/, 265],
];

it('brings no page more than it may', () => {
  const weights = [...pageWeights()].map(([route, bytes]) => [route, Math.round(bytes / 1_000)] as const);
  expect(weights.length).toBeGreaterThan(55);
  const mostOf = (route: string) => MOST.findLast(([which]) => which.test(route))?.[1] ?? 0;
  expect(weights.filter(([route, weight]) => weight > mostOf(route))).toEqual([]);
  // Next and React alone: a build that could not be read would weigh nothing.
  expect(Math.min(...weights.map(([, weight]) => weight))).toBeGreaterThan(90);
});
