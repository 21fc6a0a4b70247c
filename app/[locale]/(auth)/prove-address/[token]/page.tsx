import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DoorHead } from '@/components/auth/door-head';
import { DoorTexts } from '@/components/auth/door-texts';
import { DOOR_DRAWINGS } from '@/components/auth/drawings';
import { ProveAddress } from '@/components/auth/prove-address';
import { AuthFrame } from '@/components/layout/auth-frame';
import { LinkButton } from '@/components/ui/link-button';
import { isStaff } from '@/lib/actor';
import { readAddressProof } from '@/lib/auth/prove-address';
import { appDatabase } from '@/lib/db/client';
import { paths } from '@/lib/paths';
import { requireSomebody } from '@/lib/web/page-actor';
import { pageParams } from '@/lib/web/page-params';

interface Props {
  params: Promise<{ locale: string; token: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await pageParams(params);
  const t = await getTranslations({ locale, namespace: 'auth' });
  // The address holds a secret: it is told to no other site and to no search engine.
  return { title: t('proof.meta'), referrer: 'no-referrer', robots: { index: false } };
}

/** Where the link leads that shows an address to be its person's. Opening it does nothing: programs open links too. */
export default async function ProveAddressPage({ params }: Props) {
  const { locale, token } = await pageParams(params);
  const actor = await requireSomebody(locale, paths.proveAddress(token));
  const t = await getTranslations('auth');
  const state = await readAddressProof(appDatabase(), actor, token);
  const home = isStaff(actor) ? paths.atelier.today : paths.account.home;
  const em = { i: (words: React.ReactNode) => <em>{words}</em> };
  return (
    <AuthFrame drawing={{ ...DOOR_DRAWINGS.forgot, caption: t('proof.caption') }}>
      {state === 'open' ? (
        <>
          <DoorHead title={t.rich('proof.title', em)}>{t('proof.text', { email: actor.email })}</DoorHead>
          <DoorTexts locale={locale}>
            <ProveAddress token={token} home={home} />
          </DoorTexts>
        </>
      ) : (
        <>
          <DoorHead title={t.rich(`proof.${state}.title`, em)}>
            {t(`proof.${state}.text`, { email: actor.email })}
          </DoorHead>
          <LinkButton href={home} variant="primary" size="large" wide>
            {t('proof.home')}
          </LinkButton>
        </>
      )}
    </AuthFrame>
  );
}
