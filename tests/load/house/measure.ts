import type { Ask } from './asks';
import type { BenchHouse } from './open-house';

/** A call that takes this long in all is not asked further: its figure is clear. */
const LONGEST_MS = 15_000;
const GOAL = { ratio: 2, searchMs: 100 };

const quantile = (times: readonly number[], q: number): number => {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * q) - 1)] ?? 0;
};

async function once(house: BenchHouse, ask: Ask): Promise<number> {
  const path = ask.path(house.named);
  const start = performance.now();
  const response = await house.people[ask.by].call('GET', path);
  await response.arrayBuffer();
  if (response.status !== 200) throw new Error(`${ask.by} ${path}: ${response.status}`);
  return performance.now() - start;
}

/** Asks each in turn of one house and then of the other, `rounds` times after a first one that does not count. */
export async function measure(
  houses: readonly [BenchHouse, BenchHouse],
  asks: readonly Ask[],
  rounds: number,
  say: (line: string) => void,
  stopped: () => boolean,
): Promise<void> {
  const columns = ['p50 demo', 'p95 demo', 'p50 old', 'p95 old', '× p50', '× p95'];
  say(`\n${'call or page, in ms'.padEnd(58)}${columns.map((one) => one.padStart(9)).join('')}`);
  let over = 0;
  for (const ask of asks) {
    if (stopped()) return;
    const times: [number[], number[]] = [[], []];
    for (const house of houses) await once(house, ask);
    const start = performance.now();
    for (let round = 0; round < rounds && performance.now() - start < LONGEST_MS; round += 1)
      for (const [at, house] of houses.entries()) times[at]?.push(await once(house, ask));
    const [demo, old] = times.map((list) => ({ p50: quantile(list, 0.5), p95: quantile(list, 0.95) }));
    if (!demo || !old) continue;
    const ratio = old.p95 / demo.p95;
    const missed = ratio > GOAL.ratio || (ask.search === true && old.p95 > GOAL.searchMs);
    if (missed) over += 1;
    const figures = [demo.p50, demo.p95, old.p50, old.p95].map((ms) => ms.toFixed(1).padStart(9));
    const ratios = [old.p50 / demo.p50, ratio].map((one) => one.toFixed(2).padStart(9));
    say(`${`${ask.by} ${ask.name}`.padEnd(58)}${[...figures, ...ratios].join('')}${missed ? '  over' : ''}`);
  }
  say(`\ngoals: p95 ≤ ${GOAL.ratio} ×, searches ≤ ${GOAL.searchMs} ms p95; ${over} of ${asks.length} over`);
}
