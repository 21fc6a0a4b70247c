import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterClose, CLOSE } from '@/lib/realtime-protocol/close-codes';
import { parseClientFrame } from '@/lib/realtime-protocol/frames';
import { readServerFrame } from '@/lib/http/read-frame';
import { signTicket, verifyTicket } from '@/lib/realtime-protocol/ticket';
import { TokenBucket } from '@/realtime/limits';
import { SECRET } from '../../support/wire';

const id = 'a'.repeat(24);

describe('frames', () => {
  it.each([
    ['', null],
    ['null', null],
    ['[]', null],
    ['"auth"', null],
    ['{"t":"auth"}', null],
    ['{"t":"auth","ticket":"x","more":1}', null],
    ['{"t":"nothing"}', null],
    ['{"t":"read","conversationId":"a","seq":1}', null],
    [`{"t":"read","conversationId":"${id}","seq":-1}`, null],
    [`{"t":"read","conversationId":"${id}","seq":1.5}`, null],
    ['{"t":"resume","after":{"__proto__":1}}', { t: 'resume', after: {} }],
    ['{"t":"ping"}', { t: 'ping' }],
    [`{"t":"sync","conversationId":"${id}","after":0}`, { t: 'sync', conversationId: id, after: 0, limit: 100 }],
  ])('%s', (text, frame) => {
    expect(parseClientFrame(text)).toEqual(frame);
  });

  it('never throws, whatever comes', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        parseClientFrame(text);
        readServerFrame(text);
      }),
    );
  });
});

describe('what the house says', () => {
  it.each([
    ['{"t":"pong"}', { t: 'pong' }],
    ['{"t":"reset","conversationId":"a"}', { t: 'reset', conversationId: 'a' }],
    ['', null],
    ['null', null],
    ['[]', null],
    ['"pong"', null],
    ['{"t":1}', null],
    ['{"t":"toString"}', null],
    ['{"t":"a word of tomorrow"}', null],
  ])('%s', (text, frame) => {
    expect(readServerFrame(text)).toEqual(frame);
  });
});

describe('close codes', () => {
  it.each([
    [CLOSE.goingAway, 'resume'],
    [CLOSE.internal, 'resume'],
    [CLOSE.restarting, 'resume'],
    [CLOSE.tryLater, 'resume'],
    [1006, 'resume'],
    [CLOSE.authTimeout, 'resume'],
    [CLOSE.slowReader, 'resume'],
    [CLOSE.unauthenticated, 'newTicket'],
    [CLOSE.tooFast, 'backOff'],
    [CLOSE.policy, 'stop'],
    [CLOSE.badFrame, 'stop'],
    [CLOSE.forbidden, 'backOff'],
    [CLOSE.tooManySockets, 'noRoom'],
    [1007, 'stop'],
    [1009, 'stop'],
  ])('%i: %s', (code, then) => {
    expect(afterClose(code)).toBe(then);
  });
});

describe('tickets', () => {
  const claims = { sub: id, sid: 'session', jti: 'one' };

  it('admit for a minute, with the secret they were signed with', async () => {
    const { ticket } = await signTicket(SECRET, claims);
    expect(await verifyTicket(SECRET, ticket)).toMatchObject(claims);
    expect(await verifyTicket(`${SECRET}!`, ticket)).toBeNull();
    const old = await signTicket(SECRET, claims, new Date(Date.now() - 61_000));
    expect(await verifyTicket(SECRET, old.ticket)).toBeNull();
    expect(await verifyTicket(SECRET, `${ticket}x`)).toBeNull();
    expect(await verifyTicket(SECRET, 'not a ticket')).toBeNull();
  });
});

describe('the token bucket', () => {
  it('grants the burst, then the rate, and says how long to wait', () => {
    const bucket = new TokenBucket(100, 20, 0);
    for (let n = 0; n < 20; n += 1) expect(bucket.take(0)).toBe(0);
    expect(bucket.take(0)).toBe(1);
    expect(bucket.take(600)).toBe(0);
    expect(bucket.take(600)).toBe(1);
  });

  it('never grants more than burst + rate × time', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 2_000 }), { maxLength: 200 }), (steps) => {
        const bucket = new TokenBucket(60, 5, 0);
        let now = 0;
        let granted = 0;
        for (const step of steps) {
          now += step;
          if (bucket.take(now) === 0) granted += 1;
        }
        expect(granted).toBeLessThanOrEqual(5 + now / 1_000 + 1e-6);
      }),
    );
  });
});
