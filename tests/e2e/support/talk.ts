import type { Page } from '@playwright/test';
import { call, newClient } from './house';

interface Talk {
  id: string;
  unread: number;
}

export const write = (page: Page, id: string, content: string) =>
  call<{ seq: number }>(page, 'post', `/conversations/${id}/messages`, {
    clientMessageId: crypto.randomUUID(),
    type: 'text',
    content,
  });

/** What waits to be read there by whoever is signed in. */
export const unreadOf = async (page: Page, id: string): Promise<number> =>
  (await call<Talk>(page, 'get', `/conversations/${id}`)).unread;

/** Someone new with a conversation of their own with Claire. @returns its id */
export async function beginTalk(page: Page, first = 'Awa'): Promise<string> {
  await newClient(page, `${first} ${crypto.randomUUID().slice(0, 8)}`);
  return talkWithClaire(page);
}

/** The conversation with Claire of whoever is signed in. @returns its id */
export async function talkWithClaire(page: Page): Promise<string> {
  const { items } = await call<{ items: { id: string; name: string }[] }>(page, 'get', '/couturiers?limit=100');
  const couturierId = items.find(({ name }) => name === 'Claire Morel')?.id;
  const { id } = await call<Talk>(page, 'post', '/conversations', { couturierId });
  await write(page, id, 'Bonjour.');
  return id;
}
