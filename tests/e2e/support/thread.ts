import { expect, type Locator, type Page } from '@playwright/test';

/** The open conversation, as one sees it. */
export const thread = (page: Page): Locator => page.getByRole('log');
export const message = (page: Page, words: string): Locator =>
  thread(page).getByRole('article').filter({ hasText: words });
/** How far one's own message has come. */
export const tick = (of: Locator): Locator => of.locator('.message-meta');
/** Where one writes. */
export const field = (page: Page): Locator => page.locator('.composer').getByRole('textbox');

export async function say(page: Page, words: string): Promise<void> {
  await field(page).fill(words);
  await field(page).press('Enter');
  await expect(message(page, words)).toBeVisible();
}
