import type { MessageDto, MessagePageDto } from '../chat/schemas';

/**
 * What a page knows of one conversation. `items` is the only part that is shown or counted as read, and it never has a
 * hole: its numbers are n, n + 1, n + 2… whatever order the frames and pages came in.
 */
export interface ThreadLog {
  /** Rising by exactly one. */
  items: readonly MessageDto[];
  /** Heard, but above a hole: kept until the hole is filled. Rising. */
  ahead: readonly MessageDto[];
  /** The highest number known to exist. */
  known: number;
  /** Whether the page stays with the newest words. False while an older place is read: what lies below comes as one goes down. */
  following: boolean;
}

export const firstOf = (log: ThreadLog): number => log.items[0]?.seq ?? 0;
export const lastOf = (log: ThreadLog): number => log.items.at(-1)?.seq ?? 0;
export const hasOlder = (log: ThreadLog): boolean => firstOf(log) > 1;
/** Words exist below that are not here yet. */
export const hasNewer = (log: ThreadLog): boolean => log.known > lastOf(log);
/**
 * How many words are missing between what is shown and the newest, without those that are here already and wait; 0 while
 * an older place is read on purpose.
 */
export const missingIn = (log: ThreadLog): number =>
  log.following ? Math.max(0, log.known - lastOf(log) - log.ahead.length) : 0;

const rising = (one: MessageDto, other: MessageDto): number => one.seq - other.seq;
/** What changed last is what stands: a page that was read before a change does not undo it on the screen. */
const isOlder = (one: MessageDto, shown: MessageDto): boolean => (one.changedAt ?? '') < (shown.changedAt ?? '');
const same = (one: MessageDto, other: MessageDto): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The run of numbers without a hole that ends with the last item. */
function unbroken(items: readonly MessageDto[]): MessageDto[] {
  const sorted = [...items].sort(rising);
  let from = sorted.length - 1;
  while (from > 0 && sorted[from - 1]?.seq === (sorted[from]?.seq ?? 0) - 1) from -= 1;
  return sorted.slice(Math.max(0, from));
}

/** A log from one page of the history; it follows when the page ends with the newest word. */
export function openLog({ items, head }: Pick<MessagePageDto, 'items' | 'head'>): ThreadLog {
  const run = unbroken(items);
  const last = run.at(-1)?.seq ?? 0;
  const known = Math.max(head, last);
  return { items: run, ahead: [], known, following: last >= known };
}

/**
 * Lets messages in, in any order and as often as they come: what follows on is shown, what lies above a hole waits, what
 * is shown already is replaced where it changed.
 * @param head the highest number the house named, 0 when it named none
 */
export function hear(log: ThreadLog, messages: readonly MessageDto[], head = 0): ThreadLog {
  const first = firstOf(log);
  let items: MessageDto[] | undefined;
  const above = new Map(log.ahead.map((one) => [one.seq, one]));
  let known = Math.max(log.known, head);
  for (const message of messages) {
    known = Math.max(known, message.seq);
    if (message.seq > lastOf(log)) {
      const waiting = above.get(message.seq);
      if (!waiting || !isOlder(message, waiting)) above.set(message.seq, message);
    } else if (first > 0 && message.seq >= first) {
      const at = message.seq - first;
      const shown = (items ?? log.items)[at];
      if (!shown || isOlder(message, shown) || same(shown, message)) continue;
      items ??= [...log.items];
      items[at] = message;
    }
  }
  let last = lastOf(log);
  for (let next = above.get(last + 1); next; next = above.get(last + 1)) {
    items ??= [...log.items];
    items.push(next);
    above.delete(next.seq);
    last = next.seq;
  }
  const following = log.following || last >= known;
  // Who reads an older place fetches what lies below when going down.
  const ahead = following ? [...above.values()].sort(rising) : [];
  if (!items && known === log.known && following === log.following && ahead.length === log.ahead.length) return log;
  return { items: items ?? log.items, ahead, known, following };
}

/** Puts an older page above, where it joins on without a hole. */
export function addOlder(log: ThreadLog, page: Pick<MessagePageDto, 'items' | 'head'>): ThreadLog {
  const first = firstOf(log);
  if (first === 0) return hear(openLog(page), log.ahead, log.known);
  const older = unbroken(page.items.filter((one) => one.seq < first));
  if (older.at(-1)?.seq !== first - 1) return log;
  return { ...log, items: [...older, ...log.items] };
}

/** The newest page, read again: it joins on where it can, and else takes the place of what was shown. */
export function rebase(log: ThreadLog, page: Pick<MessagePageDto, 'items' | 'head'>): ThreadLog {
  const fresh = openLog(page);
  const joins = firstOf(fresh) > 0 && firstOf(fresh) <= lastOf(log) + 1 && lastOf(fresh) >= firstOf(log);
  const base = joins ? { ...log, following: true } : lastOf(fresh) > lastOf(log) ? fresh : log;
  return hear({ ...base, following: true }, [...page.items, ...log.ahead, ...(joins ? [] : log.items)], log.known);
}

/** Another place of the history takes the place of what is shown; the log follows again once it reaches the newest word. */
export function moveTo(log: ThreadLog, page: Pick<MessagePageDto, 'items' | 'head'>): ThreadLog {
  const fresh = openLog({ ...page, head: Math.max(page.head, log.known) });
  return fresh.following ? hear(fresh, log.ahead) : fresh;
}
