import 'server-only';
import { headers } from 'next/headers';
import { forbidden } from 'next/navigation';
import { cache } from 'react';
import { type Actor, type ClientActor, isClient, isStaff, type Locale, type StaffActor } from '../actor';
import { redirect } from '../i18n/routing';
import { paths } from '../paths';
import { actorOf } from './current-actor';

/** Who is looking at this page; read once per request. */
export const pageActor = cache(async (): Promise<Actor | null> => actorOf(await headers()));

async function signIn(locale: Locale, back: string): Promise<never> {
  return redirect({ href: { pathname: paths.signIn, query: { next: back } }, locale });
}

/** The client of a client page; a visitor is sent to sign in (and back), staff get the 403. */
export async function requireClient(locale: Locale, back: string): Promise<ClientActor> {
  const actor = await pageActor();
  if (!actor) return signIn(locale, back);
  return isClient(actor) ? actor : forbidden();
}

/** Whoever is signed in; a visitor is sent to sign in (and back). */
export async function requireSomebody(locale: Locale, back: string): Promise<Actor> {
  return (await pageActor()) ?? signIn(locale, back);
}

/** The couturier of an atelier page; a visitor is sent to sign in (and back), a client gets the 403, and whoever lacks
 * the second key that the owner asks for is led to where it is added. */
export async function requireStaff(
  locale: Locale,
  back: string,
  options: { beforeSecondKey?: boolean } = {},
): Promise<StaffActor> {
  const actor = await pageActor();
  if (!actor) return signIn(locale, back);
  if (actor.lacksSecondKey && !options.beforeSecondKey)
    return redirect({ href: { pathname: paths.atelier.settings, query: { key: 'needed' } }, locale });
  return isStaff(actor) ? actor : forbidden();
}
