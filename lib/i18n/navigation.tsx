'use client';

import type { PrefetchKind } from 'next/dist/client/components/router-reducer/router-reducer-types';
import NextLink from 'next/link';
import { useParams, usePathname as useNextPathname, useRouter as useNextRouter } from 'next/navigation';
import { type ComponentProps, type PointerEvent, useMemo, useRef } from 'react';
import type { Locale } from '../actor';
import { DEFAULT_LOCALE, isLocale } from './config';
import { localised, unlocalised, type Href } from './href';

/*
 * next-intl's own link and hooks need its provider, which costs 10 kB on every public page. The language is in the
 * address, so these read it there and need nothing above them.
 */

/** The language of the page, from its address. */
export function usePageLocale(): Locale {
  const { locale } = useParams<{ locale?: string }>();
  return isLocale(locale) ? locale : DEFAULT_LOCALE;
}

type LinkProps = Omit<ComponentProps<typeof NextLink>, 'href' | 'locale'> & {
  /** An address of lib/paths, without language. */
  href: Href;
  /** Another language than the page's. */
  locale?: Locale;
};

/** How long a mouse rests on a link before its page is fetched: crossing one on the way to another costs nothing. */
const REST_MS = 80;

/** Whole pages, so that the click finds them there; Next itself would fetch the frame of every link that is in sight. */
const WHOLE = { kind: 'full' as PrefetchKind.FULL };

/**
 * A link whose page is fetched when the hand is about to open it: a mouse at rest on it, a finger or button that goes down.
 * Links that are only in sight ask for nothing. With `prefetch={false}` the page is fetched by the click alone.
 */
export function Link({ href, locale, onClick, prefetch, onPointerEnter, onPointerLeave, ...props }: LinkProps) {
  const here = usePageLocale();
  const router = useNextRouter();
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined);
  const url = localised(href, locale ?? here);
  const ahead = () => {
    if (prefetch !== false && navigator.onLine) router.prefetch(url, WHOLE);
  };
  const enter = (event: PointerEvent<HTMLAnchorElement>) => {
    onPointerEnter?.(event);
    if (event.pointerType === 'mouse') rest.current = setTimeout(ahead, REST_MS);
  };
  const leave = (event: PointerEvent<HTMLAnchorElement>) => {
    onPointerLeave?.(event);
    clearTimeout(rest.current);
  };
  const down = (event: PointerEvent<HTMLAnchorElement>) => {
    props.onPointerDown?.(event);
    if (event.button === 0) ahead();
  };
  const go: LinkProps['onClick'] = (event) => {
    onClick?.(event);
    if (!event.defaultPrevented && !mayGo()) event.preventDefault();
  };
  return (
    <NextLink
      {...props}
      prefetch={false}
      onPointerEnter={enter}
      onPointerLeave={leave}
      onPointerDown={down}
      onClick={go}
      href={url}
      hrefLang={locale}
    />
  );
}

/** The address of the page without its language. */
export const usePathname = (): string => unlocalised(useNextPathname());

/** Told to the window when somebody wants to leave for a page while the machine has no network. */
export const OFFLINE_NAVIGATION = 'fashionflow:offline-navigation';

/**
 * Whether a new page can come. Without a network the browser would replace the house with its own error page; where
 * somebody answers for that, by preventing the event's default, the page stays.
 */
const mayGo = (): boolean =>
  navigator.onLine || window.dispatchEvent(new Event(OFFLINE_NAVIGATION, { cancelable: true }));

interface Going {
  locale?: Locale;
  scroll?: boolean;
}

/** Next's router for addresses without language. */
export function useRouter() {
  const router = useNextRouter();
  const here = usePageLocale();
  return useMemo(
    () => ({
      push: (href: Href, { locale, ...options }: Going = {}) => {
        if (mayGo()) router.push(localised(href, locale ?? here), options);
      },
      replace: (href: Href, { locale, ...options }: Going = {}) => {
        if (mayGo()) router.replace(localised(href, locale ?? here), options);
      },
      prefetch: (href: Href) => router.prefetch(localised(href, here)),
      back: () => router.back(),
      forward: () => router.forward(),
      refresh: () => router.refresh(),
    }),
    [router, here],
  );
}
