import { getTranslations } from 'next-intl/server';
import { LinkButton } from '@/components/ui/link-button';
import { paths } from '@/lib/paths';
import { DoorHead } from './door-head';

const SENTENCE = { reset: 'expired.text', invitation: 'expired.invitationText', begin: 'begin.opened' } as const;

/** A link that has expired or was used: what to do now. */
export async function ExpiredLink({ kind }: { kind: 'reset' | 'invitation' | 'begin' }) {
  const t = await getTranslations('auth');
  return (
    <>
      <DoorHead title={t.rich('expired.title', { i: (words) => <em>{words}</em> })}>{t(SENTENCE[kind])}</DoorHead>
      <div className="flex flex-col gap-3">
        {kind === 'reset' && (
          <LinkButton href={paths.forgotPassword} variant="primary" size="large" wide>
            {t('expired.askAgain')}
          </LinkButton>
        )}
        <LinkButton href={paths.signIn} variant={kind === 'reset' ? 'secondary' : 'primary'} size="large" wide>
          {t('backToSignIn')}
        </LinkButton>
      </div>
    </>
  );
}
