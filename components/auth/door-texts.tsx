import { NextIntlClientProvider } from 'next-intl';
import type { ReactNode } from 'react';
import type { Locale } from '@/lib/actor';
import { TIME_ZONE } from '@/lib/i18n/format';
import { pickMessages } from '@/lib/i18n/messages';

/** The texts a door's form needs in the browser, and no others. */
export const DoorTexts = ({ locale, children }: { locale: Locale; children: ReactNode }) => (
  <NextIntlClientProvider
    locale={locale}
    messages={pickMessages(locale, ['auth', 'password', 'form'])}
    timeZone={TIME_ZONE}
  >
    {children}
  </NextIntlClientProvider>
);
