import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const NEXT = '.next';
const MANIFEST = 'page_client-reference-manifest.js';

interface Manifest {
  entryJSFiles: Record<string, string[]>;
}

/** What is sent of a file: its Brotli form, which the build put beside it; one that is too short for that goes as it is. */
const weightOf = (file: string): number => {
  const small = join(NEXT, `${file}.br`);
  return statSync(existsSync(small) ? small : join(NEXT, file)).size;
};

/** The bytes of JavaScript, as Brotli sends them, that each page of the build brings when it is opened first, by its route;
 * what is shown when something fails is among it. */
export function pageWeights(): Map<string, number> {
  const { rootMainFiles } = JSON.parse(readFileSync(join(NEXT, 'build-manifest.json'), 'utf8')) as {
    rootMainFiles: string[];
  };
  const manifests = readdirSync(join(NEXT, 'server/app'), { recursive: true, encoding: 'utf8' });
  return new Map(
    manifests
      .filter((file) => file.endsWith(MANIFEST))
      .flatMap((file) => {
        // `globalThis.__RSC_MANIFEST[route] = {…}`: what the server itself reads.
        const [, route, json] =
          /__RSC_MANIFEST\["([^"]+)"\] = (\{[\s\S]*\})/.exec(readFileSync(join(NEXT, 'server/app', file), 'utf8')) ??
          [];
        if (route === undefined || json === undefined) throw new Error(`${file} is not what it was`);
        const { entryJSFiles } = JSON.parse(json) as Manifest;
        const files = new Set([...rootMainFiles, ...Object.values(entryJSFiles).flat()]);
        return [[route, [...files].reduce((sum, one) => sum + weightOf(one), 0)] as const];
      }),
  );
}
