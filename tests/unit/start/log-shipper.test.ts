import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { parseEnv } from '@/lib/env';
import { LogShipper } from '@/scripts/run/log-shipper';

const folder = mkdtempSync(join(tmpdir(), 'fashionflow-log-'));
let key = '';
let cert = '';
beforeAll(() => {
  const [keyFile, certFile] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const names = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  const made = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
  execFileSync('openssl', ['req', '-x509', ...made, ...names, '-keyout', keyFile, '-out', certFile], {
    stdio: 'ignore',
  });
  [key, cert] = [readFileSync(keyFile, 'utf8'), readFileSync(certFile, 'utf8')];
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A collector over TLS, on a port of its own or the one it had. */
async function collector(port = 0) {
  const sockets = new Set<Socket>();
  let heard = '';
  const server = createServer({ key, cert }, (socket) => {
    sockets.add(socket);
    socket.setEncoding('utf8');
    socket.on('data', (words: string) => (heard += words));
    socket.on('error', () => undefined);
  });
  server.on('tlsClientError', () => undefined);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', () => resolve()));
  return {
    port: (server.address() as AddressInfo).port,
    /** Those that have come whole: the last one may still be on its way. */
    lines: () =>
      heard
        .split('\n')
        .slice(0, -1)
        .map((one) => JSON.parse(one) as Record<string, unknown>),
    close: () =>
      new Promise<void>((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
const chunk = (words: string) => Buffer.from(words);

describe('the log that goes to another machine', () => {
  it('arrives line by line in its order, whole, over TLS; what is no JSON is wrapped', async () => {
    const there = await collector();
    const shipper = new LogShipper(`tls://localhost:${there.port}`, () => undefined, cert);
    const [app, sidecar] = [shipper.tap('app'), shipper.tap('realtime')];
    const long = JSON.stringify({ n: 1, msg: 'é'.repeat(5_000) });
    const bytes = chunk(`${long}\n{"n":2}\n{ not: JSON at all\n{"n":3`);
    // Cut within a letter of two bytes.
    app(bytes.subarray(0, 4_001));
    sidecar(chunk('{"n":9}\n'));
    app(bytes.subarray(4_001));
    await vi.waitFor(() => expect(there.lines()).toHaveLength(4));
    app(chunk('}\n'));
    await vi.waitFor(() => expect(there.lines()).toHaveLength(5));
    expect(there.lines()).toMatchObject([
      { n: 9 },
      { n: 1, msg: 'é'.repeat(5_000) },
      { n: 2 },
      { level: 40, process: 'app', msg: '{ not: JSON at all' },
      { n: 3 },
    ]);
    await shipper.close();
    await there.close();
  });

  it('waits while nobody is there, and says it once', async () => {
    const first = await collector();
    const { port } = first;
    const trouble = vi.fn();
    const shipper = new LogShipper(`tls://localhost:${port}`, trouble, cert);
    const tap = shipper.tap('app');
    tap(chunk('{"n":1}\n'));
    await vi.waitFor(() => expect(first.lines()).toEqual([{ n: 1 }]));
    await first.close();
    await vi.waitFor(() => expect(trouble).toHaveBeenCalledTimes(1));
    tap(chunk('{"n":2}\n'));
    const second = await collector(port);
    await vi.waitFor(() => expect(second.lines()).toEqual([{ n: 2 }]), 10_000);
    await vi.waitFor(() => expect(trouble).toHaveBeenCalledTimes(2));
    expect(trouble.mock.calls.flat().join('\n')).toMatch(/does not reach[^]*is back/);
    await shipper.close();
    await second.close();
  });

  it('holds no more than its bound, and sends how many were dropped', async () => {
    const gone = await collector();
    await gone.close();
    const shipper = new LogShipper(`tls://localhost:${gone.port}`, () => undefined, cert);
    const tap = shipper.tap('app');
    const wide = JSON.stringify({ msg: 'x'.repeat(50_000) });
    for (let n = 0; n < 200; n += 1) tap(chunk(`${wide}\n`));
    const back = await collector(gone.port);
    const come = () => {
      const [told, ...kept] = back.lines();
      return { lost: told?.['lost'], kept: kept.length };
    };
    // Every line has come, or is among those that were said to be lost.
    await vi.waitFor(() => expect(come().lost).toBe(200 - come().kept), 25_000);
    expect(come().kept).toBeGreaterThan(150);
    expect(come().kept).toBeLessThan(170);
    await shipper.close();
    await back.close();
  });

  it('goes to nobody whose certificate is not believed', async () => {
    const there = await collector();
    const trouble = vi.fn();
    const shipper = new LogShipper(`tls://localhost:${there.port}`, trouble);
    shipper.tap('app')(chunk('{"n":1}\n'));
    await vi.waitFor(() => expect(trouble).toHaveBeenCalledWith(expect.stringMatching(/self.signed/)));
    expect(there.lines()).toEqual([]);
    await shipper.close();
    await there.close();
  });

  it('leaves this machine over TLS only', () => {
    for (const LOG_SHIP_URL of [
      'tls://logs.example:6514',
      'tcp://127.0.0.1:5170',
      'tcp://localhost:5170',
      'tcp://[::1]:5170',
    ])
      expect(parseEnv({ LOG_SHIP_URL }).LOG_SHIP_URL).toBe(LOG_SHIP_URL);
    for (const LOG_SHIP_URL of [
      'tcp://logs.example:5170',
      'tcp://127.0.0.1.evil.example:5170',
      'https://logs.example',
      'tls://logs.example',
    ])
      expect(() => parseEnv({ LOG_SHIP_URL })).toThrow('LOG_SHIP_URL');
  });
});
