/** Days that follow each other, as first and last: 1, 2, 3, 5 → [[1, 3], [5, 5]]. */
export function dayRuns(days: readonly number[]): [number, number][] {
  const found: [number, number][] = [];
  for (const day of days) {
    const last = found.at(-1);
    if (last && last[1] === day - 1) last[1] = day;
    else found.push([day, day]);
  }
  return found;
}
