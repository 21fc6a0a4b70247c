import { describe, expect, it } from 'vitest';
import { Proxy } from './support/proxy';
import { inFull } from './support/rounds';
import { Run } from './support/run';
import { Stage } from './support/stage';

/** The same rounds over houses that are broken on purpose: what passes elsewhere must fail here. */
describe('the checker', () => {
  it('notices a store that acknowledges before it writes', async () => {
    const stage = await Stage.open({ sidecarPreload: ['hasty-store.mjs'] });
    try {
      const run = await Run.begin(stage);
      await run.more(30);
      await stage.killAndStart('sidecar 0');
      await run.more(10);
      expect((await run.end(1_000)).map((one) => one.kind)).toContain('lost');
    } finally {
      await stage.close();
    }
  }, 240_000);

  inFull(
    'notices a sender that gives its message another id when it tries again',
    async () => {
      const stage = await Stage.open();
      const proxy = await Proxy.open(stage.ports.sidecars[0] ?? 0);
      try {
        const run = await Run.begin(stage, { port: () => proxy.port, talker: { forgetful: true, hands: 4 } });
        // Cut where answers are on the way, until one was lost after its message had been kept.
        for (let round = 0; round < 12; round += 1) {
          await run.more(4);
          proxy.resetInside(1);
        }
        expect((await run.end(1_000)).map((one) => one.kind)).toContain('doubled');
      } finally {
        await proxy.close();
        await stage.close();
      }
    },
    240_000,
  );
});
