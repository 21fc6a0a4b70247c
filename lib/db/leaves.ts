import { ObjectId } from 'mongodb';
import { z } from 'zod';
import { WIRE } from '../wire';

const writeId = (id: ObjectId): string => id.toHexString();
const writeMoment = (date: Date): string => date.toISOString();

/** The leaves of what is stored: each knows how it is written on the wire. */
export const STORED = {
  id: z.codec(WIRE.id, z.instanceof(ObjectId), { decode: (hex) => new ObjectId(hex), encode: writeId }),
  moment: z.codec(WIRE.moment, z.date(), { decode: (iso) => new Date(iso), encode: writeMoment }),
};

type Write = (value: never) => unknown;
const asItIs: Write = (value) => value;
const LEAVES = new Map<unknown, Write>([
  [STORED.id, writeId],
  [STORED.moment, writeMoment],
]);
const PLAIN = new Set(['string', 'number', 'boolean', 'enum', 'literal', 'unknown', 'record', 'union']);

function writerOf(shape: unknown): Write {
  const leaf = LEAVES.get(shape);
  if (leaf) return leaf;
  if (shape instanceof z.ZodOptional) return writerOf(shape.unwrap());
  if (shape instanceof z.ZodArray) {
    const write = writerOf(shape.element);
    return (values: never[]) => values.map(write);
  }
  if (shape instanceof z.ZodObject) {
    const fields = Object.entries(shape.shape).map(([name, one]) => [name, writerOf(one)] as const);
    return (value: Record<string, never>) => {
      const written: Record<string, unknown> = {};
      for (const [name, write] of fields) if (value[name] !== undefined) written[name] = write(value[name]);
      return written;
    };
  }
  if (shape instanceof z.ZodType && PLAIN.has(shape.def.type)) return asItIs;
  throw new TypeError('A stored shape is made of objects, lists, plain values and the leaves of STORED');
}

/**
 * Makes of a document what leaves: the fields its shape names and no other, with ids and moments as on the wire.
 * It gives what `z.encode` gives, without judging again what was judged when it came in: that costs less, and one odd old value does
 * not take a whole list away.
 */
export const leaving = <Shape extends z.ZodType>(shape: Shape): ((value: z.output<Shape>) => z.input<Shape>) =>
  writerOf(shape) as (value: z.output<Shape>) => z.input<Shape>;
