import { z } from 'zod';
import { ERRORS } from '../errors';
import type { Access, DefinedRoute } from './define-route';

type Definition = DefinedRoute['definition'];
type Json = Record<string, unknown>;
/** A route file as it is imported: handlers by method. */
export type RouteModule = Partial<Record<(typeof METHODS)[number], DefinedRoute>>;

export const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/** Who may call, in words: OpenAPI has no field for roles. */
const WHO: Record<Access, string> = {
  visitor: 'Anyone.',
  signedIn: 'Anyone signed in.',
  client: 'Clients.',
  staff: 'The staff: couturiers and owners.',
  owner: 'Owners.',
};

const FIELD_ERROR = z.object({ path: z.string(), code: z.string(), message: z.string() });
const PROBLEM = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string(),
  requestId: z.string(),
  errors: z.array(FIELD_ERROR).optional(),
});

/** What the document calls the shapes it shows more than once. */
export type ShapeNames = ReturnType<typeof z.registry<{ id: string }>>;

/** A shape in JSON Schema; the named ones it is made of are put into `shared` and referred to. */
type Shape = (schema: z.ZodType, io: 'input' | 'output') => Json;

function shaper(names: ShapeNames, shared: Record<string, Json>): Shape {
  return (schema, io) => {
    const drawn = z.toJSONSchema(schema, { io, unrepresentable: 'any', metadata: names });
    const text = JSON.stringify(drawn)
      .replaceAll('"#/$defs/', '"#/components/schemas/')
      // The bounds of a whole number in JavaScript say nothing of the field.
      .replace(/,"(?:minimum":-|maximum":)9007199254740991/g, '');
    const { $schema: _, $defs = {}, ...own } = JSON.parse(text) as Json & { $defs?: Record<string, Json> };
    for (const [name, part] of Object.entries($defs)) {
      if (shared[name] && JSON.stringify(shared[name]) !== JSON.stringify(part))
        throw new Error(`${name} is one shape when it comes in and another when it leaves`);
      shared[name] = part;
    }
    return own;
  };
}

const contentOf = (response: Definition['response'], shape: Shape): Json => ({
  content:
    typeof response === 'string'
      ? { [response]: {} }
      : { 'application/json': { schema: response ? shape(response, 'output') : {} } },
});

function parametersOf(schema: z.ZodType | undefined, place: 'path' | 'query', shape: Shape): Json[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = shape(schema, 'input') as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, part]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: part,
  }));
}

/** The refusals any call may meet, and those that come with what this one declares. */
function refusalsOf(definition: Definition): Json {
  const statuses = new Set<number>([500, 503]);
  if (definition.access !== 'visitor') statuses.add(401);
  if (!['visitor', 'signedIn'].includes(definition.access)) statuses.add(403);
  if (definition.params) statuses.add(404);
  if (definition.params || definition.query || definition.body) statuses.add(400);
  if (definition.body) for (const status of [409, 413, 415, 422]) statuses.add(status);
  if (definition.limits) statuses.add(429);
  const refusal = { $ref: '#/components/responses/Problem' };
  return Object.fromEntries([...statuses].sort().map((status) => [String(status), refusal]));
}

function operationOf(definition: Definition, method: string, path: string, shape: Shape): Json {
  const status = definition.status ?? 200;
  const key = definition.idempotent ? [{ $ref: '#/components/parameters/IdempotencyKey' }] : [];
  // A path without a schema of its own (a route that reads the address itself) still has its parts.
  const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  return {
    operationId: definition.operation,
    summary: definition.summary,
    description: WHO[definition.access],
    tags: [path.split('/')[2]],
    security: definition.access === 'visitor' ? [] : [{ session: [] }],
    parameters: [
      ...(definition.params ? parametersOf(definition.params, 'path', shape) : named),
      ...parametersOf(definition.query, 'query', shape),
      ...(method === 'GET' ? [] : key),
    ],
    ...(definition.body
      ? {
          requestBody: {
            required: !definition.bodyOptional,
            content: { 'application/json': { schema: shape(definition.body, 'input') } },
          },
        }
      : {}),
    responses: {
      [String(status)]: { description: 'Done.', ...(status === 204 ? {} : contentOf(definition.response, shape)) },
      ...refusalsOf(definition),
    },
  };
}

/**
 * The OpenAPI 3.1 document of the routes, from the same zod schemas that check every call.
 * @param routes by path with its parts in braces: `/api/orders/{id}`
 * @param names what the shapes are called under `components.schemas`
 */
export function openApiDocument(routes: Record<string, RouteModule>, names: ShapeNames): Json {
  const schemas: Record<string, Json> = {};
  const shape = shaper(names, schemas);
  const paths = Object.entries(routes).map(([path, route]) => {
    const operations = METHODS.flatMap((method) => {
      const handler = route[method];
      return handler ? [[method.toLowerCase(), operationOf(handler.definition, method, path, shape)] as const] : [];
    });
    return [path, Object.fromEntries(operations)] as const;
  });
  return {
    openapi: '3.1.0',
    info: {
      title: 'FashionFlow',
      version: '1.0.0',
      description:
        'Ids are strings, dates ISO 8601 UTC, money integer minor units, lengths centimetres. Refusals are problem JSON (RFC 9457).',
    },
    paths: Object.fromEntries(paths),
    components: {
      schemas,
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'next-auth.session-token' } },
      parameters: {
        IdempotencyKey: {
          name: 'Idempotency-Key',
          in: 'header',
          description: 'The same key and body give the first answer again; another body is 422 idempotency_mismatch.',
          schema: { type: 'string', maxLength: 200 },
        },
      },
      responses: {
        Problem: {
          description: `A refusal. Codes: ${Object.keys(ERRORS).join(', ')}.`,
          content: { 'application/problem+json': { schema: shape(PROBLEM, 'output') } },
        },
      },
    },
  };
}
