import { describe, expect, it } from 'vitest';
import { lanesOf } from '@/components/appointments/lanes';

const box = (start: string, end: string) => ({ start: `2026-11-25T${start}:00Z`, end: `2026-11-25T${end}:00Z` });
const told = (boxes: ReturnType<typeof box>[]) => lanesOf(boxes).map(({ lane, lanes }) => `${lane}/${lanes}`);

describe('lanesOf', () => {
  it('gives the whole width to what overlaps nothing, also when one begins as the other ends', () => {
    expect(told([box('09:00', '10:00'), box('10:00', '11:00')])).toEqual(['0/1', '0/1']);
  });

  it('puts side by side what overlaps, and takes a lane again once it is free', () => {
    expect(told([box('09:00', '11:00'), box('09:30', '10:00'), box('10:00', '10:30'), box('12:00', '13:00')])).toEqual([
      '0/2',
      '1/2',
      '1/2',
      '0/1',
    ]);
  });
});
