import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DoorHead } from '@/components/auth/door-head';
import { DoorTexts } from '@/components/auth/door-texts';
import { DOOR_DRAWINGS } from '@/components/auth/drawings';
import { ExpiredLink } from '@/components/auth/expired-link';
import { ResetForm } from '@/components/auth/reset-form';
import { AuthFrame } from '@/components/layout/auth-frame';
import { findToken } from '@/lib/auth/spend-token';
import { appDatabase } from '@/lib/db/client';
import { pageParams } from '@/lib/web/page-params';

interface Props {
  params: Promise<{ locale: string; token: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await pageParams(params);
  const t = await getTranslations({ locale, namespace: 'auth' });
  // The address holds a secret: it is told to no other site and to no search engine.
  return { title: t('reset.meta'), referrer: 'no-referrer', robots: { index: false } };
}

export default async function ResetPasswordPage({ params }: Props) {
  const { locale, token } = await pageParams(params);
  const t = await getTranslations('auth');
  const open = await findToken(appDatabase(), 'reset', token);
  return (
    <AuthFrame drawing={{ ...DOOR_DRAWINGS.forgot, caption: t('forgot.caption') }}>
      {open ? (
        <>
          <DoorHead title={t.rich('reset.title', { i: (words) => <em>{words}</em> })}>{t('reset.text')}</DoorHead>
          <DoorTexts locale={locale}>
            <ResetForm token={token} />
          </DoorTexts>
        </>
      ) : (
        <ExpiredLink kind="reset" />
      )}
    </AuthFrame>
  );
}
