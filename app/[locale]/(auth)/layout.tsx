import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { SkipLink } from '@/components/layout/skip-link';
import { pageParams } from '@/lib/web/page-params';

interface Props {
  children: ReactNode;
  params: Promise<{ locale: string }>;
}

/** The doors of the house. Each page puts itself in an AuthFrame with its own drawing. */
export default async function AuthLayout({ children, params }: Props) {
  await pageParams(params);
  const t = await getTranslations('common');
  return (
    <>
      <SkipLink>{t('skip')}</SkipLink>
      {children}
    </>
  );
}
