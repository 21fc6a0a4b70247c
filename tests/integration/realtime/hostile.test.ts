import { randomUUID } from 'node:crypto';
import { ObjectId } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { signSession } from '@/lib/auth/session-token';
import { sendMessage } from '@/lib/chat/send-message';
import { startConversation } from '@/lib/chat/start-conversation';
import { CLOSE } from '@/lib/realtime-protocol/close-codes';
import { signTicket } from '@/lib/realtime-protocol/ticket';
import { makePerson } from '../../support/people';
import { setUpSidecar } from '../../support/sidecar';
import { setUpDatabase } from '../../support/with-database';
import { SECRET, ticketFor, Wire } from '../../support/wire';

const db = setUpDatabase();
const start = setUpSidecar(db);

describe('the door', () => {
  it.each([
    ['http://evil.example', '403'],
    ['https://maison.example.evil', '403'],
    ['http://127.0.0.1:9999', '403'],
    ['null', '403'],
  ])('refuses the page %s before the upgrade', async (origin, status) => {
    const { port } = await start();
    await expect(Wire.open(port, origin)).rejects.toThrow(status);
  });

  it.each(['https://maison.example', 'http://127.0.0.1:3000', undefined])('lets the page %s knock', async (origin) => {
    const { port } = await start();
    await (await Wire.open(port, origin)).end();
  });

  it('admits a ticket once, and no other token', async () => {
    const client = await makePerson(db(), 'client');
    const { port } = await start();
    const ticket = await ticketFor(client);
    const knock = async (value: string) => {
      const wire = await Wire.open(port);
      wire.say({ t: 'auth', ticket: value });
      return wire;
    };
    const first = await knock(ticket);
    await first.until('ready');
    expect(await (await knock(ticket)).closed).toBe(CLOSE.unauthenticated);
    const claims = { sub: client.id.toHexString(), sid: client.sessionId, jti: randomUUID() };
    const wrong = [
      'nonsense',
      (await signTicket(SECRET, claims, new Date(Date.now() - 120_000))).ticket,
      (await signTicket(`${SECRET}-other`, claims)).ticket,
      (await signTicket(SECRET, { ...claims, sid: 'another' })).ticket,
      await signSession(SECRET, { sub: claims.sub, sid: claims.sid, role: 'client' }),
    ];
    for (const value of wrong) expect(await (await knock(value)).closed).toBe(CLOSE.unauthenticated);
    expect(first.open()).toBe(true);
  });

  it('sends away who shows no ticket in time, and the sixth socket', async () => {
    const client = await makePerson(db(), 'client');
    const quick = await start({ authMs: 60 });
    expect(await (await Wire.open(quick.port)).closed).toBe(CLOSE.authTimeout);
    const { port } = await start();
    const five = [];
    for (let n = 0; n < 5; n += 1) five.push(await Wire.as(port, client));
    const sixth = await Wire.open(port);
    sixth.say({ t: 'auth', ticket: await ticketFor(client) });
    expect(await sixth.closed).toBe(CLOSE.tooManySockets);
    expect(five.every((one) => one.open())).toBe(true);
  });
});

describe('frames', () => {
  const conversationId = new ObjectId().toHexString();
  const table: [string, string | Buffer, number][] = [
    ['no JSON', 'hello', CLOSE.badFrame],
    ['an empty frame', '', CLOSE.badFrame],
    ['a list', '[1,2]', CLOSE.badFrame],
    ['null', 'null', CLOSE.badFrame],
    ['an unknown kind', '{"t":"admin"}', CLOSE.badFrame],
    ['an unknown field', '{"t":"ping","x":1}', CLOSE.badFrame],
    ['a second auth', '{"t":"auth","ticket":"x"}', CLOSE.badFrame],
    ['a missing field', '{"t":"read"}', CLOSE.badFrame],
    ['an operator for an id', '{"t":"typing","conversationId":{"$ne":null}}', CLOSE.badFrame],
    ['deep nesting', '['.repeat(8_000) + ']'.repeat(8_000), CLOSE.badFrame],
    ['bytes', Buffer.from([1, 2, 3]), CLOSE.badFrame],
    ['too big a frame', JSON.stringify({ t: 'ping', x: 'x'.repeat(20_000) }), 1009],
    ['other people’s conversation', JSON.stringify({ t: 'typing', conversationId }), CLOSE.forbidden],
  ];

  it.each(table)('%s ends the connection', async (_name, data, code) => {
    const client = await makePerson(db(), 'client');
    const { port } = await start();
    const wire = await Wire.as(port, client);
    wire.socket.send(data);
    expect(await wire.closed).toBe(code);
  });

  it('before the ticket, anything else ends it too', async () => {
    const { port } = await start();
    const wire = await Wire.open(port);
    wire.say({ t: 'ping' });
    expect(await wire.closed).toBe(CLOSE.badFrame);
  });

  it('broken text ends it with 1007, and the others go on', async () => {
    const client = await makePerson(db(), 'client');
    const { port } = await start();
    const [bad, good] = [await Wire.as(port, client), await Wire.as(port, client)];
    bad.socket.send(Buffer.from([0xff, 0xfe, 0xfd]), { binary: false });
    expect(await bad.closed).toBe(1007);
    good.say({ t: 'ping' });
    await good.until('pong');
  });

  it('a stranger cannot send into, read or page a conversation', async () => {
    const [client, couturier, stranger] = await Promise.all([
      makePerson(db(), 'client'),
      makePerson(db(), 'couturier'),
      makePerson(db(), 'owner'),
    ]);
    const { conversation } = await startConversation(db(), client, { couturierId: couturier.id.toHexString() });
    await sendMessage(db(), client, conversation.id, { clientMessageId: '1', type: 'text', content: 'Entre nous' });
    const { port } = await start();
    for (const frame of [
      { t: 'send', conversationId: conversation.id, clientMessageId: 'x', type: 'text', content: 'x' },
      { t: 'read', conversationId: conversation.id, seq: 1 },
      { t: 'sync', conversationId: conversation.id, after: 0 },
    ] as const) {
      const wire = await Wire.as(port, stranger);
      wire.say(frame);
      expect(await wire.closed).toBe(CLOSE.forbidden);
      expect(wire.of('page').concat()).toEqual([]);
      expect(wire.of('message')).toEqual([]);
    }
  });
});

describe('too much', () => {
  it('asks to wait beyond the sends of a minute, and too many words cost the message only', async () => {
    const [client, couturier] = await Promise.all([makePerson(db(), 'client'), makePerson(db(), 'couturier')]);
    const { conversation } = await startConversation(db(), client, { couturierId: couturier.id.toHexString() });
    const { port } = await start({ sendBurst: 2, sendsPerMinute: 1 });
    const wire = await Wire.as(port, client);
    const say = (clientMessageId: string, content: string) =>
      wire.say({ t: 'send', conversationId: conversation.id, clientMessageId, type: 'text', content });
    say('long', 'x'.repeat(4_001));
    say('fits', 'Bonjour');
    say('over', 'Encore');
    expect(await wire.until('error', (one) => one.clientMessageId === 'long')).toMatchObject({
      code: 'invalid_request',
    });
    await wire.until('ack', (one) => one.clientMessageId === 'fits');
    const refused = await wire.until('error', (one) => one.clientMessageId === 'over');
    expect(refused.code).toBe('rate_limited');
    expect(refused.retryAfter).toBeGreaterThan(0);
  });

  it('sends a flood away with 4429', async () => {
    const client = await makePerson(db(), 'client');
    const { port } = await start({ frameBurst: 20, framesPerMinute: 1 });
    const wire = await Wire.as(port, client);
    for (let n = 0; n < 40; n += 1) wire.say({ t: 'ping' });
    expect(await wire.closed).toBe(CLOSE.tooFast);
  });

  it('sends a reader that does not read away with 4413', async () => {
    const [client, couturier] = await Promise.all([makePerson(db(), 'client'), makePerson(db(), 'couturier')]);
    const { conversation } = await startConversation(db(), client, { couturierId: couturier.id.toHexString() });
    const content = 'é'.repeat(4_000);
    for (let n = 0; n < 40; n += 1)
      await sendMessage(db(), client, conversation.id, { clientMessageId: `${n}`, type: 'text', content });
    const { port } = await start({ bufferBytes: 16 * 1024 });
    const wire = await Wire.as(port, couturier);
    wire.socket.pause();
    for (let n = 0; n < 60; n += 1) wire.say({ t: 'sync', conversationId: conversation.id, after: 0 });
    await expect
      .poll(async () => (await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()).includes('code="4413"'), {
        timeout: 80_000,
        interval: 500,
      })
      .toBe(true);
    wire.socket.terminate();
  }, 120_000);
});

describe('the operator', () => {
  it('reads health and metrics beside the socket', async () => {
    const { port } = await start();
    const get = (path: string) => fetch(`http://127.0.0.1:${port}${path}`);
    expect((await get('/health/live')).status).toBe(200);
    expect((await get('/health/ready')).status).toBe(200);
    expect(await (await get('/metrics')).text()).toContain('fashionflow_ws_connections');
    expect((await get('/ws')).status).toBe(404);
  });

  it('keeps the metrics from whoever comes through a proxy or lacks the token', async () => {
    const metrics = (port: number, headers: Record<string, string> = {}) =>
      fetch(`http://127.0.0.1:${port}/metrics`, { headers });
    const plain = await start();
    expect((await metrics(plain.port, { 'x-forwarded-for': '203.0.113.7' })).status).toBe(404);
    const kept = await start({}, { metricsToken: 'a token of twenty signs' });
    expect((await metrics(kept.port)).status).toBe(401);
    expect((await metrics(kept.port, { authorization: 'Bearer another' })).status).toBe(401);
    expect((await metrics(kept.port, { authorization: 'Bearer a token of twenty signs' })).status).toBe(200);
  });
});

describe('sockets that say nothing', () => {
  const behindProxy = { origins: { allowed: [], appPort: 3000, trustProxy: true } };
  const knock = (port: number, from: string): Promise<WebSocket> =>
    new Promise((resolve, reject) => {
      const socket = new WebSocket(`ws://127.0.0.1:${port}/ws`, { headers: { 'x-forwarded-for': from } });
      socket.once('open', () => resolve(socket));
      socket.once('error', reject);
    });

  it('are so many of one address and no more; who shows a ticket, or leaves, makes room', async () => {
    const { port } = await start({ waitingPerAddress: 3 }, behindProxy);
    // What somebody wrote into the header before the proxy did is worth nothing.
    const from = (n: number) => `198.51.100.${n}, 203.0.113.7`;
    const silent = await Promise.all([1, 2, 3].map((n) => knock(port, from(n))));
    await expect(knock(port, from(4))).rejects.toThrow('429');
    (await knock(port, '203.0.113.8')).terminate();
    const ticket = await ticketFor(await makePerson(db(), 'client'));
    silent[0]!.send(JSON.stringify({ t: 'auth', ticket }));
    await new Promise((resolve) => silent[0]!.once('message', resolve));
    const fourth = await knock(port, from(4));
    await expect(knock(port, from(5))).rejects.toThrow('429');
    fourth.terminate();
    await expect
      .poll(() =>
        knock(port, from(6)).then(
          () => true,
          () => false,
        ),
      )
      .toBe(true);
  });
});
