import { createAccount } from '../../lib/auth/create-account';
import type { DemoContext } from './context';
import { CLIENTS, STAFF } from './people';

/** The staff and the clients' accounts. The clients' files are written by the next part, under `ctx.clients`. */
export async function loadAccounts(ctx: DemoContext): Promise<void> {
  for (const person of STAFF) {
    await createAccount(ctx.db, {
      _id: ctx.accounts[person.key],
      email: person.email,
      name: person.name,
      role: person.role,
      locale: 'fr',
      passwordHash: ctx.passwordHash,
      emailProvedAt: new Date(person.since),
      createdAt: new Date(person.since),
      profile: {
        ...person.profile,
        available: person.backIn === undefined,
        backOn: person.backIn === undefined ? undefined : ctx.day(person.backIn, 12),
      },
    });
  }
  for (const [index, person] of CLIENTS.entries()) {
    if (!person.account) continue;
    const joined = ctx.day(-400 + index * 23, 11, 20);
    await createAccount(ctx.db, {
      _id: ctx.accounts[person.key],
      email: person.email,
      name: person.name,
      role: 'client',
      locale: person.key === 'ingrid' ? 'en' : 'fr',
      passwordHash: ctx.passwordHash,
      emailProvedAt: joined,
      createdAt: joined,
      clientId: ctx.clients[person.key],
    });
  }
}
