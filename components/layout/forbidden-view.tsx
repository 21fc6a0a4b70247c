import { getTranslations } from 'next-intl/server';
import { LinkButton } from '@/components/ui/link-button';
import { type Actor, isClient } from '@/lib/actor';
import { paths } from '@/lib/paths';
import { ChangeAccount } from './change-account';
import { Wordmark } from './wordmark';

/**
 * The 403: the space is another's. Says whose account is open, leads to their own space, or to another account. Next sends it with
 * every page of the workspaces: it is short.
 */
export async function ForbiddenView({ actor }: { actor: Actor | null }) {
  const t = await getTranslations('states.forbidden');
  return (
    <main id="main" tabIndex={-1} className="page py-8 outline-none">
      <p className="mb-16 lg:mb-24">
        <Wordmark />
      </p>
      <title>{t('meta')}</title>
      <h1 className="d2">{t.rich('title', { em: (words) => <em>{words}</em> })}</h1>
      {actor && (
        <>
          <p className="lead mt-6">
            {t.rich('text', {
              name: actor.name,
              email: actor.email,
              b: (words) => <b className="font-normal text-ink">{words}</b>,
            })}
          </p>
          <div className="mt-10 flex flex-wrap gap-3">
            <LinkButton href={isClient(actor) ? paths.account.home : paths.atelier.today} variant="primary">
              {t(isClient(actor) ? 'toAccount' : 'toAtelier')}
            </LinkButton>
            <ChangeAccount account={actor.id.toHexString()}>{t('change')}</ChangeAccount>
          </div>
        </>
      )}
    </main>
  );
}
