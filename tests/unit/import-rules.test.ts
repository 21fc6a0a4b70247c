import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';
import { DOMAINS, ROOMS } from '../../eslint.imports.mjs';

const eslint = new ESLint();

/** The rules that a one-line file at `filePath` with this import breaks. */
async function broken(filePath: string, specifier: string): Promise<string[]> {
  const [result] = await eslint.lintText(`import * as it from '${specifier}';\nexport const used = it;\n`, {
    filePath,
  });
  return result?.messages.map(({ ruleId }) => ruleId ?? 'parse') ?? [];
}

const RESTRICTED = 'imports/direction';

describe('the import rules', () => {
  it.each([
    ['components/orders/card.tsx', '@/lib/db/client', RESTRICTED],
    ['components/orders/card.tsx', '@/lib/web/define-route', RESTRICTED],
    ['components/orders/card.tsx', 'mongodb', 'no-restricted-imports'],
    ['components/ui/made-up.tsx', '@/lib/money', RESTRICTED],
    ['components/orders/made-up.tsx', '@/components/tasks/task-list', RESTRICTED],
    ['components/live/made-up.tsx', '../chat/composer', RESTRICTED],
    ['components/made-up/room.tsx', '@/components/orders/order-card', RESTRICTED],
    ['realtime/made-up.ts', '@/lib/web/define-route', RESTRICTED],
    ['realtime/made-up.ts', 'next/server', 'no-restricted-imports'],
    ['lib/orders/made-up.ts', '@/lib/web/define-route', RESTRICTED],
    ['lib/orders/made-up.ts', 'next/headers', 'no-restricted-imports'],
    ['lib/orders/rules.ts', 'mongodb', 'no-restricted-imports'],
    ['lib/notifications/made-up.ts', '../chat/post-message', RESTRICTED],
    ['lib/orders/made-up.ts', '@/lib/tasks/create-order-tasks', RESTRICTED],
    ['lib/http/made-up.ts', '@/lib/db/client', RESTRICTED],
    ['packages/embedded-db/src/made-up.ts', '../../../lib/log', RESTRICTED],
    ['packages/embedded-db/src/made-up.ts', 'mongodb', RESTRICTED],
    ['lib/clients/made-up.ts', '@/packages/embedded-db/src/errors', RESTRICTED],
    ['lib/clients/made-up.ts', '@fashionflow/embedded-db/src/errors', RESTRICTED],
    ['scripts/made-up.ts', '../packages/embedded-db/src/server', RESTRICTED],
    ['app/made-up.ts', 'lmdb', RESTRICTED],
    ['lib/web/made-up.ts', '@/scripts/run/checks', RESTRICTED],
  ])('refuse %s importing %s', async (file, specifier, rule) => {
    expect(await broken(file, specifier)).toContain(rule);
  });

  it.each([
    ['components/orders/card.tsx', '@/lib/paths'],
    ['realtime/made-up.ts', '@/lib/db/client'],
    ['lib/orders/made-up.ts', '@/lib/auth/documents'],
    ['app/api/made-up/route.ts', '@/lib/web/define-route'],
  ])('allow %s importing %s', async (file, specifier) => {
    expect(await broken(file, specifier)).toEqual([]);
  });

  it.each([
    ['domain', DOMAINS],
    ['room of the screens', ROOMS],
  ])('let no %s reach itself through others', (_what, table) => {
    const graph = table as Record<string, string[]>;
    const reaches = (from: string, to: string, seen = new Set<string>()): boolean =>
      (graph[from] ?? []).some((next) => next === to || (!seen.has(next) && reaches(next, to, seen.add(next))));
    expect(Object.keys(graph).filter((name) => reaches(name, name))).toEqual([]);
  });

  it('keep the environment in one place', async () => {
    const [result] = await eslint.lintText('export const port = process.env.PORT;\n', {
      filePath: 'lib/orders/made-up.ts',
    });
    expect(result?.messages.map(({ ruleId }) => ruleId)).toContain('no-restricted-properties');
  });
});
