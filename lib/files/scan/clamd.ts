import { connect, type Socket } from 'node:net';
import type { FileScanner, ScanVerdict } from './file-scanner';

const DEFAULT_PORT = 3310;
/** Sent in pieces of this size, each as soon as the last was taken. */
const PIECE = 256 * 1024;
/** An answer is one short line; who says more is no clamd. */
const MAX_ANSWER = 4096;

/** Where an address leads: `tcp://host:3310`, or `unix:/run/clamav/clamd.ctl`. */
function targetOf(address: string): { path: string } | { host: string; port: number } {
  const { protocol, pathname, hostname, port } = new URL(address);
  if (protocol === 'unix:') return { path: decodeURIComponent(pathname) };
  return { host: hostname.replace(/^\[(.*)\]$/, '$1'), port: Number(port || DEFAULT_PORT) };
}

/** Takes bytes off our hands, or waits until they can be taken. */
const write = (socket: Socket, bytes: Uint8Array): Promise<void> | undefined =>
  socket.write(bytes) ? undefined : new Promise((resolve) => socket.once('drain', resolve));

/** One command of the protocol that ends with a zero byte (`z…`), and the one line that answers it. */
function ask(
  address: string,
  longestMs: number,
  command: string,
  send: (socket: Socket) => Promise<void>,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(targetOf(address));
    let answer = '';
    const end = (outcome: string | Error) => {
      clearTimeout(late);
      socket.destroy();
      if (typeof outcome === 'string') resolve(outcome);
      else reject(outcome);
    };
    // The whole of it, from the first packet to the last word: a scanner that says a byte now and then is late too.
    const late = setTimeout(() => end(new Error(`no verdict within ${longestMs} ms`)), longestMs);
    socket.setEncoding('utf8');
    socket.on('data', (piece: string) => {
      answer += piece;
      const close = answer.indexOf('\0');
      if (close >= 0) end(answer.slice(0, close));
      else if (answer.length > MAX_ANSWER) end(new Error('an answer without an end'));
    });
    socket.on('error', end);
    socket.on('close', () => end(new Error('closed without a verdict')));
    socket.once('connect', () => {
      socket.write(`z${command}\0`);
      // Refused while it is still being sent: the answer, or the closed door, says it.
      send(socket).catch(end);
    });
  });
}

const lengthOf = (bytes: Uint8Array): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.byteLength);
  return length;
};

function verdictOf(answer: string): ScanVerdict {
  if (answer === 'stream: OK') return { clean: true };
  const found = /^stream: (.+) FOUND$/.exec(answer)?.[1];
  if (found) return { clean: false, found: found.replace(/[^\w.:/()-]/g, '').slice(0, 120) };
  throw new Error(`clamd says: ${answer.slice(0, 200)}`);
}

/** ClamAV's daemon at an address, asked with INSTREAM: it is handed the bytes and needs no file of ours. */
export const clamdAt = (address: string, longestMs: number): FileScanner => ({
  scan: async (bytes) =>
    verdictOf(
      await ask(address, longestMs, 'INSTREAM', async (socket) => {
        for (let at = 0; at < bytes.byteLength && !socket.destroyed; at += PIECE) {
          const piece = bytes.subarray(at, at + PIECE);
          socket.write(lengthOf(piece));
          await write(socket, piece);
        }
        if (!socket.destroyed) socket.write(Buffer.alloc(4));
      }),
    ),
  version: () => ask(address, longestMs, 'VERSION', () => Promise.resolve()),
});
