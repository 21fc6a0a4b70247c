import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BrowserSession } from '../support/browser-session';
import { type HouseProcess, startHouse, stillRunning } from '../support/house-process';

const OPEN = /Ctrl-C closes the house/;
const folder = mkdtempSync(join(tmpdir(), 'fashionflow-house-'));
const dataDir = join(folder, 'data');
let house: HouseProcess;

/** Client and couturier of the demo house, and the conversation the client opens. */
async function conversation() {
  const client = new BrowserSession(house.origin);
  await client.signIn('client@fashionflow.test', 'demo-couture-2026');
  const couturiers = await client.json<{ items: { id: string; available: boolean }[] }>('GET', '/api/couturiers');
  const couturierId = couturiers.items.find(({ available }) => available)?.id;
  const { id } = await client.json<{ id: string }>('POST', '/api/conversations', { couturierId });
  return { client, id };
}

beforeAll(async () => {
  house = await startHouse(dataDir);
  await house.says(OPEN);
});

afterAll(async () => {
  house.signal('SIGTERM');
  await house.ended;
  rmSync(folder, { recursive: true, force: true });
});

describe('what cannot start says why in one sentence', () => {
  const refusal = async (started: Promise<HouseProcess>) => {
    const other = await started;
    return { code: await other.ended, said: other.said() };
  };

  it('a second start of the same data folder', async () => {
    const { code, said } = await refusal(startHouse(dataDir));
    expect(code).toBe(1);
    expect(said.trim()).toMatch(/^The data folder .* is in use by another FashionFlow\..*DATA_DIR\.$/);
  });

  it('a busy port', async () => {
    const { code, said } = await refusal(startHouse(join(folder, 'other'), { PORT: new URL(house.origin).port }));
    expect(code).toBe(1);
    expect(said.trim()).toMatch(/^Port \d+ is busy: .*PORT=….$/);
  });

  it('a Node that is too old', async () => {
    const old = join(folder, 'old.cjs');
    writeFileSync(old, 'Object.defineProperty(process.versions, "node", { value: "18.19.0" });');
    const { code, said } = await refusal(startHouse(join(folder, 'other'), { NODE_OPTIONS: `--require ${old}` }));
    expect(code).toBe(1);
    expect(said.trim()).toMatch(/^FashionFlow needs Node 20\.19 or newer/);
  });

  it('a setting that cannot be', async () => {
    const { code, said } = await refusal(startHouse(join(folder, 'other'), { REALTIME_PING_MS: 'often' }));
    expect(code).toBe(1);
    expect(said).toContain('REALTIME_PING_MS');
  });
});

describe('a process that dies', () => {
  it.each([
    ['The database', '.programs/database.mjs'],
    ['The conversation server', '.programs/realtime.mjs'],
    ['The app', '.programs/app.mjs'],
  ])('%s is started again, and the others carry on', async (name, file) => {
    const before = house.pids();
    const dead = house.pidOf(file);
    process.kill(dead, 'SIGKILL');
    await house.says(new RegExp(`${name} is back`));
    // The app answers 503 until its driver has found the database again.
    const ready = async () => (await fetch(`${house.origin}/api/health/ready`).catch(() => undefined))?.status;
    await expect.poll(ready, { timeout: 20_000 }).toBe(200);
    const { client, id } = await conversation();
    const { items } = await client.json<{ items: unknown[] }>('GET', `/api/conversations/${id}/messages`);
    expect(Array.isArray(items)).toBe(true);
    expect(house.pidOf(file)).not.toBe(dead);
    expect(before).toContain(dead);
  });
});

describe('kill -9 of everything', () => {
  it('loses no acknowledged message, and leaves no process behind', async () => {
    const { client, id } = await conversation();
    const acknowledged = new Map<string, number>();
    let alive = true;
    const write = async (writer: number) => {
      for (let n = 0; alive; n++) {
        const content = `${writer}-${n}`;
        const message = await client.json<{ seq: number }>('POST', `/api/conversations/${id}/messages`, {
          clientMessageId: crypto.randomUUID(),
          type: 'text',
          content,
        });
        acknowledged.set(content, message.seq);
        if (acknowledged.size === 8) {
          alive = false;
          for (const pid of pids) process.kill(pid, 'SIGKILL');
        }
      }
    };
    const pids = house.pids();
    await Promise.allSettled([write(1), write(2), write(3)]);
    await house.ended;
    await expect.poll(() => stillRunning(pids), { timeout: 10_000 }).toEqual([]);

    house = await startHouse(dataDir);
    await house.says(OPEN);
    const again = await conversation();
    const { items } = await again.client.json<{ items: { seq: number; content: string }[] }>(
      'GET',
      `/api/conversations/${again.id}/messages?limit=100`,
    );
    expect(again.id).toBe(id);
    const kept = new Map(items.map(({ content, seq }) => [content, seq]));
    expect([...acknowledged].filter(([content, seq]) => kept.get(content) !== seq)).toEqual([]);
    const seqs = items.map(({ seq }) => seq);
    expect(seqs).toEqual(seqs.map((_, at) => (seqs[0] ?? 1) + at));
  });
});

describe('Ctrl-C', () => {
  it('closes everything and leaves nothing running', async () => {
    const pids = house.pids();
    expect(pids.length).toBeGreaterThanOrEqual(4);
    house.signal('SIGINT');
    expect(await house.ended).toBe(0);
    expect(house.said()).toContain('Closing the house…');
    await expect.poll(() => stillRunning(pids), { timeout: 10_000 }).toEqual([]);
    // A demo stays a demo.
    const asked = await startHouse(dataDir, { LC_ALL: 'en_GB.UTF-8' }, ['--new']);
    expect(await asked.ended).toBe(1);
    expect(asked.said()).toMatch(/The demo house lives in .*, and stays\./);
    house = await startHouse(dataDir);
    await house.says(OPEN);
  });
});
