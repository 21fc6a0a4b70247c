import { readdir, readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { GET as openApi } from '@/app/api/openapi.json/route';
import { GET as nothing, POST as nothingMade } from '@/app/api/[...path]/route';
import { call, serveFrom } from '../../support/call-route';
import { setUpDatabase } from '../../support/with-database';

const db = setUpDatabase();
beforeAll(() => serveFrom(db()));

interface Operation {
  operationId: string;
  parameters: { name?: string; in?: string }[];
  requestBody?: Content;
  responses: Record<string, Content>;
}
type Json = Record<string, unknown>;
type Document = {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Json> };
};
interface Content {
  content?: Record<string, { schema?: Json & { $ref?: string } }>;
}

/** `get /api/orders/{id}` of every route file, but next-auth's own door and the one for unknown addresses. */
async function onDisk(): Promise<string[]> {
  const files = (await readdir('app/api', { recursive: true })).filter((file) => file.endsWith('route.ts'));
  const found = await Promise.all(
    files
      .filter((file) => !file.includes('[...'))
      .map(async (file) => {
        const source = await readFile(`app/api/${file}`, 'utf8');
        const path = `/api/${file.replace(/\/route\.ts$/, '').replace(/\[(\w+)\]/g, '{$1}')}`;
        return [...source.matchAll(/export const (GET|POST|PUT|PATCH|DELETE)\b/g)].map(
          ([, method = '']) => `${method.toLowerCase()} ${path}`,
        );
      }),
  );
  return found.flat().sort();
}

describe('the OpenAPI document', () => {
  it('names every method of every route, and nothing else', async () => {
    const { status, body } = await call<Document>(openApi);
    expect([status, body.openapi]).toEqual([200, '3.1.0']);
    const named = Object.entries(body.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method} ${path}`),
    );
    expect(named.sort()).toEqual(await onDisk());
  });

  it('gives each operation an id of its own, its path parts and its refusals', async () => {
    const { body } = await call<Document>(openApi);
    const ids = Object.values(body.paths).flatMap((one) => Object.values(one).map(({ operationId }) => operationId));
    expect(new Set(ids).size).toBe(ids.length);
    for (const [path, operations] of Object.entries(body.paths))
      for (const operation of Object.values(operations)) {
        const parts = operation.parameters.filter((one) => one.in === 'path').map((one) => `{${one.name}}`);
        expect(parts.sort()).toEqual([...path.matchAll(/\{\w+\}/g)].map(([part]) => part).sort());
        expect(Object.keys(operation.responses)).toContain('500');
      }
  });

  it('describes every answer', async () => {
    const { body } = await call<Document>(openApi);
    const silent = Object.entries(body.paths).flatMap(([path, operations]) =>
      Object.entries(operations).flatMap(([method, { responses }]) =>
        Object.entries(responses)
          .filter(([status, { content }]) => status !== '204' && content?.['application/json'])
          .filter(([, { content }]) => Object.keys(content?.['application/json']?.schema ?? {}).length === 0)
          .map(() => `${method} ${path}`),
      ),
    );
    expect(silent).toEqual([]);
  });

  it('says what an order takes, from the schema that checks it', async () => {
    const { body } = await call<Document>(openApi);
    expect(body).toHaveProperty(
      ['paths', '/api/orders', 'post', 'requestBody', 'content', 'application/json', 'schema', '$ref'],
      '#/components/schemas/CreateOrderInput',
    );
    expect(body.components.schemas['CreateOrderInput']).toHaveProperty('additionalProperties', false);
  });

  it('names what is sent …Input and what is answered …Dto, and writes each of them once', async () => {
    const { body } = await call<Document>(openApi);
    const sent: string[] = [];
    const answered: string[] = [];
    for (const [path, operations] of Object.entries(body.paths))
      for (const [method, { requestBody, responses }] of Object.entries(operations)) {
        const input = requestBody?.content?.['application/json']?.schema;
        if (input && !/Input$/.test(input.$ref ?? '')) sent.push(`${method} ${path}`);
        for (const { content } of Object.values(responses)) {
          const schema = content?.['application/json']?.schema;
          const item = (schema?.['properties'] as { items?: { items?: Json } } | undefined)?.items?.items;
          if (schema && !/Dto$/.test(schema.$ref ?? String(item?.['$ref']))) answered.push(`${method} ${path}`);
        }
      }
    expect({ sent, answered }).toEqual({ sent: [], answered: ['get /api/openapi.json'] });
    const operations = Object.values(body.paths).reduce((sum, one) => sum + Object.keys(one).length, 0);
    expect(JSON.stringify(body).length / operations).toBeLessThan(1_700);
  });

  it('has every shape it refers to, and refers to every shape it has', async () => {
    const { body } = await call<Document>(openApi);
    const text = JSON.stringify(body);
    const referred = new Set([...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name));
    expect([...referred].sort()).toEqual(Object.keys(body.components.schemas).sort());
    expect(text).not.toContain('$defs');
  });
});

it('answers an unknown address in its own way', async () => {
  const refused = await call(nothing, { headers: { 'accept-language': 'en' } });
  expect([refused.status, refused.body['code']]).toEqual([404, 'not_found']);
  expect(refused.headers.get('content-type')).toContain('application/problem+json');
  expect((await call(nothingMade, { body: {} })).status).toBe(404);
});
