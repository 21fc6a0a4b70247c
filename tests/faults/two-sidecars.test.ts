import { expect, it } from 'vitest';
import { faultRounds } from './support/rounds';
import { Run } from './support/run';
import { Stage } from './support/stage';

const ROUNDS = faultRounds('CONVERSATION_PAIRS', { brief: 1, full: 100 });

it(
  `the people of a conversation at two sidecars, of which one is killed, miss nothing (${ROUNDS} times)`,
  async () => {
    const stage = await Stage.open({ sidecars: 2 });
    try {
      // The two people of each conversation begin at different ones, and go to the other when theirs is gone.
      const up = [true, true];
      const port = (person: number) => {
        const own = person % 2;
        return stage.ports.sidecars[up[own] ? own : 1 - own] ?? 0;
      };
      const run = await Run.begin(stage, { port });
      for (let round = 0; round < ROUNDS; round += 1) {
        await run.more(20);
        const dead = round % 2;
        up[dead] = false;
        await stage.child(`sidecar ${dead}`).kill();
        await run.more(10);
        await stage.start(`sidecar ${dead}`);
        up[dead] = true;
      }
      await run.more(10);
      expect(await run.end()).toEqual([]);
    } finally {
      await stage.close();
    }
  },
  120_000 + ROUNDS * 30_000,
);
