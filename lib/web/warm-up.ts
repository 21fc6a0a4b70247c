import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { log } from '../log';

const BUILD = resolve('.next');

/** A layout or a page of a route: what loads it, and its file. */
type Part = readonly [load: () => unknown, file: string];
/** A route as Next keeps it: its segment, what stands below, and what it is made of. */
type Tree = readonly [unknown, Readonly<Record<string, Tree>>, Readonly<Record<string, Part | undefined>>?];

async function loadTree([, below, parts = {}]: Tree): Promise<void> {
  for (const part of Object.values(parts)) {
    if (typeof part?.[0] !== 'function') continue;
    await part[0]();
    await nextTurn();
  }
  for (const tree of Object.values(below)) await loadTree(tree);
}

interface Loaded {
  patchFetch?: () => void;
  routeModule?: { ensureUserland?: () => Promise<void>; userland?: { loaderTree?: Tree } };
}

/**
 * Loads every page and every route before anybody asks for one, a small step at a time, so that whoever asks meanwhile is answered.
 * Next loads them at its start too, all in one go that holds the loop for seconds (`preloadEntriesOnStart`, which is off), and what they are
 * made of at the first request of each.
 */
export async function loadEntries(): Promise<void> {
  // Only once Next has made the process what it needs.
  const { loadComponents } = await import('next/dist/server/load-components.js');
  const pages = JSON.parse(readFileSync(resolve(BUILD, 'server/app-paths-manifest.json'), 'utf8')) as Record<
    string,
    string
  >;
  for (const page of Object.keys(pages))
    try {
      const { ComponentMod } = await loadComponents({
        distDir: BUILD,
        page,
        isAppPath: true,
        isDev: false,
        sriEnabled: false,
        needsManifestsForLegacyReasons: false,
      });
      const { patchFetch, routeModule } = ComponentMod as Loaded;
      patchFetch?.();
      await nextTurn();
      await routeModule?.ensureUserland?.();
      if (routeModule?.userland?.loaderTree) await loadTree(routeModule.userland.loaderTree);
      await nextTurn();
    } catch (error) {
      log().warn({ err: error, page }, 'could not be loaded before it is asked for');
    }
}
