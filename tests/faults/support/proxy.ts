import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

interface Pair {
  near: Socket;
  far: Socket;
  dark: boolean;
}

/** The network between people and a sidecar, in the hands of a test: it cuts inside a frame, and goes dark without a word. */
export class Proxy {
  readonly #pairs = new Set<Pair>();

  private constructor(private readonly server: Server) {}

  static async open(target: number): Promise<Proxy> {
    const server = createServer((near) => proxy.#take(near, target));
    const proxy = new Proxy(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** Every line that is open now is reset, in the middle of whatever it carries next: after `bytes` of the next chunk. */
  resetInside(bytes: number): void {
    for (const pair of this.#pairs) this.#arm(pair, bytes);
  }

  /** From now on nothing passes on the lines that are open, either way, and nobody is told. */
  goDark(): void {
    for (const pair of this.#pairs) pair.dark = true;
  }

  async close(): Promise<void> {
    for (const { near, far } of this.#pairs) {
      near.destroy();
      far.destroy();
    }
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  #take(near: Socket, target: number): void {
    const far = connect(target, '127.0.0.1');
    const pair: Pair = { near, far, dark: false };
    this.#pairs.add(pair);
    const end = () => {
      this.#pairs.delete(pair);
      if (pair.dark) return;
      near.destroy();
      far.destroy();
    };
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      from.on('error', end).on('close', end);
      from.on('data', (chunk: Buffer) => {
        if (!pair.dark) to.write(chunk);
      });
    }
  }

  #arm(pair: Pair, bytes: number): void {
    for (const [from, to] of [
      [pair.near, pair.far],
      [pair.far, pair.near],
    ] as const) {
      from.removeAllListeners('data');
      from.once('data', (chunk: Buffer) => {
        const part = chunk.subarray(0, Math.min(bytes, Math.max(1, chunk.length - 1)));
        to.write(part, () => {
          pair.near.resetAndDestroy();
          pair.far.resetAndDestroy();
        });
      });
    }
  }
}
