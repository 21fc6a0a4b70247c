/** A task's place in a column. */
export interface Placed {
  id: string;
  position: number;
}

/** Room left between two neighbours, so that most moves write one document. */
export const GAP = 1024;
/** Below this, halving again would soon leave no number between two neighbours. */
const MIN_GAP = 1 / 1024;

/** The order of a column: by position, and by id where two are equal (two tasks made at the same instant). */
export const byPlace = (a: Placed, b: Placed): number => a.position - b.position || (a.id < b.id ? -1 : 1);

/** A place between two neighbours (either may be missing); `null` when there is no room left. */
function placeBetween(before: number | undefined, after: number | undefined): number | null {
  if (before === undefined && after === undefined) return GAP;
  if (before === undefined) return (after ?? 0) - GAP;
  if (after === undefined) return before + GAP;
  return after - before < MIN_GAP ? null : before + (after - before) / 2;
}

/**
 * Where a task goes: before `beforeId`, or at the end. When there is no room between the neighbours the whole column
 * gets new places in the same order.
 * @param column the other tasks of the target column, in any order
 * @returns the places to write (always including the moved task), or `null` when `beforeId` is not in the column
 */
export function planMove(column: readonly Placed[], id: string, beforeId: string | undefined): Placed[] | null {
  const others = column.filter((task) => task.id !== id).sort(byPlace);
  const index = beforeId === undefined ? others.length : others.findIndex((task) => task.id === beforeId);
  if (index < 0) return null;
  const position = placeBetween(others[index - 1]?.position, others[index]?.position);
  if (position !== null) return [{ id, position }];
  const order = [...others.slice(0, index).map((task) => task.id), id, ...others.slice(index).map((task) => task.id)];
  return order.map((one, place) => ({ id: one, position: (place + 1) * GAP }));
}

/** A board with one task put elsewhere: what the screen shows before the server has answered. */
export function placeInBoard<T extends Placed & { status: string }>(
  board: readonly T[],
  id: string,
  status: T['status'],
  beforeId: string | undefined,
): T[] {
  const moved = board.find((task) => task.id === id);
  const places = planMove(
    board.filter((task) => task.status === status),
    id,
    beforeId,
  );
  if (!moved || !places) return [...board];
  const position = new Map(places.map((place) => [place.id, place.position]));
  return board.map((task) => {
    const place = position.get(task.id);
    if (place === undefined) return task;
    return { ...task, position: place, ...(task.id === id ? { status } : {}) };
  });
}
