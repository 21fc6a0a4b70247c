import { test as base, expect, type APIResponse, type Browser, type BrowserContext, type Page } from '@playwright/test';
import axe from 'axe-core';
import { addDays, mondayOf } from '@/lib/calendar';

/** The demo house's people (README), all with the same password. */
export const PASSWORD = 'demo-couture-2026';
/** Of people who sign up in a test: the demo's own password is known too well to be taken. */
export const OWN_PASSWORD = 'huit bobines de fil bleu';
export const OWNER = 'owner@fashionflow.test';
export const COUTURIER = 'couturier@fashionflow.test';
export const CLIENT = 'client@fashionflow.test';
export const OTHER_CLIENT = 'client2@fashionflow.test';

/**
 * What the browser itself reports of what a test provoked on purpose: a refused form, a 404, a network that is away, a header that
 * means nothing on plain http.
 */
const PROVOKED =
  /Failed to load resource: (the server responded with a status of (400|401|403|404|409|410|415|422)|net::ERR_(FAILED|INTERNET_DISCONNECTED))|WebSocket connection to \S+ failed: .*ERR_INTERNET_DISCONNECTED|^The Cross-Origin-Opener-Policy header has been ignored/;

/** Every page of these tests fails its test when its console says something or an error goes uncaught. */
export function watch(page: Page): () => void {
  const words: string[] = [];
  page.on('pageerror', (error) => words.push(`uncaught: ${error.message}`));
  page.on('console', (message) => {
    if (!['error', 'warning'].includes(message.type()) || PROVOKED.test(message.text())) return;
    words.push(`${message.type()}: ${message.text()}`);
  });
  return () => expect(words, 'the console stays silent').toEqual([]);
}

export const test = base.extend({
  page: async ({ page }, provide) => {
    const check = watch(page);
    await provide(page);
    check();
  },
});
export { expect };

const SESSION = /session-token/;

/** Who signed in once in this worker's house, with the cookie the browser then held. */
const signedIn = new Map<string, Awaited<ReturnType<BrowserContext['cookies']>>>();

/**
 * Signs in through the API, as the sign-in form does; the form itself has tests of its own. A demo person's session is taken
 * up again by the next test, as on a device that stays signed in, unless it was ended meanwhile.
 */
export async function signIn(page: Page, email: string, password = PASSWORD): Promise<void> {
  const context = page.context();
  const held = password === PASSWORD ? signedIn.get(email) : undefined;
  if (held) {
    await context.addCookies(held);
    if ((await page.request.get('/api/me')).ok()) return;
    await context.clearCookies({ name: SESSION });
  }
  const { csrfToken } = (await (await page.request.get('/api/auth/csrf')).json()) as { csrfToken: string };
  const answer = await page.request.post('/api/auth/callback/credentials', {
    form: { csrfToken, email, password, json: 'true' },
    headers: {
      Origin: new URL(page.url() === 'about:blank' ? (await page.request.get('/fr')).url() : page.url()).origin,
    },
  });
  expect(answer.ok(), `${email} signs in`).toBe(true);
  if (password === PASSWORD)
    signedIn.set(
      email,
      (await context.cookies()).filter(({ name }) => SESSION.test(name)),
    );
}

export interface Elsewhere {
  page: Page;
  leave: () => Promise<void>;
}

/** A browser of its own that nobody is signed in on, watched like the first. Call `leave` at the end. */
export async function visitor(browser: Browser): Promise<Elsewhere> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const check = watch(page);
  return {
    page,
    leave: async () => {
      check();
      await context.close();
    },
  };
}

/** A second person, signed in in a browser of their own. */
export async function another(browser: Browser, email: string, password = PASSWORD): Promise<Elsewhere> {
  const elsewhere = await visitor(browser);
  await signIn(elsewhere.page, email, password);
  return elsewhere;
}

/** Asks the API as whoever is signed in on this page, and takes whatever it answers. */
async function ask(page: Page, method: 'get' | 'post' | 'patch', path: string, data?: unknown): Promise<APIResponse> {
  const origin = new URL((await page.request.get('/api/health/live', { maxRetries: 2 })).url()).origin;
  // A connection kept from the last call may have been closed by the house in this very moment.
  return page.request[method](`/api${path}`, { data, headers: { Origin: origin }, maxRetries: 2 });
}

/** Calls the API as whoever is signed in on this page. */
export async function call<T>(page: Page, method: 'get' | 'post' | 'patch', path: string, data?: unknown): Promise<T> {
  const answer = await ask(page, method, path, data);
  expect(answer.ok(), `${method} ${path}: ${answer.ok() ? '' : await answer.text()}`).toBe(true);
  return (await answer.json()) as T;
}

/**
 * Books an appointment at that hour (UTC) of the first Monday, from the second year on, that nobody has yet: the demo
 * diary does not reach it, and what other tests or earlier runs in a kept house have booked is passed over.
 */
export async function bookFirstFree(
  page: Page,
  hour: string,
  appointment: object,
): Promise<{ id: string; monday: string }> {
  const from = mondayOf(addDays(new Date().toISOString().slice(0, 10), 400));
  for (let week = 0; ; week += 1) {
    const monday = addDays(from, 7 * week);
    const answer = await ask(page, 'post', '/appointments', { ...appointment, start: `${monday}T${hour}:00.000Z` });
    const said = (await answer.json()) as { id: string; code?: string };
    if (answer.ok()) return { id: said.id, monday };
    expect(said.code, JSON.stringify(said)).toBe('slot_taken');
  }
}

/** Someone who signed up a moment ago, so that a test meets nobody else's traces. */
export async function newClient(page: Page, name = 'Mireille Aubert'): Promise<string> {
  const email = `client-${crypto.randomUUID()}@example.test`;
  await call(page, 'post', '/accounts', { name, email, password: OWN_PASSWORD, locale: 'fr' });
  await signIn(page, email, OWN_PASSWORD);
  return email;
}

/** What still moves has come to rest: a sheet that is coming in is half transparent for a moment. */
const settled = (page: Page): Promise<unknown> =>
  page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter((one) => one.effect?.getComputedTiming().iterations !== Infinity)
        .map((one) => one.finished),
    ),
  );

const AXE_OPTIONS = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  resultTypes: ['violations'],
} satisfies axe.RunOptions;

/** The scripts have come, and what can be pressed listens: React marks each element it has taken over. */
const alive = (page: Page): Promise<unknown> =>
  page.waitForFunction(() =>
    [...document.querySelectorAll('button, [role="tab"]')].every((one) =>
      Object.keys(one).some((key) => key.startsWith('__react')),
    ),
  );

/**
 * WCAG 2.2 AA, by axe. Left out is react-aria's own live log: for seconds it names the button that was pressed last,
 * which may have left the page since; nobody sees or reaches it. A page that has been looked at keeps axe for the next look.
 */
export async function expectAccessible(page: Page): Promise<void> {
  await alive(page);
  await settled(page);
  // Next streams the head apart: after a link the words may stand a moment before the title does.
  await expect(page).toHaveTitle(/\S/);
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const violations = await page.evaluate(async (options) => {
    const { axe: here } = window as unknown as { axe: typeof axe };
    const found = await here.run({ exclude: [['[data-live-announcer]']] }, options);
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`);
  }, AXE_OPTIONS);
  expect(violations).toEqual([]);
}

/** Nothing is wider than the screen. */
export async function expectNoSideScroll(page: Page): Promise<void> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(over, 'no sideways scrolling').toBeLessThanOrEqual(0);
}
