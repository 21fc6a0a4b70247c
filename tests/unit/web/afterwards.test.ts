import { expect, it, vi } from 'vitest';
import { afterwardsDone } from '@/lib/web/afterwards';

it('waits for what another copy of the module has begun, as the built pages are one', async () => {
  vi.resetModules();
  const built = await import('@/lib/web/afterwards');
  expect(built.afterwardsDone).not.toBe(afterwardsDone);
  let finish = () => {};
  let sent = false;
  built.afterwards(() => new Promise<void>((resolve) => (finish = resolve)).then(() => void (sent = true)));
  const waited = afterwardsDone().then(() => sent);
  finish();
  expect(await waited).toBe(true);
});
