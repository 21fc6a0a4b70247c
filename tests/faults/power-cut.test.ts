import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { canCutPower, Power } from './support/power-cut';
import { faultRounds, inFull } from './support/rounds';
import { Run } from './support/run';
import { Stage } from './support/stage';

const CUTS = faultRounds('POWER_CUTS', { brief: 2, full: 100 });

/** In turn: everything that was not synced is gone; some of it, sector by sector, so that pages are torn. */
const fates = [() => true, () => Math.random() < 0.5, () => Math.random() < 0.1];

describe.skipIf(!canCutPower)('a power cut', () => {
  it(
    `takes nothing that was acknowledged, whatever it leaves of pages that were not synced (${CUTS} times)`,
    async () => {
      const power = new Power();
      const stage = await Stage.open({ databaseEnv: power.env });
      try {
        const run = await Run.begin(stage);
        let taken = 0;
        for (let round = 0; round < CUTS; round += 1) {
          await run.more(5 + Math.floor(Math.random() * 20));
          await power.underWay();
          await stage.child('database').kill();
          taken += power.cut(join(stage.dataDir, 'data.mdb'), fates[round % fates.length]!);
          await stage.start('database');
        }
        await run.more(10);
        expect(await run.end()).toEqual([]);
        expect(taken, 'sectors that were on the way to the disk').toBeGreaterThan(0);
      } finally {
        await stage.close();
        rmSync(power.folder, { recursive: true, force: true });
      }
    },
    120_000 + CUTS * 30_000,
  );

  inFull(
    'on a disk that lies is noticed by the same checker',
    async () => {
      const power = new Power();
      const stage = await Stage.open({ databaseEnv: power.env });
      try {
        const run = await Run.begin(stage);
        await run.more(10);
        power.lie();
        await run.more(10);
        await stage.child('database').kill();
        expect(power.cut(join(stage.dataDir, 'data.mdb'), () => true)).toBeGreaterThan(0);
        await stage.start('database');
        await run.more(10);
        expect((await run.end(1_000)).map((one) => one.kind)).toContain('lost');
      } finally {
        await stage.close();
        rmSync(power.folder, { recursive: true, force: true });
      }
    },
    240_000,
  );
});
