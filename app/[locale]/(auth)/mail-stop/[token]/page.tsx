import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DoorHead } from '@/components/auth/door-head';
import { DOOR_DRAWINGS } from '@/components/auth/drawings';
import { AuthFrame } from '@/components/layout/auth-frame';
import { MailStop } from '@/components/notifications/mail-stop';
import { appDatabase } from '@/lib/db/client';
import { readMailStop } from '@/lib/auth/mail-stop';
import { pageParams } from '@/lib/web/page-params';

interface Props {
  params: Promise<{ locale: string; token: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await pageParams(params);
  const t = await getTranslations({ locale, namespace: 'notifications.mailStop' });
  // The address is somebody's own: it is told to no other site and to no search engine.
  return { title: t('meta'), referrer: 'no-referrer', robots: { index: false } };
}

/** Where the link of a mail leads that stops such mails: opening it is the one click. */
export default async function MailStopPage({ params }: Props) {
  const { token } = await pageParams(params);
  const t = await getTranslations('notifications.mailStop');
  const known = await readMailStop(appDatabase(), token).catch(() => null);
  const kind = known && t(`kinds.${known.kind}`);
  return (
    <AuthFrame drawing={{ ...DOOR_DRAWINGS.forgot, caption: t('caption') }}>
      {kind ? (
        <>
          <DoorHead title={t.rich('title', { i: (words) => <em>{words}</em> })}>{t('text', { kind })}</DoorHead>
          <MailStop
            token={token}
            words={{
              stopping: t('stopping'),
              stopped: t('stopped', { kind }),
              resume: t('resume'),
              resumed: t('resumed', { kind }),
              stop: t('stop'),
              failed: t('failed'),
            }}
          />
        </>
      ) : (
        <DoorHead title={t.rich('unknown.title', { i: (words) => <em>{words}</em> })}>{t('unknown.text')}</DoorHead>
      )}
    </AuthFrame>
  );
}
