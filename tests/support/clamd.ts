import { createServer, type Server, type Socket } from 'node:net';

/** What a test tells its clamd to do with what it is sent. */
export type Manner = 'scans' | 'silent' | 'drips' | 'hangsUp' | 'errs' | 'babbles' | 'small' | 'blind';

const VIRUS = 'X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*';

/**
 * A clamd that speaks INSTREAM and VERSION over a real socket, and misbehaves as told. It reads the pieces as the daemon does:
 * a length, as many bytes, and a length of nothing at the end.
 */
export async function openClamd(listenAt: number | string = 0) {
  let manner: Manner = 'scans';
  const scanned: Buffer[] = [];
  const open = new Set<Socket>();
  const answer = (socket: Socket, file: Buffer) => {
    scanned.push(file);
    const found = file.includes(VIRUS) && manner !== 'blind';
    socket.end(found ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0');
  };
  const take = (socket: Socket, sent: Buffer) => {
    if (sent.toString('latin1', 0, 9) === 'zVERSION\0') return void socket.end('ClamAV 1.4.3/27500/Mon Nov 30 2026\0');
    const start = sent.indexOf(0) + 1;
    if (sent.toString('latin1', 0, start) !== 'zINSTREAM\0') return;
    if (manner === 'hangsUp') return void socket.destroy();
    if (manner === 'errs') return void socket.end("stream: Can't allocate memory ERROR\0");
    if (manner === 'babbles') return void socket.end('x'.repeat(10_000));
    const pieces: Buffer[] = [];
    for (let at = start; at + 4 <= sent.length;) {
      const length = sent.readUInt32BE(at);
      at += 4;
      if (length === 0) {
        if (manner === 'silent') return;
        if (manner === 'drips') {
          const drip = setInterval(() => socket.write('s'), 20);
          socket.once('close', () => clearInterval(drip));
          return;
        }
        return void answer(socket, Buffer.concat(pieces));
      }
      pieces.push(sent.subarray(at, at + length));
      at += length;
      if (manner === 'small' && at > 1024 * 1024) return void socket.end('INSTREAM size limit exceeded. ERROR\0');
    }
  };
  const server: Server = createServer((socket) => {
    open.add(socket);
    let sent = Buffer.alloc(0);
    socket.on('data', (piece) => take(socket, (sent = Buffer.concat([sent, piece]))));
    socket.on('error', () => undefined);
    socket.on('close', () => open.delete(socket));
  });
  const where = typeof listenAt === 'number' ? { port: listenAt, host: '127.0.0.1' } : { path: listenAt };
  await new Promise<void>((resolve) => server.listen(where, () => resolve()));
  const at = server.address();
  return {
    url: typeof at === 'object' && at ? `tcp://127.0.0.1:${at.port}` : `unix:${String(listenAt)}`,
    scanned,
    virus: Buffer.from(`facture n° 12\n${VIRUS}\n`),
    behave: (next: Manner) => void (manner = next),
    openSockets: () => open.size,
    close: () =>
      new Promise<void>((resolve) => {
        for (const socket of open) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
