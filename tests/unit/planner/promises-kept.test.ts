import { expect, it } from 'vitest';
import { isKept, liveThrough, type Promised } from '../../simulation/live-through';
import { USUAL, worldOf } from '../../simulation/world';

/** The short form of `npm run sim:promises`. */
const SEEDS = [1, 2, 3, 4, 5, 6];
const share = (list: readonly Promised[]): number => list.filter(isKept).length / list.length;

it('keeps at least 95 of 100 promises that were called tenable, where lead times keep far fewer in the same worlds', () => {
  const planned = SEEDS.flatMap((seed) => liveThrough(worldOf(seed), 'planner'));
  const byLeadTime = SEEDS.flatMap((seed) => liveThrough(worldOf(seed), 'leadTime'));
  expect(planned.length).toBeGreaterThan(120);
  expect(byLeadTime.length).toBe(planned.length);
  expect(planned.filter(({ degree }) => degree !== 'holds')).toEqual([]);
  expect(share(planned)).toBeGreaterThanOrEqual(0.95);
  expect(share(byLeadTime)).toBeLessThan(0.8);
  // What it says of the other house's dates comes true as well.
  const said = (degree: Promised['degree']) => share(byLeadTime.filter((one) => one.degree === degree));
  expect(said('holds')).toBeGreaterThan(said('tight'));
  expect(said('tight')).toBeGreaterThan(said('untenable'));
});

it('promises no day that is far away where nothing goes wrong and little is asked for', () => {
  const calm = SEEDS.slice(0, 2).flatMap((seed) =>
    liveThrough(worldOf(seed, { ...USUAL, orders: 0.15, illness: 0, lateCloth: 0 }), 'planner'),
  );
  const days = calm.reduce((sum, { day, promised }) => sum + promised - day, 0) / calm.length;
  expect(share(calm)).toBe(1);
  expect(days).toBeLessThan(45);
});
