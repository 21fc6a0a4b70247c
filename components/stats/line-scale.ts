/** Two round values to hang a hair at: the highest step of 1, 2, 2.5 or 5 that fits twice under the top. */
export function hairsOf(top: number): number[] {
  if (top <= 0) return [];
  const power = 10 ** Math.floor(Math.log10(top / 2));
  const step = [5, 2.5, 2, 1].find((factor) => factor * power * 2 <= top) ?? 1;
  return [step * power, 2 * step * power];
}

/** A line through the points that are there; a gap where one is not. Percent of the plot, from its upper left corner. */
export const pathOf = (points: readonly ({ x: number; y: number } | undefined)[]): string =>
  points
    .map((point, index) => (point ? `${index > 0 && points[index - 1] ? 'L' : 'M'}${point.x} ${100 - point.y}` : ''))
    .join('');
