import * as z from 'zod/mini';
import type { FileRefDto } from './schemas';

/** A file as a browser keeps it in what is typed and not sent: what the house answered when it came. */
export const keptFile = z.object({
  id: z.string(),
  name: z.string(),
  mime: z.string(),
  size: z.int(),
  width: z.optional(z.int()),
  height: z.optional(z.int()),
  voice: z.optional(z.object({ milliseconds: z.number(), peaks: z.array(z.number()) })),
  video: z.optional(z.object({ milliseconds: z.number() })),
}) satisfies z.ZodMiniType<FileRefDto>;
