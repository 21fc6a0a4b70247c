/** How loud it was at a moment, of a hundred. */
export interface Level {
  /** Milliseconds of speech until then. */
  at: number;
  level: number;
}

/** The loudness of some samples of sound (0 to 255, silence is 128), of a hundred; a speaking voice fills the room. */
export function loudness(samples: Uint8Array): number {
  let most = 0;
  for (const sample of samples) most = Math.max(most, Math.abs(sample - 128));
  return Math.min(100, Math.round(Math.sqrt(most / 128) * 100));
}

/** The loudest of each of `bars` equal parts of `whole` milliseconds; a part in which nothing was measured is as the one before. */
export function peaksOf(levels: readonly Level[], whole: number, bars: number): number[] {
  const peaks: (number | undefined)[] = Array.from({ length: bars }, () => undefined);
  for (const { at, level } of levels) {
    const bar = Math.min(bars - 1, Math.floor((at / whole) * bars));
    peaks[bar] = Math.max(peaks[bar] ?? 0, level);
  }
  let before = 0;
  return peaks.map((peak) => (before = peak ?? before));
}
