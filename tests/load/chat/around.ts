import { connectPairs, median, oneAtATime } from './measures';
import { type BenchOptions, say } from './options';
import { fill, makeHouse, type Member } from './people';
import { Stack, STACK_NAMES, type StackName } from './stack';

const REST_MS = 5_000;

/** Memory once the process has come to rest: what it freed while thousands came in goes back to the machine a while later. */
async function restingMemory(stack: Stack): Promise<number> {
  await stack.usage();
  await new Promise((resolve) => setTimeout(resolve, REST_MS));
  return (await stack.usage()).rss;
}

/** What an idle socket costs, and how fast all of them come back after a cut. A fresh process for each measure. */
export async function benchSockets(options: BenchOptions): Promise<void> {
  const people: Member[] = [];
  // Nobody has thousands of clients; a couturier has fifty.
  while (people.length < options.sockets)
    people.push(...(await makeHouse(options.db, Math.min(50, options.sockets - people.length))).clients);
  const figures: Record<StackName, { bytes: number[]; rates: number[] }> = {
    bare: { bytes: [], rates: [] },
    'socket-io': { bytes: [], rates: [] },
    house: { bytes: [], rates: [] },
  };
  for (let round = 0; round < options.rounds; round += 1)
    for (const name of STACK_NAMES) {
      const stack = await Stack.start(name, options.uri, name);
      // What a process allots for its first connections is not what one more costs.
      const first = await stack.connectAll(people.slice(0, 50));
      for (const line of first.lines) line.drop();
      const before = await restingMemory(stack);
      const { lines } = await stack.connectAll(people);
      const bytes = ((await restingMemory(stack)) - before) / people.length;
      for (const line of lines) line.drop();
      const back = await stack.connectAll(people);
      const rate = people.length / back.seconds;
      figures[name].bytes.push(bytes);
      figures[name].rates.push(rate);
      console.log(`  ${name.padEnd(10)} ${(bytes / 1_000).toFixed(1)} kB a socket  ${rate.toFixed(0)} reconnects/s`);
      for (const line of back.lines) line.drop();
      await stack.stop();
    }
  const { house, bare } = figures;
  const own = median(house.bytes);
  const kilobytes = `${(own / 1_000).toFixed(1)} kB (goal ≤ 20)`;
  say(`${people.length} idle sockets, beside Socket.IO`, own / median(figures['socket-io'].bytes), '≤ 0.65', kilobytes);
  say(
    `${people.length} reconnects with ticket and resume, beside bare ws`,
    median(house.rates) / median(bare.rates),
    '≥ 0.5',
  );
}

/** The cost of one message of one pair while 100 and 2,000 other people are connected. */
export async function benchCrowd(options: BenchOptions): Promise<void> {
  const sizes = [100, options.sockets < 2_000 ? options.sockets : 2_000] as const;
  const others: Member[] = [];
  while (others.length < sizes[1]) others.push(...(await makeHouse(options.db, 50)).clients);
  const { couturier, clients } = await makeHouse(options.db, 1);
  const stack = await Stack.start('house', options.uri, 'house');
  const pairs = await connectPairs(stack, couturier, clients);
  await oneAtATime(pairs, options.messages);
  const results = {
    few: { ms: [] as number[], cpu: [] as number[] },
    many: { ms: [] as number[], cpu: [] as number[] },
  };
  for (let round = 0; round < options.rounds; round += 1)
    for (const [key, size] of [
      ['few', sizes[0]],
      ['many', sizes[1]],
    ] as const) {
      const { lines } = await stack.connectAll(others.slice(0, size));
      const before = await stack.usage();
      const times = await oneAtATime(pairs, options.messages * 3);
      results[key].cpu.push(((await stack.usage()).cpu - before.cpu) / times.length);
      results[key].ms.push(median(times));
      for (const line of lines) line.drop();
    }
  await stack.stop();
  const growth = (kind: 'ms' | 'cpu') => median(results.many[kind]) / median(results.few[kind]);
  say(`one message with ${sizes[0]} → ${sizes[1]} others connected, time`, growth('ms'), '≤ 1.2');
  say(`one message with ${sizes[0]} → ${sizes[1]} others connected, processor`, growth('cpu'), '≤ 1.2');
}

/** One message in a conversation of ten and in one that is as long as a life. */
export async function benchLength(options: BenchOptions): Promise<void> {
  const { couturier, clients } = await makeHouse(options.db, 2);
  await fill(options.db, clients[0]!, 10);
  await fill(options.db, clients[1]!, options.length);
  const stack = await Stack.start('house', options.uri, 'house');
  const pairs = await connectPairs(stack, couturier, clients);
  await oneAtATime(pairs, 10);
  const times: [number[], number[]] = [[], []];
  for (let round = 0; round < options.rounds; round += 1)
    for (const index of [0, 1] as const)
      times[index].push(median(await oneAtATime(pairs.slice(index, index + 1), options.messages * 2)));
  await stack.stop();
  say(`one message in 10 → ${options.length} messages, time`, median(times[1]) / median(times[0]), '≈ 1');
}
