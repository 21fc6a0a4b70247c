import type { ClientDocument, MergedFile } from './documents';
import { CLIENT_TEXTS, JOINED_FIELDS, type MergeField, SINGLE_FIELDS } from './fields';
import { clientSearchFields } from './search-fields';
import type { MergeClientInput } from './schemas';

const textOf = (file: ClientDocument, field: MergeField): string | undefined =>
  field === 'event' ? file.event && `${file.event.label}, ${file.event.date.toISOString().slice(0, 10)}` : file[field];

const later = (one: Date | undefined, other: Date | undefined): Date | undefined =>
  one && other ? (one > other ? one : other) : (one ?? other);

/**
 * The file two files become. `into` says what only one can say, except for the fields in `take` and what it does not
 * say at all; longer texts stand one under the other. What finds no place is in `kept`.
 */
export function mergeFiles(
  from: ClientDocument,
  into: ClientDocument,
  take: MergeClientInput['take'],
): { file: ClientDocument; kept: MergedFile['kept'] } {
  const file: ClientDocument = { ...into };
  const kept: MergedFile['kept'] = {};
  for (const field of SINGLE_FIELDS) {
    const [theirs, ours] = [textOf(from, field), textOf(into, field)];
    if (theirs === undefined) continue;
    const takes = ours === undefined || take.includes(field);
    if (takes) Object.assign(file, { [field]: from[field] });
    const lost = takes ? ours : theirs;
    if (lost !== undefined && theirs !== ours) kept[field] = lost;
  }
  for (const field of JOINED_FIELDS) {
    const [theirs, ours] = [from[field], into[field]];
    if (theirs === undefined || ours?.includes(theirs)) continue;
    const both = ours === undefined ? theirs : `${ours}\n${theirs}`;
    if (both.length <= CLIENT_TEXTS[field].max) file[field] = both;
    else kept[field] = theirs;
  }
  return {
    kept,
    file: {
      ...file,
      tags: [...new Set([...into.tags, ...from.tags])],
      archived: into.archived && from.archived,
      accountId: into.accountId ?? from.accountId,
      // Of the two, one at most has an account.
      suspendedAt: into.suspendedAt ?? from.suspendedAt,
      lastMeasuredAt: later(into.lastMeasuredAt, from.lastMeasuredAt),
      // The person has been known since the older of the two.
      createdAt: from.createdAt < into.createdAt ? from.createdAt : into.createdAt,
      ...clientSearchFields(file),
    },
  };
}
