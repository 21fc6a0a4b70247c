import { asFastAsItGoes, at, connectPairs, median, oneAtATime, type Pair } from './measures';
import { type BenchOptions, say } from './options';
import { makeHouse } from './people';
import { Stack, STACK_NAMES, type StackName } from './stack';

type Figures = Record<'p50' | 'p99' | 'rate' | 'alone', number>;
const WARM_UP = 10;

/** One at a time over all pairs, as fast as it goes, and one pair alone: the three stacks in turns. */
export async function benchMessages(options: BenchOptions): Promise<void> {
  const { couturier, clients } = await makeHouse(options.db, options.pairs);
  const stacks: { stack: Stack; pairs: Pair[]; rounds: Figures[] }[] = [];
  for (const name of STACK_NAMES) {
    const stack = await Stack.start(name, options.uri, name);
    const pairs = await connectPairs(stack, couturier, clients);
    await oneAtATime(pairs, WARM_UP);
    stacks.push({ stack, pairs, rounds: [] });
  }
  for (let round = 0; round < options.rounds; round += 1) {
    for (const { stack, pairs, rounds } of stacks) {
      const times = await oneAtATime(pairs, options.messages);
      const alone = await oneAtATime(pairs.slice(0, 1), options.messages);
      const rate = await asFastAsItGoes(pairs, options.window, options.ms);
      const figures = { p50: at(times, 0.5), p99: at(times, 0.99), alone: at(alone, 0.5), rate };
      rounds.push(figures);
      console.log(
        `  ${stack.name.padEnd(10)} p50 ${figures.p50.toFixed(1)} ms  p99 ${figures.p99.toFixed(1)} ms  alone ${figures.alone.toFixed(1)} ms  ${rate.toFixed(0)}/s`,
      );
    }
  }
  for (const { stack } of stacks) await stack.stop();
  const figure = (name: StackName, key: keyof Figures) =>
    median(stacks.find((one) => one.stack.name === name)!.rounds.map((one) => one[key]));
  const beside = (key: keyof Figures, other: StackName) => figure('house', key) / figure(other, key);
  say(`one at a time over ${options.pairs} pairs, p50, beside bare ws`, beside('p50', 'bare'), '≤ 1.5');
  say(`one at a time over ${options.pairs} pairs, p99, beside bare ws`, beside('p99', 'bare'), '≤ 2');
  say('one pair alone, p50, beside bare ws', beside('alone', 'bare'), '≤ 1.5');
  say('as fast as it goes, beside Socket.IO', beside('rate', 'socket-io'), '≥ 1.3');
}
