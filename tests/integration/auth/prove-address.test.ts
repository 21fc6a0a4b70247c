import { beforeAll, describe, expect, it } from 'vitest';
import { POST as signUp } from '@/app/api/accounts/route';
import { GET as readClient, PATCH as editClient } from '@/app/api/clients/[id]/route';
import { GET as readMe } from '@/app/api/me/route';
import { POST as sendProof } from '@/app/api/me/address-proofs/route';
import { POST as prove } from '@/app/api/me/address-proofs/[token]/route';
import { accounts } from '@/lib/auth/documents';
import { readAddressProof } from '@/lib/auth/prove-address';
import { signIn } from '../../support/auth-door';
import { call, type Person, person, serveFrom } from '../../support/call-route';
import { mailsTo, secretIn } from '../../support/mails';
import { setUpDatabase } from '../../support/with-database';

const db = setUpDatabase();
let couturier: Person;
beforeAll(async () => {
  serveFrom(db());
  couturier = await person(db(), 'couturier');
});

let visitor = 0;
/** Somebody who has just signed up, and the secret that the mail of welcome brought. */
async function newcomer(email: string) {
  const headers = { 'x-forwarded-for': `203.0.113.${(visitor += 1)}` };
  await call(signUp, { body: { name: 'Awa Diallo', email, password: 'le fil commence ici' }, headers });
  const account = await accounts(db()).findOne({ email });
  if (!account?.clientId) throw new Error('no account');
  const [mail] = await mailsTo(db(), email);
  const { cookie } = await signIn(email, 'le fil commence ici');
  const who = { cookie, actor: { id: account._id } } as Person;
  return { ...who, file: account.clientId.toHexString(), secret: secretIn(mail?.html ?? '', 'prove-address') };
}
const asked = async (who: Person) => (await call(readMe, { who })).body['emailProved'];
const seen = async (file: string) => (await call(readClient, { who: couturier, params: { id: file } })).body;

describe('an address that somebody signed up with', () => {
  it('is marked on the file until its person has opened the link of the mail', async () => {
    const awa = await newcomer('awa.preuve@exemple.fr');
    expect([await asked(awa), (await seen(awa.file))['emailProved']]).toEqual([false, false]);
    expect(await readAddressProof(db(), awa.actor, awa.secret)).toBe('open');
    expect((await call(prove, { who: awa, method: 'POST', params: { token: awa.secret } })).status).toBe(204);
    expect([await asked(awa), (await seen(awa.file))['emailProved']]).toEqual([true, true]);
    // Pressed once more, by a hand that was not sure.
    expect((await call(prove, { who: awa, method: 'POST', params: { token: awa.secret } })).status).toBe(204);
    expect(await readAddressProof(db(), awa.actor, awa.secret)).toBe('proved');
  });

  it('is not proved by whoever has the link but not the account, nor by the account without the link', async () => {
    const owner = await newcomer('nora.preuve@exemple.fr');
    const other = await newcomer('zoe.preuve@exemple.fr');
    const crossed = await call(prove, { who: other, method: 'POST', params: { token: owner.secret } });
    expect([crossed.status, crossed.body['code']]).toEqual([422, 'token_invalid']);
    expect((await call(prove, { method: 'POST', params: { token: owner.secret } })).status).toBe(401);
    expect((await call(prove, { who: owner, method: 'POST', params: { token: 'x'.repeat(43) } })).status).toBe(422);
    expect([await asked(owner), await asked(other)]).toEqual([false, false]);
    // The refused try has not used the link up.
    expect((await call(prove, { who: owner, method: 'POST', params: { token: owner.secret } })).status).toBe(204);
  });

  it('gets another link when its person asks, five an hour, and none once it is proved', async () => {
    const email = 'ines.preuve@exemple.fr';
    const ines = await newcomer(email);
    expect((await call(sendProof, { who: ines, method: 'POST' })).status).toBe(204);
    const [mail] = await mailsTo(db(), email);
    expect(mail?.template).toBe('proveAddress');
    const secret = secretIn(mail?.html ?? '', 'prove-address');
    expect((await call(prove, { who: ines, method: 'POST', params: { token: secret } })).status).toBe(204);
    for (let n = 0; n < 4; n += 1) await call(sendProof, { who: ines, method: 'POST' });
    expect((await mailsTo(db(), email)).length).toBe(2);
    expect((await call(sendProof, { who: ines, method: 'POST' })).status).toBe(429);
  });

  it('says nothing of a file whose address is another than the account’s', async () => {
    const mina = await newcomer('mina.preuve@exemple.fr');
    const { version } = await seen(mina.file);
    await call(editClient, {
      who: couturier,
      method: 'PATCH',
      params: { id: mina.file },
      body: { version, email: 'autre@exemple.fr' },
    });
    expect(await seen(mina.file)).not.toHaveProperty('emailProved');
  });
});
