import { afterAll, beforeAll, expect, it } from 'vitest';
import { Proxy } from './support/proxy';
import { faultRounds } from './support/rounds';
import { Run } from './support/run';
import { type Role, Stage } from './support/stage';

const CUTS = faultRounds('CONVERSATION_CUTS', { brief: 4, full: 100 });
const DARK = faultRounds('CONVERSATION_DARK', { brief: 1, full: 20 });
const SECONDS = faultRounds('CONVERSATION_FREEZE_PERCENT', { brief: 2, full: 100 }) / 100;

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());

it(
  `lines that are reset inside a frame lose and double nothing (${CUTS} times)`,
  async () => {
    const proxy = await Proxy.open(stage.ports.sidecars[0] ?? 0);
    const run = await Run.begin(stage, { port: () => proxy.port });
    for (let round = 0; round < CUTS; round += 1) {
      await run.more(10);
      proxy.resetInside(1 + Math.floor(Math.random() * 40));
    }
    await run.more(10);
    expect(await run.end()).toEqual([]);
    await proxy.close();
  },
  60_000 + CUTS * 10_000,
);

it(
  `half-open lines are given up, and nothing is missed (${DARK} times)`,
  async () => {
    const proxy = await Proxy.open(stage.ports.sidecars[0] ?? 0);
    const run = await Run.begin(stage, { port: () => proxy.port });
    for (let round = 0; round < DARK; round += 1) {
      await run.more(20);
      proxy.goDark();
    }
    await run.more(20);
    expect(await run.end()).toEqual([]);
    await proxy.close();
  },
  60_000 + DARK * 30_000,
);

it.each<{ role: Role; seconds: number }>([
  { role: 'sidecar 0', seconds: 60 * SECONDS },
  { role: 'sidecar 0', seconds: 10 * SECONDS },
  { role: 'database', seconds: 10 * SECONDS },
  { role: 'door', seconds: 10 * SECONDS },
])(
  '$role frozen for $seconds s goes on where it stood',
  async ({ role, seconds }) => {
    const run = await Run.begin(stage);
    await run.more(20);
    stage.child(role).signal('SIGSTOP');
    await new Promise((resolve) => setTimeout(resolve, seconds * 1_000));
    stage.child(role).signal('SIGCONT');
    await run.more(20);
    expect(await run.end()).toEqual([]);
  },
  240_000,
);
