import { expect, it } from 'vitest';
import { faultRounds, IS_FULL } from './support/rounds';
import { Run } from './support/run';
import { type Role, Stage } from './support/stage';

const ROUNDS = faultRounds('CONVERSATION_KILLS', { brief: 1, full: 100 });
const ROLES: Role[] = ['sidecar 0', 'door', 'database'];

// Beside the other tests one house is hit in all its parts; in the full run each part is hit for itself.
it.each(IS_FULL ? ROLES.map((role) => [role]) : [ROLES])(
  `%s killed under load: nothing acknowledged is lost, doubled, missing or out of order (${ROUNDS} times)`,
  async (...roles: Role[]) => {
    const stage = await Stage.open();
    try {
      const run = await Run.begin(stage);
      for (let round = 0; round < ROUNDS; round += 1)
        for (const role of roles) {
          // The blow falls while everybody writes, each time after another number of words.
          await run.more(5 + Math.floor(Math.random() * 30));
          await stage.killAndStart(role);
        }
      await run.more(10);
      expect(await run.end()).toEqual([]);
    } finally {
      await stage.close();
    }
  },
  120_000 + ROUNDS * 30_000,
);
