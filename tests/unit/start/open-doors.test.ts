import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { afterAll, describe, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'fashionflow-doors-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A server whose loop is held between its turns; says how many it let in at the most in one, how many it answered, and that it ended. */
const HOUSE = (doors: number) => `
import { once } from 'node:events';
import { createServer, get } from 'node:http';
import { openDoors } from '${join(process.cwd(), 'scripts/run/open-doors.ts')}';
const server = createServer((_, response) => response.end());
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const close = ${doors} > 0 ? await openDoors(server, ${doors}) : () => undefined;
const { port } = server.address();
let [come, most, answered] = [0, 0, 0];
server.on('connection', () => (come += 1));
for (let n = 0; n < 16; n += 1) {
  const sent = get({ port, host: '127.0.0.1', agent: false }, (answer) =>
    answer.resume().on('end', () => {
      if ((answered += 1) < 16) return;
      console.log(JSON.stringify({ most, answered }));
      close();
      server.close();
    }),
  );
  sent.on('error', (error) => console.log(error.message));
}
const turn = () => {
  most = Math.max(most, come);
  come = 0;
  const until = performance.now() + 10;
  while (performance.now() < until);
  if (answered < 16) setImmediate(turn);
};
turn();
`;

async function crowd(doors: number): Promise<unknown> {
  const entry = join(folder, `house-${doors}.ts`);
  const outfile = join(folder, `house-${doors}.mjs`);
  writeFileSync(entry, HOUSE(doors));
  await build({ entryPoints: [entry], outfile, bundle: true, platform: 'node', format: 'esm', logLevel: 'error' });
  // It ends by itself: no door keeps it open.
  const { stdout } = await promisify(execFile)(process.execPath, [outfile], { timeout: 20_000 });
  return JSON.parse(stdout);
}

describe('a crowd that knocks while the loop is busy', () => {
  it('is let in by several doors at a turn', async () => {
    const { most, answered } = (await crowd(7)) as { most: number; answered: number };
    expect(answered).toBe(16);
    expect(most).toBeGreaterThan(1);
  });
});
