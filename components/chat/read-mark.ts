interface Read {
  seq: number;
  own: boolean;
}

/**
 * How far somebody may be said to have read: never past a message of the other person that was not on the screen.
 * @param items what is loaded, rising without a hole
 * @param from what the house counts as read already
 * @param unread how many messages of the other person lie above `from`, as the house counts them
 * @returns a number of at least `from`
 */
export function readMark(items: readonly Read[], seen: ReadonlySet<number>, from: number, unread: number): number {
  const first = items[0]?.seq ?? 1;
  // What is not loaded may be skipped only where every unread message is loaded: it holds own words alone.
  if (first > from + 1 && items.filter((one) => !one.own && one.seq > from).length < unread) return from;
  let mark = from;
  for (const { seq, own } of items) {
    if (seq <= from) continue;
    if (own) continue;
    if (!seen.has(seq)) break;
    mark = seq;
  }
  return mark;
}

/** The first message of the other person that was not on the screen yet, if there is one. */
export const firstUnseen = (items: readonly Read[], seen: ReadonlySet<number>, from: number): number | undefined =>
  items.find((one) => !one.own && one.seq > from && !seen.has(one.seq))?.seq;

interface Area {
  top: number;
  bottom: number;
}

/** Whether enough of a message is in sight: half of it, or, where it is taller than the window, a third of the window. */
export function isInSight(message: Area, view: Area): boolean {
  const shown = Math.min(message.bottom, view.bottom) - Math.max(message.top, view.top);
  if (shown <= 0) return false;
  return shown >= (message.bottom - message.top) / 2 || shown >= (view.bottom - view.top) / 3;
}
