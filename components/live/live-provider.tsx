'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'next-intl';
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { useToast } from '@/components/ui/toast';
import type { Locale } from '@/lib/actor';
import { localised, unlocalised } from '@/lib/i18n/href';
import { usePathname, useRouter } from '@/lib/i18n/routing';
import { paths } from '@/lib/paths';
import { threadPositions } from '@/lib/http/messages';
import type { Waiting } from '@/lib/http/outbox';
import { accountMark, watchAccount } from '@/lib/http/page-account';
import { type LiveState, RealtimeClient } from '@/lib/http/realtime-client';
import { applyFrame } from './apply-frame';
import { LiveStore } from './live-store';
import { TitleCount } from './title-count';
import { OtherAccount } from './other-account';

interface Live {
  client: RealtimeClient;
  store: LiveStore;
}

const LiveContext = createContext<Live | null>(null);
const NOTHING: readonly Waiting[] = [];

/** The live layer of the signed-in spaces; null outside them. */
export function useLive(): Live {
  const live = useContext(LiveContext);
  if (!live) throw new Error('useLive needs a LiveProvider above it');
  return live;
}

export function useLiveState(): LiveState {
  const { client } = useLive();
  return useSyncExternalStore(client.subscribe, client.state, () => 'connecting');
}

/** Account ids that are here now. */
export function useOnlinePeople(): ReadonlySet<string> {
  const { store } = useLive();
  return useSyncExternalStore(store.subscribe, store.online, store.online);
}

/** Conversation ids in which the other person is writing. */
export function useTyping(): ReadonlyMap<string, string> {
  const { store } = useLive();
  return useSyncExternalStore(store.subscribe, store.typing, store.typing);
}

/** What was written and has not left yet. */
export function useOutbox(): readonly Waiting[] {
  const { client } = useLive();
  return useSyncExternalStore(client.outbox.subscribe, client.outbox.list, () => NOTHING);
}

/** The sign-in page that says the session was ended, and leads back here. */
const doorAfterEnd = (locale: Locale): string => {
  const { pathname, search } = window.location;
  return localised({ pathname: paths.signIn, query: { ended: '1', next: unlocalised(pathname) + search } }, locale);
};

/**
 * Opens the socket for a signed-in space and lets what arrives into the query cache; rings for what is new. Needs a
 * QueryClientProvider, a ToastProvider and the texts above it.
 * @param userId the account that the space was made for
 * @param name how that person is called
 */
export function LiveProvider({ userId, name, children }: { userId: string; name: string; children: ReactNode }) {
  const queryClient = useQueryClient();
  const toast = useToast();
  const router = useRouter();
  const pathname = usePathname();
  const t = useTranslations('notifications');
  const locale = useLocale();
  const live = useMemo<Live>(
    () => ({
      client: new RealtimeClient(userId, () => threadPositions(queryClient)),
      store: new LiveStore(),
    }),
    [userId, queryClient],
  );
  const state = useSyncExternalStore(live.client.subscribe, live.client.state, () => 'connecting' as const);
  const [started] = useState(() => Date.now());
  const here = useRef(pathname);
  useEffect(() => {
    here.current = pathname;
  }, [pathname]);
  const ring = useRef<(title: string, href: string) => void>(undefined);
  useEffect(() => {
    ring.current = (title, href) =>
      toast({ text: title, action: { label: t('open'), onPress: () => router.push(href) } });
  }, [toast, router, t]);

  useEffect(() => {
    const { client, store } = live;
    const offFrames = client.on((frame) => {
      applyFrame(queryClient, store, frame);
      if (frame.t !== 'notification' || frame.notification.read) return;
      const { title, href, createdAt } = frame.notification;
      // No toast for what the person is looking at, nor for what was there before.
      if (here.current !== href && Date.parse(createdAt) > started) ring.current?.(title, href);
    });
    const offState = client.subscribe(() => {
      if (client.state() !== 'online') store.forget();
      // Ended from elsewhere: nothing of the person stays on the screen, and the sign-in page says why.
      if (client.state() === 'signedOut') window.location.replace(doorAfterEnd(locale));
    });
    client.start();
    const offAccount = watchAccount(userId, () => client.line.end('otherAccount'));
    return () => {
      offAccount();
      offFrames();
      offState();
      client.stop();
    };
  }, [live, queryClient, started, locale, userId]);

  return (
    <LiveContext value={live}>
      <meta {...accountMark(userId)} />
      <TitleCount />
      {state === 'otherAccount' ? <OtherAccount name={name} /> : children}
    </LiveContext>
  );
}
