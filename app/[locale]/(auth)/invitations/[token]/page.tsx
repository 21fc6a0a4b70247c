import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DoorHead } from '@/components/auth/door-head';
import { DoorTexts } from '@/components/auth/door-texts';
import { DOOR_DRAWINGS } from '@/components/auth/drawings';
import { ExpiredLink } from '@/components/auth/expired-link';
import { InvitationForm } from '@/components/auth/invitation-form';
import { AuthFrame } from '@/components/layout/auth-frame';
import { findToken } from '@/lib/auth/spend-token';
import { clientNameOf } from '@/lib/clients/find-client';
import { appDatabase } from '@/lib/db/client';
import { pageParams } from '@/lib/web/page-params';

interface Props {
  params: Promise<{ locale: string; token: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await pageParams(params);
  const t = await getTranslations({ locale, namespace: 'auth' });
  return { title: t('invitation.meta'), referrer: 'no-referrer', robots: { index: false } };
}

export default async function InvitationPage({ params }: Props) {
  const { locale, token } = await pageParams(params);
  const t = await getTranslations('auth');
  const db = appDatabase();
  const invitation = await findToken(db, 'invitation', token);
  const name = invitation?.clientId ? await clientNameOf(db, invitation.clientId) : '';
  const title = invitation?.role === 'client' ? 'invitation.clientTitle' : 'invitation.staffTitle';
  return (
    <AuthFrame drawing={{ ...DOOR_DRAWINGS.invitation, caption: t('invitation.caption') }}>
      {invitation ? (
        <>
          <DoorHead title={t.rich(title, { i: (words) => <em>{words}</em> })}>
            {t('invitation.text', { email: invitation.email })}
          </DoorHead>
          <DoorTexts locale={locale}>
            <InvitationForm token={token} name={name} />
          </DoorTexts>
        </>
      ) : (
        <ExpiredLink kind="invitation" />
      )}
    </AuthFrame>
  );
}
