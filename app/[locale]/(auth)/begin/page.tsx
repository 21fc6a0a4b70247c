import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { headers } from 'next/headers';
import { BeginForm } from '@/components/auth/begin-form';
import { DoorHead } from '@/components/auth/door-head';
import { DoorTexts } from '@/components/auth/door-texts';
import { DOOR_DRAWINGS } from '@/components/auth/drawings';
import { ExpiredLink } from '@/components/auth/expired-link';
import { AuthFrame } from '@/components/layout/auth-frame';
import { isKey, isOwnerless } from '@/lib/begin/begin-house';
import { appDatabase } from '@/lib/db/client';
import { AppError } from '@/lib/errors';
import { LIMITS } from '@/lib/limits';
import { consume } from '@/lib/rate-limit';
import { oneOf } from '@/lib/web/door-page';
import { requestAddress } from '@/lib/web/origin';
import { pageParams } from '@/lib/web/page-params';

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await pageParams(params);
  const t = await getTranslations({ locale, namespace: 'auth' });
  return { title: t('begin.meta'), referrer: 'no-referrer', robots: { index: false } };
}

/** Whether the key opens; asked too often from one address, it is not looked at any more. */
async function opens(key: string): Promise<boolean> {
  const db = appDatabase();
  try {
    await consume(db, LIMITS.beginLook, requestAddress(await headers()));
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
  return isKey(db, key);
}

/** Where the owner of a new house comes in; everybody else reads that it is being opened. */
export default async function BeginPage({ params, searchParams }: Props) {
  const { locale } = await pageParams(params);
  const key = oneOf((await searchParams)['key']);
  const t = await getTranslations('auth');
  const i = (words: React.ReactNode) => <em>{words}</em>;
  const ownerless = await isOwnerless(appDatabase());
  return (
    <AuthFrame drawing={{ ...DOOR_DRAWINGS.begin, caption: t('begin.caption') }}>
      {!ownerless ? (
        <ExpiredLink kind="begin" />
      ) : key !== undefined && (await opens(key)) ? (
        <>
          <DoorHead title={t.rich('begin.title', { i })}>{t('begin.text')}</DoorHead>
          <DoorTexts locale={locale}>
            <BeginForm houseKey={key} />
          </DoorTexts>
        </>
      ) : (
        <DoorHead title={t.rich('begin.closedTitle', { i })}>
          {t(key === undefined ? 'begin.closedText' : 'begin.wrongKey')}
        </DoorHead>
      )}
    </AuthFrame>
  );
}
