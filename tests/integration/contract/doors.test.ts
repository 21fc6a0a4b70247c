import { beforeAll, describe, expect, it } from 'vitest';
import { ROUTES } from '@/app/api/openapi.json/routes';
import { METHODS } from '@/lib/web/openapi';
import { call, type Person, person, serveFrom } from '../../support/call-route';
import { setUpDatabase } from '../../support/with-database';

const db = setUpDatabase();
const NOBODY = '0'.repeat(24);
const people: Record<'client' | 'couturier' | 'owner' | 'disabled', Person | undefined> = {
  client: undefined,
  couturier: undefined,
  owner: undefined,
  disabled: undefined,
};

beforeAll(async () => {
  serveFrom(db());
  people.client = await person(db(), 'client');
  people.couturier = await person(db(), 'couturier');
  people.owner = await person(db(), 'owner');
  people.disabled = await person(db(), 'owner', 'Closed', { disabled: true });
});

/** The parts of the address, of nothing that is there. */
const PARTS: Record<string, string> = { id: NOBODY, n: '1', token: 'x' };
const partsOf = (path: string) =>
  Object.fromEntries([...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [name, PARTS[name] ?? '']));
/** Every method of every route, with what it declares about itself. */
const DOORS = Object.entries(ROUTES).flatMap(([path, module]) =>
  METHODS.flatMap((method) => {
    const route = module[method];
    return route
      ? [{ name: `${method} ${path}`, method, route, params: partsOf(path), access: route.definition.access }]
      : [];
  }),
);
const named = (doors: typeof DOORS) => doors.map((door) => [door.name, door] as const);
const guarded = DOORS.filter(({ access }) => access !== 'visitor');
const changing = DOORS.filter(({ method }) => method !== 'GET');
const withBody = changing.filter(({ route }) => route.definition.body && !route.definition.bodyOptional);

describe.each(named(guarded))('%s', (_, { method, route, params, access }) => {
  it('is closed to a visitor and to a closed account, in problem JSON', async () => {
    for (const who of [undefined, people.disabled]) {
      const { status, body, headers } = await call(route, { method, who, params });
      expect([status, body['code']]).toEqual([401, 'unauthenticated']);
      expect(headers.get('content-type')).toContain('application/problem+json');
      expect(headers.get('x-request-id')).toBe(body['requestId']);
    }
  });

  it('is closed to the roles it is not for', async () => {
    const outside = {
      signedIn: [],
      client: ['couturier', 'owner'],
      staff: ['client'],
      owner: ['client', 'couturier'],
      visitor: [],
    } as const;
    for (const role of outside[access]) {
      const { status, body } = await call(route, { method, who: people[role], params });
      expect([role, status, body['code']]).toEqual([role, 403, 'forbidden']);
    }
  });
});

/** Asked by a mail program, from no page at all: what the address carries counts there, and no cookie. */
const open = changing.filter(({ route }) => route.definition.fromAnywhere);
const ours = changing.filter(({ route }) => !route.definition.fromAnywhere);

it('is open to other sites in one place only, where no cookie counts', () => {
  expect(open.map(({ route }) => route.definition.operation)).toEqual(['stopMails']);
});

describe.each(named(ours))('%s', (_, { method, route, params }) => {
  it.each([
    ['a foreign Origin', { origin: 'https://elsewhere.example' }],
    [
      'a foreign Origin that claims to be ours',
      { origin: 'https://elsewhere.example', 'sec-fetch-site': 'same-origin' },
    ],
    ['an opaque Origin', { origin: 'null' }],
  ])('refuses %s', async (_case, headers) => {
    const { status, body } = await call(route, { method, who: people.owner, params, headers });
    expect([status, body['code']]).toEqual([403, 'foreign_origin']);
  });

  it.each([
    ['without any proof', {}, true],
    ['from another site', { 'sec-fetch-site': 'cross-site' }, true],
    ['from a sister site', { 'sec-fetch-site': 'same-site' }, true],
    ['from our own pages', { 'sec-fetch-site': 'same-origin' }, false],
  ] as const)('without Origin, %s', async (_case, headers, refused) => {
    const request = new Request('http://maison.test/api/test', {
      method,
      headers: { host: 'maison.test', ...headers },
    });
    const response = await route(request, { params: Promise.resolve(params) });
    const { code } = (await response.json().catch(() => ({}))) as { code?: string };
    expect(code === 'foreign_origin').toBe(refused);
  });
});

describe.each(named(withBody))('%s', (_, { method, route, params, access }) => {
  const who = () => (access === 'client' ? people.client : people.owner);
  const raw = async (body: string, type: string) => {
    const request = new Request('http://maison.test/api/test', {
      method,
      headers: {
        host: 'maison.test',
        origin: 'http://maison.test',
        'content-type': type,
        cookie: who()?.cookie ?? '',
        'accept-language': 'en',
      },
      body,
    });
    const response = await route(request, { params: Promise.resolve(params) });
    return { status: response.status, body: (await response.json()) as { code: string; errors?: { path: string }[] } };
  };

  it('takes JSON of a sane size only', async () => {
    expect((await raw('{}', 'text/plain')).status).toBe(415);
    expect(await raw('{"a":', 'application/json')).toMatchObject({ status: 400, body: { code: 'malformed_json' } });
    const large = JSON.stringify({ filling: 'x'.repeat(600_000) });
    expect((await raw(large, 'application/json')).status).toBe(413);
  });

  it('refuses a field it does not know, by its name', async () => {
    const { status, body } = await raw('{"unheardOf":1}', 'application/json');
    expect([status, body.code]).toEqual([400, 'invalid_request']);
    expect(body.errors?.map(({ path }) => path)).toContain('unheardOf');
  });
});
