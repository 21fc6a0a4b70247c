import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import * as files from '@/app/api/files/route';
import * as models from '@/app/api/models/route';
import * as orders from '@/app/api/orders/route';
import { LIMITS } from '@/lib/limits';
import { readBody } from '@/lib/web/read-body';
import { call, callRaw, type Person, person, serveFrom } from '../../support/call-route';
import { authDoor } from '@/lib/web/auth-door';
import { setUpDatabase } from '../../support/with-database';

const db = setUpDatabase();
let client: Person;
const KB = 1024;

beforeAll(async () => {
  serveFrom(db());
  client = await person(db(), 'client');
});

/** A body that is made while it is read, and says how much of it was taken. */
function endless(piece: Uint8Array, pieces: number) {
  const taken = { bytes: 0, cancelled: false };
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (taken.bytes >= piece.byteLength * pieces) return controller.close();
        taken.bytes += piece.byteLength;
        controller.enqueue(piece);
      },
      cancel() {
        taken.cancelled = true;
      },
    },
    { highWaterMark: 0 },
  );
  return { body, taken };
}

const signInWith = (body: BodyInit, address: string, headers: Record<string, string> = {}) =>
  authDoor(
    new Request('http://maison.test/api/auth/callback/credentials', {
      method: 'POST',
      headers: {
        host: 'maison.test',
        'x-forwarded-for': address,
        'content-type': 'application/x-www-form-urlencoded',
        ...headers,
      },
      body,
      duplex: 'half',
    } as RequestInit),
    { params: Promise.resolve({ nextauth: ['callback', 'credentials'] }) },
  );

describe('the sign-in route', () => {
  it('stops reading after 16 kB, and says 413', async () => {
    const { body, taken } = endless(new Uint8Array(8 * KB).fill(97), 25_600);
    const response = await signInWith(body, '198.51.100.1');
    expect(response.status).toBe(413);
    expect(taken.cancelled).toBe(true);
    expect(taken.bytes).toBeLessThanOrEqual(32 * KB);
  });

  it('takes the point of the address before it reads anything', async () => {
    for (let tries = 0; tries < LIMITS.signInAddress.points; tries += 1)
      expect((await signInWith(new Uint8Array(17 * KB), '198.51.100.2')).status).toBe(413);
    const { body, taken } = endless(new Uint8Array(KB), 4);
    expect((await signInWith(body, '198.51.100.2')).status).toBe(429);
    expect(taken.bytes).toBe(0);
  });
});

describe('an upload', () => {
  const boundary = 'x-border';
  const part = (name: string, value = 'x', extra = '') =>
    `--${boundary}\r\ncontent-disposition: form-data; name="${name}"${extra}\r\n\r\n${value}\r\n`;
  const send = (body: BodyInit, type = `multipart/form-data; boundary=${boundary}`) => {
    const request = new Request('http://maison.test/api/files', {
      method: 'POST',
      headers: { host: 'maison.test', origin: 'http://maison.test', cookie: client.cookie, 'content-type': type },
      body,
      duplex: 'half',
    } as RequestInit);
    return files.POST(request, { params: Promise.resolve({}) });
  };

  it('of a quarter of a million parts is refused at the fifth, in a short answer', async () => {
    const piece = Buffer.from(Array.from({ length: 1000 }, (_, at) => part(`f${at}`)).join(''));
    const { body, taken } = endless(piece, 250);
    const response = await send(body);
    expect(response.status).toBe(400);
    expect((await response.text()).length).toBeLessThan(KB);
    expect(taken.bytes).toBeLessThanOrEqual(2 * piece.byteLength);
  });

  it.each([
    [
      'two files',
      part('file', 'a', '; filename="a.txt"') + part('file', 'b', '; filename="b.txt"') + part('purpose', 'order'),
    ],
    ['a field as long as a file', part('purpose', 'x'.repeat(5000))],
    ['a thousand headers', `--${boundary}\r\n${'x-a: b\r\n'.repeat(1000)}\r\nx\r\n`],
    ['no border at its end', part('purpose', 'order').slice(0, -4)],
    ['a name of the prototype', part('__proto__', 'order') + part('purpose', 'order')],
  ])('with %s is refused', async (_case, form) => {
    const response = await send(`${form}--${boundary}--\r\n`.slice(0, form.endsWith('\r\n') ? undefined : form.length));
    expect([400, 413]).toContain(response.status);
  });

  it('without a border, or that is no form, is refused', async () => {
    expect((await send('x', 'multipart/form-data')).status).toBe(415);
    expect((await send('x', 'multipart/form-data; charset=utf-8')).status).toBe(400);
  });
});

describe('an answer that refuses', () => {
  it('names at most twenty unknown fields of a body, however nested', async () => {
    const many = Object.fromEntries(Array.from({ length: 20_000 }, (_, at) => [`cle${at}`, 1]));
    const { status, body } = await call<{ errors: { code: string }[] }>(orders.POST, { who: client, body: many });
    expect(status).toBe(400);
    expect(body.errors.filter(({ code }) => code === 'unknownField')).toHaveLength(20);
  });

  it('is short for a query of a thousand names, for a visitor too', async () => {
    const query = Object.fromEntries(Array.from({ length: 2000 }, (_, at) => [String(at), '']));
    const response = await callRaw(models.GET, { query });
    expect(response.status).toBe(400);
    expect((await response.text()).length).toBeLessThan(4 * KB);
  });
});

describe('a body that trickles', () => {
  const KEEP_ALIVE = Buffer.from(' ');
  /** One sign now and then, and never the last. */
  const trickle = (every: number) => {
    let timer: NodeJS.Timeout;
    return new ReadableStream<Uint8Array>({
      start(controller) {
        timer = setInterval(() => controller.enqueue(KEEP_ALIVE), every);
      },
      cancel: () => clearInterval(timer),
    });
  };
  const sent = (body: ReadableStream<Uint8Array>) =>
    new Request('http://maison.test/api/test', { method: 'POST', body, duplex: 'half' } as RequestInit);

  it('is waited for no longer than what a page sends may take', async () => {
    await expect(readBody(sent(trickle(5)), KB * KB, 60)).rejects.toMatchObject({ code: 'too_slow', status: 408 });
  });

  it('may take its time within that', async () => {
    const slow = new ReadableStream<Uint8Array>({
      async pull(controller) {
        await new Promise((resolve) => setImmediate(resolve));
        controller.enqueue(KEEP_ALIVE);
        controller.close();
      },
    });
    expect(await readBody(sent(slow), KB)).toEqual(KEEP_ALIVE);
  });
});

describe('the source', () => {
  const sources = (folder: string): string[] =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => join(folder, name));

  it('reads bodies in two places only, both of which count', () => {
    const readers = [...sources('app/api'), ...sources('lib/web'), ...sources('lib/files')].filter((file) =>
      /\brequest\.(json|text|formData|arrayBuffer|blob|body)\b|\breq\.body\b/.test(readFileSync(file, 'utf8')),
    );
    expect(readers.sort()).toEqual(['lib/files/read-form.ts', 'lib/web/read-body.ts']);
  });
});
