import type { Document } from '../bson/value';
import type { Collation } from '../query/collation';
import type { Scope } from './core';

/** What a running pipeline needs from the server around it. */
export interface PipelineEnvironment {
  /** The documents of another collection of the database, those matching the filter if there is one. */
  readCollection(name: string, filter?: Document): AsyncIterable<Document>;
  now: Date;
  /** Values of the `$$` variables. */
  variables: Document;
  collation?: Collation;
  /** Awaited for every document read, so that a long scan lets others in; undefined when it is not yet time. */
  breathe(): Promise<void> | undefined;
}

/** A stage ready to run. */
export type Stage = (input: AsyncIterable<Document>, environment: PipelineEnvironment) => AsyncIterable<Document>;

/** Compiles a pipeline inside a stage, refusing what may not stand there. */
export type CompileNested = (stages: Document[], scope: Scope, inside: string) => Stage;

/** Reads a source to its end, letting others in on the way. */
export async function collect(input: AsyncIterable<Document>, environment: PipelineEnvironment): Promise<Document[]> {
  const documents: Document[] = [];
  for await (const document of input) {
    documents.push(document);
    const pause = environment.breathe();
    if (pause) await pause;
  }
  return documents;
}

/** A stage that turns each document into one other. */
export const mapping = (
  change: (document: Document, environment: PipelineEnvironment) => Document | undefined,
): Stage =>
  async function* (input, environment) {
    for await (const document of input) {
      const pause = environment.breathe();
      if (pause) await pause;
      const changed = change(document, environment);
      if (changed) yield changed;
    }
  };
