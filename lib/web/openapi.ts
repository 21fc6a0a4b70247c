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

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json;
  return rest;
}

const contentOf = (response: Definition['response']): Json => ({
  content:
    typeof response === 'string'
      ? { [response]: {} }
      : { 'application/json': { schema: response ? schemaOf(response, 'output') : {} } },
});

function parametersOf(schema: z.ZodType | undefined, place: 'path' | 'query'): Json[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as {
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

function operationOf(definition: Definition, method: string, path: string): Json {
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
      ...(definition.params ? parametersOf(definition.params, 'path') : named),
      ...parametersOf(definition.query, 'query'),
      ...(method === 'GET' ? [] : key),
    ],
    ...(definition.body
      ? {
          requestBody: {
            required: !definition.bodyOptional,
            content: { 'application/json': { schema: schemaOf(definition.body, 'input') } },
          },
        }
      : {}),
    responses: {
      [String(status)]: { description: 'Done.', ...(status === 204 ? {} : contentOf(definition.response)) },
      ...refusalsOf(definition),
    },
  };
}

/**
 * The OpenAPI 3.1 document of the routes, from the same zod schemas that check every call.
 * @param routes by path with its parts in braces: `/api/orders/{id}`
 */
export function openApiDocument(routes: Record<string, RouteModule>): Json {
  const paths = Object.entries(routes).map(([path, route]) => {
    const operations = METHODS.flatMap((method) => {
      const handler = route[method];
      return handler ? [[method.toLowerCase(), operationOf(handler.definition, method, path)] as const] : [];
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
          content: { 'application/problem+json': { schema: schemaOf(PROBLEM, 'output') } },
        },
      },
    },
  };
}
