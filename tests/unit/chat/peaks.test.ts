import { describe, expect, it } from 'vitest';
import { loudness, peaksOf } from '@/components/voice/peaks';

describe('how loud a voice is', () => {
  it('is nothing in silence, all in a shout, and more than half where somebody speaks', () => {
    expect(loudness(new Uint8Array([128, 128, 128]))).toBe(0);
    expect(loudness(new Uint8Array([0, 128, 255]))).toBe(100);
    expect(loudness(new Uint8Array([128, 166]))).toBeGreaterThan(50);
    expect(loudness(new Uint8Array([]))).toBe(0);
  });

  it('is the loudest of each part, and as before where nothing was measured', () => {
    const levels = [
      { at: 10, level: 40 },
      { at: 90, level: 20 },
      { at: 110, level: 70 },
      { at: 400, level: 5 },
    ];
    expect(peaksOf(levels, 400, 4)).toEqual([40, 70, 70, 5]);
    expect(peaksOf([], 400, 3)).toEqual([0, 0, 0]);
  });
});
