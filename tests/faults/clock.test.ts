import { expect, it } from 'vitest';
import { HOUR_MS } from '@/lib/calendar';
import { faultRounds } from './support/rounds';
import { Run } from './support/run';
import { type Role, Stage } from './support/stage';

const ROUNDS = faultRounds('CONVERSATION_CLOCKS', { brief: 1, full: 5 });
const ROLES: Role[] = ['sidecar 0', 'door', 'database'];

it(
  `clocks that go an hour back change no order (${ROUNDS} times each)`,
  async () => {
    const stage = await Stage.open({ preload: ['clock.mjs'] });
    try {
      const run = await Run.begin(stage);
      for (let round = 0; round < ROUNDS; round += 1)
        for (const role of ROLES) {
          await run.more(15);
          await stage.child(role).moveClock(-HOUR_MS);
          await run.more(15);
          await stage.child(role).moveClock(0);
        }
      // All of them at once, and a start with the clock back.
      await Promise.all(ROLES.map((role) => stage.child(role).moveClock(-HOUR_MS)));
      await run.more(15);
      await stage.killAndStart('sidecar 0');
      await run.more(15);
      expect(await run.end()).toEqual([]);
    } finally {
      await stage.close();
    }
  },
  120_000 + ROUNDS * 60_000,
);
