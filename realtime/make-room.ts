import type { Hub } from './hub';

/** How long a line may take to answer when its place is wanted. */
const ANSWER_MS = 2_000;

/**
 * Asks the lines of an account that has all its sockets whether they are still there; those that do not answer give way.
 * A phone that lost its line five times in a minute left five lines that nobody has closed yet.
 */
export async function makeRoom(hub: Hub, userId: string): Promise<void> {
  const own = hub.people.in(userId);
  await Promise.all(
    own.map(async (one) => {
      if (await one.answers(ANSWER_MS)) return;
      one.terminate();
      hub.leave(one);
    }),
  );
}
