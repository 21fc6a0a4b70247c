import { beforeAll, describe, expect, it } from 'vitest';
import { ROUTES } from '@/app/api/openapi.json/routes';
import { env } from '@/lib/env';
import { METHODS } from '@/lib/web/openapi';
import { type Person, person, serveFrom } from '../../support/call-route';
import { setUpDatabase } from '../../support/with-database';

const db = setUpDatabase();
const KB = 1024;
const MB = 1024 * KB;
let owner: Person;
let client: Person;

beforeAll(async () => {
  serveFrom(db());
  owner = await person(db(), 'owner');
  client = await person(db(), 'client');
});

const BORDER = 'x-border';
/** What each kind of body begins with, is called, and how much of it is taken. */
const KINDS = {
  json: { type: 'application/json', begins: '{"filling":"', most: 256 * KB },
  table: { type: 'text/csv', begins: 'Nom;Notes\r\nAwa;', most: 8 * MB },
  form: {
    type: `multipart/form-data; boundary=${BORDER}`,
    begins: `--${BORDER}\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\n\r\n`,
    most: env().MAX_UPLOAD_BYTES + 64 * KB,
  },
  /** A route that takes no body leaves it where it is. */
  none: { type: 'application/json', begins: '{"filling":"', most: 0 },
} as const;
/** Routes that read the request themselves. */
const OWN_READERS: Record<string, keyof typeof KINDS> = { importClients: 'table', uploadFile: 'form' };

const PARTS: Record<string, string> = {
  id: '0'.repeat(24),
  messageId: '0'.repeat(24),
  n: '1',
  number: '1',
  token: 'x',
  name: 'x',
};
const DOORS = Object.entries(ROUTES).flatMap(([path, module]) =>
  METHODS.flatMap((method) => {
    const route = module[method];
    if (!route || method === 'GET') return [];
    const { operation, body } = route.definition;
    const kind = OWN_READERS[operation] ?? (body ? 'json' : 'none');
    const params = Object.fromEntries(
      [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [name, PARTS[name] ?? 'x']),
    );
    return [{ name: `${method} ${path}`, method, route, kind, params }] as const;
  }),
);

const PIECE = Buffer.alloc(64 * KB, 'x');

/** A body without an end, made while it is read, that says how much of it was taken. */
function endless(begins: string) {
  const taken = { bytes: 0, given: false };
  let left: Uint8Array = Buffer.from(begins);
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        // Whatever nobody stops ends here, so that a failure is one line and not a full memory.
        if (taken.bytes > 100 * MB) return controller.close();
        taken.bytes += left.byteLength;
        controller.enqueue(left);
        left = PIECE;
      },
      cancel() {
        taken.given = true;
      },
    },
    { highWaterMark: 0 },
  );
  return { body, taken };
}

let visitor = 0;
async function send(
  { method, route, kind, params }: (typeof DOORS)[number],
  {
    says = {},
    who = route.definition.access === 'client' ? client : owner,
  }: { says?: Record<string, string>; who?: Person } = {},
) {
  const { type, begins } = KINDS[kind];
  const { body, taken } = endless(begins);
  visitor += 1;
  const request = new Request('http://maison.test/api/test', {
    method,
    headers: {
      host: 'maison.test',
      origin: 'http://maison.test',
      'content-type': type,
      // Each call comes from elsewhere: what is tried is the size, not how often.
      'x-forwarded-for': `2001:db8::${visitor.toString(16)}`,
      cookie: who.cookie,
      ...says,
    },
    body,
    duplex: 'half',
  } as RequestInit);
  const response = await route(request, { params: Promise.resolve(params) });
  return { status: response.status, type: response.headers.get('content-type'), text: await response.text(), taken };
}

describe.each(DOORS.filter(({ kind }) => kind !== 'none').map((door) => [door.name, door] as const))(
  '%s',
  (_, door) => {
    it('stops at its bound in a body without an end, in problem JSON', async () => {
      const { status, type, text, taken } = await send(door);
      expect([status, type]).toEqual([413, 'application/problem+json; charset=utf-8']);
      expect(JSON.parse(text)).toMatchObject({
        status: 413,
        code: door.kind === 'form' ? 'file_too_large' : 'payload_too_large',
      });
      expect(text.length).toBeLessThan(KB);
      expect(taken.bytes).toBeGreaterThan(0);
      expect(taken.bytes).toBeLessThanOrEqual(KINDS[door.kind].most + 2 * PIECE.byteLength);
      expect(taken.given, 'the rest is given up').toBe(true);
    });

    it('reads nothing of a body that says itself that it is too long', async () => {
      const { status, taken } = await send(door, { says: { 'content-length': String(1024 * MB) } });
      expect([status, taken.bytes]).toEqual([413, 0]);
    });

    it('is not talked into more by a length that lies', async () => {
      const { status, taken } = await send(door, { says: { 'content-length': '2' } });
      expect(status).toBe(413);
      expect(taken.bytes).toBeLessThanOrEqual(KINDS[door.kind].most + 2 * PIECE.byteLength);
    });
  },
);

/** What is answered before a body would be read begins a process of its own. */
const BEGINS_WORK = ['makeBackup'];
const bare = DOORS.filter(({ kind, route }) => kind === 'none' && !BEGINS_WORK.includes(route.definition.operation));

it.each(bare.map((door) => [door.name, door] as const))('%s takes no body, and reads none', async (_, door) => {
  // These do what they say: one of them signs its caller out.
  const { status, taken } = await send(door, { who: await person(db(), 'owner') });
  expect(taken.bytes).toBe(0);
  expect(status).toBeLessThan(500);
});

it('looks at every door that changes something', () => {
  expect(DOORS.length).toBeGreaterThan(70);
  for (const name of Object.keys(OWN_READERS))
    expect(DOORS.map(({ route }) => route.definition.operation)).toContain(name);
});
