import { z } from 'zod';

/** The version of the file's own format. */
export const FORMAT = 1;

/** A collection that no database has: what the house keeps beside it. */
export const KEPT_BESIDE = '#beside';

/** The head of a backup: what one must know before one can read it. */
export const header = z.object({
  format: z.number().int(),
  madeAt: z.iso.datetime(),
  /** The version of FashionFlow that wrote it. */
  program: z.string(),
  /** The shape of the data: the number of the last migration. */
  data: z.number().int(),
  key: z
    .object({
      salt: z.string(),
      cost: z
        .number()
        .int()
        .max(2 ** 20),
      blockSize: z.number().int().max(32),
      check: z.string(),
    })
    .optional(),
});
export type Header = z.infer<typeof header>;

const tally = z.object({ documents: z.number().int(), bytes: z.number().int(), sum: z.string() });

/** The foot of a backup: what must come out of it. */
export const manifest = z.object({
  collections: z.array(tally.extend({ name: z.string(), indexes: z.array(z.record(z.string(), z.unknown())) })),
  /** Documents that changed while they were read, by collection; what was read of them first does not count. */
  superseded: z.record(z.string(), z.array(z.string())),
  /** From which frame on what was read last stands; of a superseded document only that counts. */
  settledFrom: z.number().int(),
});
export type Manifest = z.infer<typeof manifest>;

/** Where a file of somebody's is one document. */
const FILES = 'uploads.files';

export interface Totals {
  documents: number;
  files: number;
}

/** What a person is told of a backup. */
export const totalsOf = ({ collections }: Manifest): Totals => ({
  documents: collections.reduce((sum, { name, documents }) => (name === KEPT_BESIDE ? sum : sum + documents), 0),
  files: collections.find(({ name }) => name === FILES)?.documents ?? 0,
});
