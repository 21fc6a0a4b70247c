/** So much of a list a page shows at first, and each time more of it is wanted. */
export const PAGE_SHOWN = 48;

/** What every list answers. */
export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

/** Every item of a list that is shown or counted whole, page after page: what is at work, what is one client's or one order's. */
export async function wholeOf<T>(read: (page: { limit: number; cursor?: string }) => Promise<Page<T>>): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | undefined;
  do {
    const page = await read({ limit: 100, cursor });
    items.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return items;
}
