import { beforeAll, describe, expect, it } from 'vitest';
import { call, callRaw, type Person, person, serveFrom } from '../../support/call-route';
import { ALL, draw, type Drawn, idsOf } from '../../support/ids-in-shapes';
import { setUpDatabase } from '../../support/with-database';

const db = setUpDatabase();
const NOBODY = '0'.repeat(24);

beforeAll(() => serveFrom(db()));

/** A body that holds nothing but a value at its place. */
const bodyWith = (path: readonly string[], value: unknown): unknown =>
  path.reduceRight<unknown>((inside, key) => (key === '[]' ? [inside] : { [key]: inside }), value);

const PARTS: Record<string, string> = { n: '1', token: 'x', name: 'x' };
const paramsOf = (names: readonly string[], value = NOBODY) =>
  Object.fromEntries(names.map((name) => [name, PARTS[name] ?? value]));
/** Somebody new who may, so that what is counted per person does not answer instead. */
const whoFor = (access: string): Promise<Person> => person(db(), access === 'client' ? 'client' : 'owner');

/** What is no id, however it is dressed. */
const NO_IDS: [string, unknown][] = [
  ['a query', { $ne: null }],
  ['a query of greater', { $gt: '' }],
  ['a pattern', { $regex: '.*' }],
  ['a list', [NOBODY]],
  ['a list of lists', [[[NOBODY]]]],
  ['an object that says it is one', { $oid: NOBODY }],
  ['an object with a method', { toHexString: NOBODY, toString: 'x', _bsontype: 'ObjectId', id: NOBODY }],
  ['the prototype', JSON.parse('{"__proto__":{"admin":true}}')],
  ['very long', 'a'.repeat(200_000)],
  ['deep', JSON.parse(`${'['.repeat(1000)}1${']'.repeat(1000)}`) as unknown],
  ['too short by one', NOBODY.slice(1)],
  ['too long by one', `${NOBODY}0`],
  ['with a nought', `${NOBODY}\u0000`],
  ['with a line after it', `${NOBODY}\n`],
  ['with a space', ` ${NOBODY}`],
  ['twelve bytes', 'douze octets'],
  ['no letters of sixteen', 'z'.repeat(24)],
  ['wide digits', '０'.repeat(24)],
  ['a number', 1e23],
  ['a truth', true],
  ['nothing written', ''],
];

const PLACES = ALL.flatMap((door) => {
  const { body } = door.route.definition;
  const paths = body ? idsOf(draw(body)) : [];
  return paths.map((path) => [`${door.name} ${path.join('.')}`, door, path] as const);
});

describe.each(PLACES)('%s', (_, { method, route, names }, path) => {
  it('takes an id and nothing that is none', async () => {
    const { access, limits } = route.definition;
    let who = await whoFor(access);
    for (const [what, value] of NO_IDS) {
      if (limits) who = await whoFor(access);
      const response = await callRaw(route, { method, who, params: paramsOf(names), body: bodyWith(path, value) });
      const text = await response.text();
      expect([what, response.status], text.slice(0, 300)).toEqual([what, 400]);
      const { code, errors } = JSON.parse(text) as { code: string; errors: { path: string }[] };
      expect([what, code]).toEqual([what, 'invalid_request']);
      const place = path.map((key) => (key === '[]' ? '0' : key)).join('.');
      expect(
        errors.map((one) => one.path),
        what,
      ).toContain(place);
      expect(text.length, `${what}: what was sent is not sent back`).toBeLessThan(4096);
    }
  });
});

it('looks at every place where an id may stand', () => {
  expect(PLACES.length).toBeGreaterThan(30);
  /** Named like ids, and free texts that the sender makes up. */
  const own = ['clientMessageId'];
  const named = (shape: Drawn, path: string[] = []): string[] => [
    ...Object.entries(shape.properties ?? {}).flatMap(([key, one]) => [
      ...(/(^id|Ids?|^replyTo)$/.test(key) && !own.includes(key) ? [[...path, key].join('.')] : []),
      ...named(one, [...path, key]),
    ]),
    ...(shape.items ? named(shape.items, [...path, '[]']) : []),
    ...[...(shape.anyOf ?? []), ...(shape.oneOf ?? [])].flatMap((one) => named(one, path)),
  ];
  const unbound = ALL.flatMap(({ name, route }) => {
    const { body } = route.definition;
    // What a security key says of itself is bytes of its own, read by its library.
    if (!body || name.includes('second-keys/passkey')) return [];
    const shape = draw(body);
    const held = idsOf(shape).map((path) => path.filter((key) => key !== '[]').join('.'));
    return named(shape)
      .map((path) => path.replaceAll('.[]', ''))
      .filter((path) => !held.includes(path))
      .map((path) => `${name} ${path}`);
  });
  expect(unbound, 'an id without a bound on what it is').toEqual([]);
});

/** What may stand in an address in the place of an id or of a question. */
const ODD = [
  'zut',
  '{"$ne":null}',
  '[object Object]',
  '__proto__',
  '..%2f..%2fetc',
  '\u0000',
  '\u202e',
  '\ud800',
  '0'.repeat(5000),
  '.*'.repeat(60),
  '(a+)+$',
  '-1',
  '1e309',
  'NaN',
  '\u0301'.repeat(200),
];

describe.each(ALL.filter(({ names }) => names.length > 0).map((door) => [door.name, door] as const))(
  '%s',
  (_, door) => {
    it('answers an address that cannot be as one that is not there', async () => {
      const { method, route, names } = door;
      const who = await whoFor(route.definition.access);
      for (const odd of ODD) {
        const body = method === 'GET' || method === 'DELETE' ? undefined : {};
        const params = Object.fromEntries(names.map((name) => [name, odd]));
        const { status } = await call(route, { method, who, params, body }).catch((error: unknown) => {
          throw new Error(`${JSON.stringify(odd.slice(0, 40))}: ${String(error)}`);
        });
        expect([odd.slice(0, 40), status >= 400 && status < 500], String(status)).toEqual([odd.slice(0, 40), true]);
      }
    });
  },
);

describe.each(
  ALL.filter(({ method, route }) => method === 'GET' && route.definition.query).map(
    (door) => [door.name, door] as const,
  ),
)('%s', (_, { route, names }) => {
  it('answers every odd question in kind', async () => {
    const { query, access } = route.definition;
    const who = await whoFor(access);
    const fields = Object.keys(query ? (draw(query).properties ?? {}) : {});
    for (const field of fields)
      for (const odd of ODD) {
        const response = await callRaw(route, { who, params: paramsOf(names), query: { [field]: odd } });
        expect([field, odd.slice(0, 40), response.status < 500], String(response.status)).toEqual([
          field,
          odd.slice(0, 40),
          true,
        ]);
        await response.body?.cancel();
      }
  });
});
