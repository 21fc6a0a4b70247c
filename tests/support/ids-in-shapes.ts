import { z } from 'zod';
import { ROUTES } from '@/app/api/openapi.json/routes';
import { METHODS } from '@/lib/web/openapi';

/** A shape as JSON Schema draws it, as far as a test reads it. */
export interface Drawn {
  pattern?: string;
  properties?: Record<string, Drawn>;
  additionalProperties?: Drawn | boolean;
  items?: Drawn;
  anyOf?: Drawn[];
  oneOf?: Drawn[];
  allOf?: Drawn[];
}
export const draw = (schema: z.ZodType): Drawn =>
  JSON.parse(
    JSON.stringify(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' })),
  ) as Drawn;

/** Every place of a shape where an id may stand: the keys that lead to it, `[]` for any place of a list. */
function places(shape: Drawn, path: readonly string[] = []): string[][] {
  const { pattern, properties = {}, items, anyOf = [], oneOf = [], allOf = [] } = shape;
  return [
    ...(pattern?.includes('0-9a-f]{24}') ? [[...path]] : []),
    ...Object.entries(properties).flatMap(([key, one]) => places(one, [...path, key])),
    ...(items ? places(items, [...path, '[]']) : []),
    ...[...anyOf, ...oneOf, ...allOf].flatMap((one) => places(one, path)),
  ];
}
export const idsOf = (shape: Drawn): string[][] => [
  ...new Map(places(shape).map((path) => [path.join('.'), path])).values(),
];

/** Every method of every route, with the names of the parts of its address. */
export const ALL = Object.entries(ROUTES).flatMap(([path, module]) =>
  METHODS.flatMap((method) => {
    const route = module[method];
    const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
    return route ? [{ name: `${method} ${path}`, method, route, names }] : [];
  }),
);
