/** Side by side where they overlap: each box with its lane and how many lanes its group needs. */
export function lanesOf<T extends { start: string; end: string }>(
  boxes: readonly T[],
): { box: T; lane: number; lanes: number }[] {
  const placed: { box: T; lane: number; lanes: number }[] = [];
  let group: { box: T; lane: number; lanes: number }[] = [];
  let ends: string[] = [];
  const close = () => {
    for (const one of group) one.lanes = ends.length;
    placed.push(...group);
    group = [];
    ends = [];
  };
  for (const box of [...boxes].sort((a, b) => a.start.localeCompare(b.start))) {
    if (ends.every((end) => end <= box.start)) close();
    const free = ends.findIndex((end) => end <= box.start);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = box.end;
    group.push({ box, lane, lanes: 1 });
  }
  close();
  return placed;
}
