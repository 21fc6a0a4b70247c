import { connect as plainly, type Socket } from 'node:net';
import { connect as safely } from 'node:tls';

/** How many bytes wait while the other side is away; then the oldest lines go, and it is said how many. */
const MOST_BYTES = 8 * 1024 * 1024;
const PAUSE_MS = { first: 500, longest: 30_000 } as const;
/** A line without an end is cut here. */
const LONGEST_LINE = 64 * 1024;

const line = (level: number, words: Record<string, unknown>): string =>
  JSON.stringify({ level, time: new Date().toISOString(), ...words });

function isJson(text: string): boolean {
  try {
    return text.startsWith('{') && typeof JSON.parse(text) === 'object';
  } catch {
    return false;
  }
}

/**
 * Sends every line that the house's processes say to a collector on another machine, as JSON lines over TLS (Vector, Fluent Bit,
 * Logstash, syslog-ng and rsyslog take them so). It holds nobody: what cannot leave waits within a bound. Lines that were on
 * their way when the line broke may be lost; those that were dropped are counted, and the count is sent.
 */
export class LogShipper {
  readonly #waiting: string[] = [];
  #bytes = 0;
  #lost = 0;
  #socket: Socket | undefined;
  #open = false;
  #closed = false;
  #pauseMs: number = PAUSE_MS.first;
  #again: NodeJS.Timeout | undefined;

  /**
   * @param url `tls://host:port`, or `tcp://host:port` to a collector on this machine
   * @param trouble told once when the other side goes away, and once when it is back
   * @param ca whom to believe beside Node's own list
   */
  constructor(
    private readonly url: string,
    private readonly trouble: (words: string) => void,
    private readonly ca?: string,
  ) {
    this.#connect();
  }

  /** A tap for what one process says: whole lines leave, in their order; what is no JSON is wrapped in some. */
  tap(name: string): (chunk: Buffer) => void {
    const decoder = new TextDecoder();
    let rest = '';
    return (chunk) => {
      const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
      rest = (lines.pop() ?? '').slice(0, LONGEST_LINE);
      for (const one of lines) if (one.trim()) this.#take(isJson(one) ? one : line(40, { process: name, msg: one }));
    };
  }

  /** Sends what still waits, for so long at most, and hangs up. */
  async close(graceMs = 1_000): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#again);
    const socket = this.#socket;
    if (!socket) return;
    await new Promise<void>((resolve) => {
      const late = setTimeout(resolve, graceMs);
      socket.once('close', () => {
        clearTimeout(late);
        resolve();
      });
      this.#flush();
      if (this.#open) socket.end();
      else socket.destroy();
    });
    socket.destroy();
  }

  #take(text: string): void {
    this.#waiting.push(text);
    this.#bytes += text.length;
    while (this.#bytes > MOST_BYTES) {
      this.#bytes -= this.#waiting.shift()?.length ?? 0;
      this.#lost += 1;
    }
    this.#flush();
  }

  #flush(): void {
    const socket = this.#socket;
    if (!socket || !this.#open) return;
    if (this.#lost > 0) {
      const lost = this.#lost;
      this.#lost = 0;
      socket.write(`${line(40, { lost, msg: 'log lines were lost while the collector was away' })}\n`);
    }
    while (this.#waiting.length > 0 && !socket.writableNeedDrain) {
      const text = this.#waiting.shift() ?? '';
      this.#bytes -= text.length;
      socket.write(`${text}\n`);
    }
  }

  #connect(): void {
    const { protocol, hostname, port } = new URL(this.url);
    const host = hostname.replace(/^\[(.*)\]$/, '$1');
    const safe = protocol === 'tls:';
    const socket = safe
      ? safely({ host, port: Number(port), servername: host, ...(this.ca ? { ca: this.ca } : {}) })
      : plainly({ host, port: Number(port) });
    this.#socket = socket;
    let reason = 'it hung up';
    socket.setKeepAlive(true, 30_000);
    socket.on(safe ? 'secureConnect' : 'connect', () => {
      this.#open = true;
      if (this.#pauseMs > PAUSE_MS.first) this.trouble(`the collector at ${this.url} is back`);
      this.#pauseMs = PAUSE_MS.first;
      this.#flush();
    });
    socket.on('drain', () => this.#flush());
    // A collector has nothing to say; what it says is let go, so that its hanging up is heard.
    socket.resume();
    socket.on('error', (error) => (reason = error.message));
    socket.on('close', () => {
      this.#open = false;
      this.#socket = undefined;
      if (this.#closed) return;
      if (this.#pauseMs === PAUSE_MS.first) this.trouble(`the log does not reach ${this.url}: ${reason}`);
      this.#again = setTimeout(() => this.#connect(), this.#pauseMs);
      this.#again.unref();
      this.#pauseMs = Math.min(PAUSE_MS.longest, this.#pauseMs * 2);
    });
  }
}
