import type { AddressInfo } from 'node:net';

/** What a server process answers when the bench asks. */
export interface Usage {
  rss: number;
  /** Microseconds of processor time since the process began. */
  cpu: number;
}

/** Tells the bench where the server listens, and answers its questions about memory and processor time. */
export function report(port: number): void {
  process.on('message', (message) => {
    if (message !== 'usage') return;
    globalThis.gc?.();
    globalThis.gc?.();
    const { user, system } = process.cpuUsage();
    process.send?.({ rss: process.memoryUsage.rss(), cpu: user + system } satisfies Usage);
  });
  process.once('disconnect', () => process.exit(0));
  process.send?.({ port });
}

export const portOf = (address: string | AddressInfo | null): number =>
  address !== null && typeof address === 'object' ? address.port : 0;

/** The arguments of a server process: where the database is, and the name of its own part of it. */
export function place(): { uri: string; name: string } {
  const [uri = '', name = ''] = process.argv.slice(2);
  return { uri, name };
}

/** What the two plain servers keep of a message. */
export interface PlainMessage {
  conversationId: string;
  from: string;
  clientMessageId: string;
  content: string;
  createdAt: Date;
}
