import { describe, expect, it } from 'vitest';
import { signSession, verifySession } from '@/lib/auth/session-token';
import { parseEnv } from '@/lib/env';
import { signTicket, verifyTicket } from '@/lib/realtime-protocol/ticket';
import { keysFor, type SecretUse } from '@/lib/secrets';

const OLD = 'old-root-old-root-old-root-old-root-00';
const NEW = 'new-root-new-root-new-root-new-root-00';
const USES: SecretUse[] = ['session', 'ticket', 'form', 'idempotency', 'device', 'audit'];
const claims = { sub: 'a'.repeat(24), sid: 's', role: 'client' } as const;

describe('the keys of the house', () => {
  it('are one per use and root, and never the root itself', async () => {
    const all = await Promise.all(USES.map((use) => keysFor(`${NEW},${OLD}`, use)));
    const bytes = all.flat().map((key) => Buffer.from(key.bytes).toString('hex'));
    expect(new Set(bytes).size).toBe(USES.length * 2);
    expect(bytes).not.toContain(Buffer.from(OLD).toString('hex'));
    expect(all[0]?.map(({ kid }) => kid)).toEqual(all[1]?.map(({ kid }) => kid));
  });

  it('turn without signing anybody out, and an old root ends when it is left out', async () => {
    const before = await signSession(OLD, claims);
    expect(await verifySession(`${NEW},${OLD}`, before)).toMatchObject(claims);
    const after = await signSession(`${NEW},${OLD}`, claims);
    expect(await verifySession(NEW, after)).toMatchObject(claims);
    expect(await verifySession(OLD, after)).toBeNull();
    expect(await verifySession(NEW, before)).toBeNull();
  });

  it('make a token of one use nothing for another', async () => {
    const { ticket } = await signTicket(OLD, { sub: claims.sub, sid: 's', jti: 'j' });
    expect(await verifyTicket(OLD, ticket)).not.toBeNull();
    expect(await verifySession(OLD, ticket)).toBeNull();
    expect(await verifyTicket(OLD, await signSession(OLD, claims))).toBeNull();
  });

  it('are refused at the start when one root is short', () => {
    expect(() => parseEnv({ AUTH_SECRET: `${NEW},short` })).toThrow('AUTH_SECRET');
    expect(parseEnv({ AUTH_SECRET: `${NEW},${OLD}` }).AUTH_SECRET).toBe(`${NEW},${OLD}`);
  });
});
