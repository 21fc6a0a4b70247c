import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CLOSE } from '@/lib/realtime-protocol/close-codes';
import { Line } from '@/lib/http/line';

/** The browser's socket, as far as the line uses it; the test is the house at its other end. */
class Socket {
  static readonly CONNECTING = 0;
  static readonly OPEN = 1;
  static all: Socket[] = [];
  readyState = 0;
  said: { t: string }[] = [];
  closedWith: number | undefined;
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;
  constructor(readonly url: string) {
    Socket.all.push(this);
  }
  send(text: string): void {
    this.said.push(JSON.parse(text) as { t: string });
  }
  close(code: number): void {
    this.closedWith = code;
    this.readyState = 3;
  }
  admit(userId = 'awa'): void {
    this.readyState = 1;
    this.onopen?.();
    this.tell({ t: 'ready', userId, sessionExpiresAt: '2026-12-01T00:00:00Z', heads: {} });
  }
  tell(frame: object): void {
    this.onmessage?.({ data: JSON.stringify(frame) });
  }
  end(code: number): void {
    this.readyState = 3;
    this.onclose?.({ code });
  }
  pings(): number {
    return this.said.filter(({ t }) => t === 'ping').length;
  }
}

let visibility: 'visible' | 'hidden' = 'visible';
let ticket: () => Response;
const windowEvents = new EventTarget();
const documentEvents = Object.assign(new EventTarget(), {
  documentElement: { lang: 'fr' },
  querySelector: () => null,
});
Object.defineProperty(documentEvents, 'visibilityState', { get: () => visibility });
Object.assign(windowEvents, { dispatchEvent: windowEvents.dispatchEvent.bind(windowEvents) });

const last = (): Socket => {
  const socket = Socket.all.at(-1);
  if (!socket) throw new Error('no socket was opened');
  return socket;
};
const later = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);
const wake = (): boolean => windowEvents.dispatchEvent(new Event('focus'));

let line: Line;
let heard: string[];
beforeEach(async () => {
  vi.useFakeTimers();
  Socket.all = [];
  visibility = 'visible';
  ticket = () => Response.json({ url: 'ws://house', ticket: 'one' });
  vi.stubGlobal('WebSocket', Socket);
  vi.stubGlobal('window', windowEvents);
  vi.stubGlobal('document', documentEvents);
  vi.stubGlobal('fetch', () => Promise.resolve(ticket()));
  heard = [];
  line = new Line('awa', { hear: ({ t }) => heard.push(t), lost: () => heard.push('lost') });
  line.start();
  await later(0);
});
afterEach(() => {
  line.stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a line', () => {
  it('is left and opened anew when nobody answers any more, though it never closed', async () => {
    last().admit();
    expect(line.state()).toBe('online');
    await later(15_000);
    expect(last().pings()).toBe(1);
    last().tell({ t: 'pong' });
    await later(15_000);
    expect(last().pings()).toBe(2);
    await later(10_001);
    expect(line.state()).toBe('offline');
    expect(heard).toContain('lost');
    const dead = Socket.all[0];
    await later(1_000);
    expect(Socket.all).toHaveLength(2);
    last().admit();
    expect(line.state()).toBe('online');
    // The dead one may still say its goodbye.
    dead?.onclose?.({ code: 1006 });
    expect(line.state()).toBe('online');
  });

  it('is doubted on waking, and known to be dead in seconds', async () => {
    last().admit();
    await later(5_000);
    wake();
    expect(last().pings()).toBe(1);
    await later(3_001);
    expect(line.state()).toBe('offline');
    await later(1_000);
    expect(Socket.all).toHaveLength(2);
  });

  it('stays when it answers the doubt', async () => {
    last().admit();
    await later(5_000);
    wake();
    last().tell({ t: 'pong' });
    await later(9_000);
    expect(line.state()).toBe('online');
    expect(Socket.all).toHaveLength(1);
  });

  it('gives up a door that opens to nobody', async () => {
    await later(12_001);
    expect(line.state()).toBe('offline');
    await later(1_000);
    expect(Socket.all).toHaveLength(2);
  });

  it('is cut at once when the machine says that its network went', () => {
    last().admit();
    windowEvents.dispatchEvent(new Event('offline'));
    expect(line.state()).toBe('offline');
  });

  it('comes back from a full house by itself, by being looked at, and by hand', async () => {
    last().end(CLOSE.tooManySockets);
    expect(line.state()).toBe('crowded');
    expect(line.retryAt()).toBeGreaterThan(Date.now());
    await later(20_001);
    expect(Socket.all).toHaveLength(2);
    last().end(CLOSE.tooManySockets);
    visibility = 'hidden';
    await later(60_000);
    expect(Socket.all, 'a page that nobody looks at leaves the room to others').toHaveLength(2);
    visibility = 'visible';
    documentEvents.dispatchEvent(new Event('visibilitychange'));
    await later(0);
    expect(Socket.all).toHaveLength(3);
    last().end(CLOSE.tooManySockets);
    line.comeBack();
    await later(0);
    last().admit();
    expect(line.state()).toBe('online');
  });

  it('that was refused waits for the person, then tries', async () => {
    last().end(CLOSE.badFrame);
    expect(line.state()).toBe('stopped');
    wake();
    await later(120_000);
    expect(Socket.all).toHaveLength(1);
    line.comeBack();
    await later(0);
    last().admit();
    expect(line.state()).toBe('online');
  });

  it('never serves another account than the page’s own', async () => {
    last().admit('mathieu');
    expect(line.state()).toBe('otherAccount');
    expect(last().closedWith).toBe(1000);
    expect(line.say({ t: 'ping' })).toBe(false);
    line.comeBack();
    wake();
    await later(120_000);
    expect(Socket.all).toHaveLength(1);
    expect(heard).not.toContain('ready');
  });

  it.each([
    [409, 'other_account', 'otherAccount'],
    [401, 'unauthenticated', 'signedOut'],
    [403, 'forbidden', 'stopped'],
    [503, 'unavailable', 'offline'],
  ] as const)('a ticket refused with %i %s: %s', async (status, code, state) => {
    ticket = () => Response.json({ code }, { status });
    last().end(1006);
    await later(600);
    expect(line.state()).toBe(state);
  });
});
