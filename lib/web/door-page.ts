import 'server-only';
import { redirect } from 'next/navigation';
import type { Locale } from '../actor';
import { afterSignIn } from '../auth/rules';
import { paths } from '../paths';
import { pageActor } from './page-actor';

/** One value of a query, whatever was written there. */
export const oneOf = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value[0] : value;

/** Sends whoever is signed in already on to where they were going. */
export async function passThrough(locale: Locale, next: string | undefined): Promise<void> {
  const actor = await pageActor();
  if (actor) redirect(afterSignIn(next, locale, actor.role === 'client' ? paths.account.home : paths.atelier.today));
}
