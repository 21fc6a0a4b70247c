import { getTranslations, setRequestLocale } from 'next-intl/server';
import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { SkipLink } from '@/components/layout/skip-link';
import { isLocale } from '@/lib/i18n/config';

interface Props {
  children: ReactNode;
  params: Promise<{ locale: string }>;
}

/** The doors of the house. Each page puts itself in an AuthFrame with its own drawing. */
export default async function AuthLayout({ children, params }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  setRequestLocale(locale);
  const t = await getTranslations('common');
  return (
    <>
      <SkipLink>{t('skip')}</SkipLink>
      {children}
    </>
  );
}
