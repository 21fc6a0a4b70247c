import * as v from 'valibot';
import type { FileRefDto } from './schemas';

/** A file as a browser keeps it in what is typed and not sent: what the house answered when it came. */
export const keptFile = v.object({
  id: v.string(),
  name: v.string(),
  mime: v.string(),
  size: v.pipe(v.number(), v.integer()),
  width: v.optional(v.pipe(v.number(), v.integer())),
  height: v.optional(v.pipe(v.number(), v.integer())),
  voice: v.optional(v.object({ milliseconds: v.number(), peaks: v.array(v.number()) })),
  video: v.optional(v.object({ milliseconds: v.number() })),
}) satisfies v.GenericSchema<unknown, FileRefDto>;
