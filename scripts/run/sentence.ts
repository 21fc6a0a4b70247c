/** A refusal to start that a person can act on; printed as it is, without a stack. */
export class StartRefused extends Error {}

/** What the person reads while the house opens: one line per step, with the time it took when it took long. */
export const say = (line = ''): void => void process.stdout.write(`${line}\n`);

/** Runs one long step, saying what happens before and how long it took after. */
export async function step<T>(words: string, work: () => Promise<T>): Promise<T> {
  const started = performance.now();
  process.stdout.write(`${words}…`);
  try {
    const result = await work();
    say(` done (${((performance.now() - started) / 1000).toFixed(1)} s)`);
    return result;
  } catch (error) {
    say();
    throw error;
  }
}
