import type { PipelineEnvironment } from '../aggregate/pipeline';
import { breathe } from '../breathe';
import type { Document } from '../bson/value';
import type { Collation } from '../query/collation';
import { prepareRead, readMatches, type View } from '../store/reader';
import { findCollection, type CommandContext } from './context';

/** What holds for a whole aggregate command. */
export interface PipelineSettings {
  now: Date;
  variables: Document;
  collation?: Collation;
}

/** What a pipeline reads beside its documents. */
export function pipelineEnvironment(
  context: CommandContext,
  view: View,
  settings: PipelineSettings,
): PipelineEnvironment {
  return {
    ...settings,
    breathe,
    readCollection: (name, filter = {}) => {
      const collection = findCollection(context, name);
      const prepared = prepareRead(collection, { ...settings, filter });
      return documentsOf(readMatches(context.server.database, view, collection, prepared));
    },
  };
}

export async function* documentsOf(
  matches: AsyncIterable<{ document: Document }>,
): AsyncGenerator<Document, void, undefined> {
  for await (const { document } of matches) yield document;
}
