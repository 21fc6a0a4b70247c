import type { z } from 'zod';
import type { ClientDocument } from './documents';
import { isOutdated } from './measurement-rules';
import type { clientDto } from './schemas';

/** A client file as couturiers read it. */
export type ClientDto = z.infer<typeof clientDto>;

/** What of a file its person takes away: the atelier's own notes and the merges of files are its own. */
type OwnFileDto = Omit<ClientDto, 'notes' | 'merged' | 'suspendedAt'>;

export const toOwnFile = (file: ClientDocument, now = new Date()): OwnFileDto => ({
  id: file._id.toHexString(),
  name: file.name,
  email: file.email,
  phone: file.phone,
  address: file.address,
  birthday: file.birthday,
  contactNote: file.contactNote,
  event: file.event && { label: file.event.label, date: file.event.date.toISOString() },
  posture: file.posture,
  allergies: file.allergies,
  preferences: file.preferences,
  tags: file.tags,
  archived: file.archived,
  accountId: file.accountId?.toHexString(),
  erasedAt: file.erasedAt?.toISOString(),
  lastMeasuredAt: file.lastMeasuredAt?.toISOString(),
  measurementsOutdated: file.lastMeasuredAt !== undefined && isOutdated(file.lastMeasuredAt, now),
  createdAt: file.createdAt.toISOString(),
  updatedAt: file.updatedAt.toISOString(),
  version: file.version,
});

/** The whole file, for couturiers. */
export const toClient = (file: ClientDocument, now = new Date()): ClientDto => ({
  id: file._id.toHexString(),
  name: file.name,
  email: file.email,
  phone: file.phone,
  address: file.address,
  birthday: file.birthday,
  contactNote: file.contactNote,
  event: file.event && { label: file.event.label, date: file.event.date.toISOString() },
  posture: file.posture,
  allergies: file.allergies,
  preferences: file.preferences,
  tags: file.tags,
  notes: file.notes,
  archived: file.archived,
  accountId: file.accountId?.toHexString(),
  suspendedAt: file.suspendedAt?.toISOString(),
  merged: (file.merged ?? []).map(({ fileId, name, by, at, kept }) => ({
    id: fileId.toHexString(),
    name,
    byName: by.name,
    at: at.toISOString(),
    kept,
  })),
  erasedAt: file.erasedAt?.toISOString(),
  lastMeasuredAt: file.lastMeasuredAt?.toISOString(),
  measurementsOutdated: file.lastMeasuredAt !== undefined && isOutdated(file.lastMeasuredAt, now),
  createdAt: file.createdAt.toISOString(),
  updatedAt: file.updatedAt.toISOString(),
  version: file.version,
});
