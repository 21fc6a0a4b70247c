import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { serialize } from 'bson';
import { describe, expect, inject, it } from 'vitest';
import { setUpMongo } from '../support/with-mongo';

const { db } = setUpMongo();

/** Where a URI points: to a Unix socket or to a port. */
function addressOf(uri: string): { path: string } | { host: string; port: number } {
  const place = /^mongodb:\/\/([^/]+)/.exec(uri)?.[1] ?? '';
  if (place.endsWith('.sock')) return { path: decodeURIComponent(place) };
  const { hostname, port } = new URL(`http://${place}`);
  return { host: hostname, port: Number(port) };
}

/** Sends raw bytes; true when the server closes the connection. */
function isClosedAfter(bytes: Buffer): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(addressOf(inject('mongoUri')), () => socket.write(bytes));
    const timer = setTimeout(() => {
      socket.destroy();
      resolve(false);
    }, 5000);
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearTimeout(timer);
      resolve(true);
    });
    socket.resume();
  });
}

function message(opCode: number, body: Buffer, length = 16 + body.length): Buffer {
  const header = Buffer.alloc(16);
  header.writeInt32LE(length, 0);
  header.writeInt32LE(1, 4);
  header.writeInt32LE(opCode, 12);
  return Buffer.concat([header, body]);
}

const flags = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value, 0);
  return bytes;
};
const ping = Buffer.concat([Buffer.from([0]), Buffer.from(serialize({ ping: 1, $db: 'admin' }))]);

describe('a connection that does not speak the protocol', () => {
  it.each([
    ['an unknown opcode', message(4242, Buffer.alloc(8))],
    ['a length that is negative', message(2013, Buffer.alloc(8), -5)],
    ['a length that is too large', message(2013, Buffer.alloc(8), 2_000_000_000)],
    ['a request of a browser', Buffer.from('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n')],
    ['flags that are not known', message(2013, Buffer.concat([flags(4), ping]))],
    ['a section of an unknown kind', message(2013, Buffer.concat([flags(0), Buffer.from([7]), ping.subarray(1)]))],
    ['two bodies', message(2013, Buffer.concat([flags(0), ping, ping]))],
    ['a wrong checksum', message(2013, Buffer.concat([flags(1), ping, flags(42)]))],
    ['a document that is cut off', message(2013, Buffer.concat([flags(0), ping.subarray(0, -3)]))],
    [
      'a document full of noise',
      message(2013, Buffer.concat([flags(0), Buffer.from([0, 40, 0, 0, 0]), randomBytes(35), Buffer.from([0])])),
    ],
  ])('is closed after %s, and no other is disturbed', async (_, bytes) => {
    expect(await isClosedAfter(bytes)).toBe(true);
    expect(await db().command({ ping: 1 })).toMatchObject({ ok: 1 });
  });
});
