import { randomUUID } from 'node:crypto';
import type { Line } from './lines';
import type { Member } from './people';
import type { Stack } from './stack';

const CONTENT = 'x'.repeat(100);

/** The value below which `share` of the sorted times lie. */
export const at = (times: readonly number[], share: number): number =>
  [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;

export const median = (values: readonly number[]): number => at(values, 0.5);

/** Two people of one conversation who are connected. */
export interface Pair {
  conversationId: string;
  client: Line;
  couturier: Line;
}

/** Connects a couturier and their clients. */
export async function connectPairs(stack: Stack, couturier: Member, clients: readonly Member[]): Promise<Pair[]> {
  const line = await stack.connect(couturier);
  const { lines } = await stack.connectAll(clients, 1);
  return lines.map((client, index) => ({
    conversationId: clients[index]!.conversationIds[0]!,
    client,
    couturier: line,
  }));
}

/** Milliseconds from the sending of a message until its sender has the acknowledgement and its reader the message. */
async function once({ client, couturier, conversationId }: Pair): Promise<number> {
  const id = randomUUID();
  const begun = performance.now();
  await Promise.all([couturier.arrived(id), client.send(conversationId, id, CONTENT)]);
  return performance.now() - begun;
}

/** Every pair sends one message at a time, `count` each, all pairs at once. */
export async function oneAtATime(pairs: readonly Pair[], count: number): Promise<number[]> {
  const times: number[] = [];
  await Promise.all(
    pairs.map(async (pair) => {
      for (let n = 0; n < count; n += 1) times.push(await once(pair));
    }),
  );
  return times;
}

/** Messages a second, acknowledged and arrived, while every pair keeps `window` of them on the way. */
export async function asFastAsItGoes(pairs: readonly Pair[], window: number, ms: number): Promise<number> {
  let done = 0;
  const begun = performance.now();
  const until = begun + ms;
  await Promise.all(
    pairs.flatMap((pair) =>
      Array.from({ length: window }, async () => {
        while (performance.now() < until) {
          await once(pair);
          done += 1;
        }
      }),
    ),
  );
  return (done * 1_000) / (performance.now() - begun);
}
