import { getTranslations } from 'next-intl/server';
import { DoorHead } from '@/components/auth/door-head';
import { DoorNotice } from '@/components/auth/door-notice';
import { DoorTexts } from '@/components/auth/door-texts';
import { DOOR_DRAWINGS } from '@/components/auth/drawings';
import { SignInForm } from '@/components/auth/sign-in-form';
import { AuthFrame } from '@/components/layout/auth-frame';
import { TextLink } from '@/components/ui/link-button';
import { paths } from '@/lib/paths';
import { hasGoogle } from '@/lib/web/auth-options';
import { oneOf, passThrough } from '@/lib/web/door-page';
import { pageParams, pageTitle } from '@/lib/web/page-params';

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export const generateMetadata = pageTitle('auth', 'signIn.meta');

export default async function SignInPage({ params, searchParams }: Props) {
  const { locale } = await pageParams(params);
  const query = await searchParams;
  const next = oneOf(query['next']);
  await passThrough(locale, next);
  const t = await getTranslations('auth');
  return (
    <AuthFrame drawing={{ ...DOOR_DRAWINGS.signIn, caption: t('signIn.caption') }}>
      <DoorHead title={t.rich('signIn.title', { i: (words) => <em>{words}</em> })}>
        {t('signIn.first')}{' '}
        <TextLink href={next ? { pathname: paths.signUp, query: { next } } : paths.signUp} className="text-ink">
          {t('signIn.create')}
        </TextLink>
      </DoorHead>
      {query['changed'] !== undefined && <DoorNotice done words={t('signIn.passwordChanged')} />}
      {query['ended'] !== undefined && <DoorNotice done words={t('signIn.ended')} />}
      {query['left'] !== undefined && (
        <DoorNotice done words={t(query['left'] === 'erased' ? 'signIn.erased' : 'signIn.left')} />
      )}
      {query['error'] !== undefined && (
        <DoorNotice
          words={t(
            query['error'] === 'second' || query['error'] === 'closed' ? `errors.${query['error']}` : 'errors.google',
          )}
        />
      )}
      <DoorTexts locale={locale}>
        <SignInForm next={next} google={hasGoogle()} />
      </DoorTexts>
      <p className="smaller mt-8 text-ink3">{t('signIn.invited')}</p>
    </AuthFrame>
  );
}
