import type { z } from 'zod';
import { leaving } from '../db/leaves';
import { type ClientDocument, storedClient } from './documents';
import { isOutdated } from './measurement-rules';
import type { clientDto } from './schemas';

/** A client file as couturiers read it. */
export type ClientDto = z.infer<typeof clientDto>;

const writeClient = leaving(storedClient);
const writeOwn = leaving(storedClient.omit({ notes: true, suspendedAt: true }));

const derived = (file: ClientDocument, now: Date) => ({
  id: file._id.toHexString(),
  measurementsOutdated: file.lastMeasuredAt !== undefined && isOutdated(file.lastMeasuredAt, now),
});

/** What of a file its person takes away: the atelier's own notes and the merges of files are its own. */
export const toOwnFile = (
  file: ClientDocument,
  now = new Date(),
): Omit<ClientDto, 'notes' | 'merged' | 'suspendedAt'> => ({ ...writeOwn(file), ...derived(file, now) });

/** The whole file, for couturiers. */
export const toClient = (file: ClientDocument, now = new Date()): ClientDto => ({
  ...writeClient(file),
  ...derived(file, now),
  merged: (file.merged ?? []).map(({ fileId, name, by, at, kept }) => ({
    id: fileId.toHexString(),
    name,
    byName: by.name,
    at: at.toISOString(),
    kept,
  })),
});
