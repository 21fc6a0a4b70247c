import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startDatabaseProcess } from '../../packages/embedded-db/tests/support/database-process';

declare module 'vitest' {
  export interface ProvidedContext {
    mongoUri: string;
  }
}

/** One database server for the whole run: MONGODB_URI where it is set, else the embedded one on a temporary folder. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['MONGODB_URI'];
  if (given) {
    project.provide('mongoUri', given);
    return async () => {};
  }
  const dataDir = await mkdtemp(join(tmpdir(), 'fashionflow-test-'));
  const server = await startDatabaseProcess(dataDir);
  project.provide('mongoUri', server.uri);
  return async () => {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}
