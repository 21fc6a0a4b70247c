import 'server-only';
import { setRequestLocale } from 'next-intl/server';
import { notFound, redirect } from 'next/navigation';
import type { Locale } from '../actor';
import { afterSignIn } from '../auth/rules';
import { isLocale } from '../i18n/config';
import { paths } from '../paths';
import { pageActor } from './page-actor';

/** The language of a page of the doors. */
export async function doorLocale(params: Promise<{ locale: string }>): Promise<Locale> {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  setRequestLocale(locale);
  return locale;
}

/** One value of a query, whatever was written there. */
export const oneOf = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value[0] : value;

/** Whoever is signed in has nothing to do at a door: on they go. */
export async function passThrough(locale: Locale, next: string | undefined): Promise<void> {
  const actor = await pageActor();
  if (actor) redirect(afterSignIn(next, locale, actor.role === 'client' ? paths.account.home : paths.atelier.today));
}
