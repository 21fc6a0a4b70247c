import { getTranslations } from 'next-intl/server';
import { DoorHead } from '@/components/auth/door-head';
import { DoorTexts } from '@/components/auth/door-texts';
import { DOOR_DRAWINGS } from '@/components/auth/drawings';
import { SignUpForm } from '@/components/auth/sign-up-form';
import { AuthFrame } from '@/components/layout/auth-frame';
import { TextLink } from '@/components/ui/link-button';
import { paths } from '@/lib/paths';
import { oneOf, passThrough } from '@/lib/web/door-page';
import { pageParams, pageTitle } from '@/lib/web/page-params';

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export const generateMetadata = pageTitle('auth', 'signUp.meta');

export default async function SignUpPage({ params, searchParams }: Props) {
  const { locale } = await pageParams(params);
  const next = oneOf((await searchParams)['next']);
  await passThrough(locale, next);
  const t = await getTranslations('auth');
  return (
    <AuthFrame drawing={{ ...DOOR_DRAWINGS.signUp, caption: t('signUp.caption') }}>
      <DoorHead title={t.rich('signUp.title', { i: (words) => <em>{words}</em> })}>
        {t('signUp.known')}{' '}
        <TextLink href={next ? { pathname: paths.signIn, query: { next } } : paths.signIn} className="text-ink">
          {t('signUp.signIn')}
        </TextLink>
      </DoorHead>
      <DoorTexts locale={locale}>
        <SignUpForm next={next} />
      </DoorTexts>
    </AuthFrame>
  );
}
