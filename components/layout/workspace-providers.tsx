'use client';

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { NextIntlClientProvider } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { I18nProvider, RouterProvider } from 'react-aria-components';
import { AccountProvider } from '@/components/form/account';
import { ToastProvider } from '@/components/ui/toast';
import type { Locale } from '@/lib/actor';
import { refusedBy } from '@/lib/http/refusal';
import { languageTag } from '@/lib/i18n/config';
import { TIME_ZONE } from '@/lib/i18n/format';
import { localised } from '@/lib/i18n/href';
import type { Messages } from '@/lib/i18n/messages';
import { useRouter } from '@/lib/i18n/routing';

interface Props {
  /** The account this page is made for: what is typed is kept for it alone. */
  account: string;
  /** Seal what this browser keeps of it (lib/auth/device-keys.ts). */
  deviceKeys: string;
  locale: Locale;
  messages: Partial<Messages>;
  closeLabel: string;
  children: ReactNode;
}

/** A refusal is an answer: asking again changes nothing. Only the network and our own failures are tried again. */
const worthRetrying = (failures: number, error: Error): boolean =>
  failures < 2 && (refusedBy(error)?.status ?? 500) >= 500;

/** What client and couturier pages share: texts, data, react-aria's language and links, the toast. */
export function WorkspaceProviders({ account, deviceKeys, locale, messages, closeLabel, children }: Props) {
  const router = useRouter();
  const [client] = useState(
    () => new QueryClient({ defaultOptions: { queries: { staleTime: 15_000, retry: worthRetrying } } }),
  );
  return (
    <NextIntlClientProvider locale={locale} messages={messages} timeZone={TIME_ZONE}>
      <I18nProvider locale={languageTag(locale)}>
        <RouterProvider navigate={(href) => router.push(href)} useHref={(href) => localised(href, locale)}>
          <QueryClientProvider client={client}>
            <ToastProvider closeLabel={closeLabel}>
              <AccountProvider id={account} deviceKeys={deviceKeys}>
                {children}
              </AccountProvider>
            </ToastProvider>
          </QueryClientProvider>
        </RouterProvider>
      </I18nProvider>
    </NextIntlClientProvider>
  );
}
