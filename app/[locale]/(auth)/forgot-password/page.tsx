import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DoorTexts } from '@/components/auth/door-texts';
import { DOOR_DRAWINGS } from '@/components/auth/drawings';
import { ForgotForm } from '@/components/auth/forgot-form';
import { AuthFrame } from '@/components/layout/auth-frame';
import { TextLink } from '@/components/ui/link-button';
import { paths } from '@/lib/paths';
import { doorLocale } from '@/lib/web/door-page';

interface Props {
  params: Promise<{ locale: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await doorLocale(params), namespace: 'auth' });
  return { title: t('forgot.meta') };
}

export default async function ForgotPasswordPage({ params }: Props) {
  const locale = await doorLocale(params);
  const t = await getTranslations('auth');
  return (
    <AuthFrame drawing={{ ...DOOR_DRAWINGS.forgot, caption: t('forgot.caption') }}>
      <DoorTexts locale={locale}>
        <ForgotForm />
      </DoorTexts>
      <p className="small mt-8">
        <TextLink href={paths.signIn}>{t('backToSignIn')}</TextLink>
      </p>
    </AuthFrame>
  );
}
