import { expect, it } from 'vitest';
import { renderMetrics, watchEventLoop } from '@/lib/metrics';

const valueOf = async (name: string): Promise<number> =>
  Number(new RegExp(`^${name} (\\S+)$`, 'm').exec((await renderMetrics()).text)?.[1]);

/** Keeps the loop, as heavy work would. */
function hold(ms: number): void {
  const until = performance.now() + ms;
  while (performance.now() < until);
}

it('counts when the event loop was held so long that people notice', async () => {
  const stop = watchEventLoop(20);
  const before = await valueOf('fashionflow_event_loop_held_total');
  const held = async (): Promise<number> => {
    hold(150);
    return (await valueOf('fashionflow_event_loop_held_total')) - before;
  };
  await expect.poll(held, { timeout: 10_000 }).toBeGreaterThan(0);
  expect(await valueOf('fashionflow_event_loop_longest_hold_seconds')).toBeGreaterThan(0.1);
  stop();
});
