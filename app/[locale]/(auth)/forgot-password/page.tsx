import { getTranslations } from 'next-intl/server';
import { DoorTexts } from '@/components/auth/door-texts';
import { DOOR_DRAWINGS } from '@/components/auth/drawings';
import { ForgotForm } from '@/components/auth/forgot-form';
import { AuthFrame } from '@/components/layout/auth-frame';
import { TextLink } from '@/components/ui/link-button';
import { paths } from '@/lib/paths';
import { pageParams, pageTitle } from '@/lib/web/page-params';

interface Props {
  params: Promise<{ locale: string }>;
}

export const generateMetadata = pageTitle('auth', 'forgot.meta');

export default async function ForgotPasswordPage({ params }: Props) {
  const { locale } = await pageParams(params);
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
