import { getTranslations } from 'next-intl/server';
import { NewParty } from '@/components/parties/new-party';
import { PartyList } from '@/components/parties/party-list';
import { Empty } from '@/components/ui/empty';
import { LinkButton, TextLink } from '@/components/ui/link-button';
import { listCouturiers } from '@/lib/auth/list-couturiers';
import { appDatabase } from '@/lib/db/client';
import { dayKey } from '@/lib/i18n/format';
import { listParties } from '@/lib/parties/list-parties';
import { listPartiesQuery } from '@/lib/parties/schemas';
import { paths } from '@/lib/paths';
import { requireStaff } from '@/lib/web/page-actor';
import { pageParams, pageTitle } from '@/lib/web/page-params';

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export const generateMetadata = pageTitle('parties', 'meta');

/** Several people of one event: those to come, or those that are past. */
export default async function Page({ params, searchParams }: Props) {
  const { locale } = await pageParams(params);
  const actor = await requireStaff(locale, paths.atelier.parties);
  const db = appDatabase();
  const asked = await searchParams;
  const isPast = asked['when'] === 'past';
  const cursor = typeof asked['cursor'] === 'string' ? asked['cursor'] : undefined;
  const query = listPartiesQuery.safeParse({ when: isPast ? 'past' : 'coming', cursor });
  const [t, common, couturiers, page] = await Promise.all([
    getTranslations('parties'),
    getTranslations('common'),
    listCouturiers(db),
    query.success ? listParties(db, actor, query.data) : { items: [], nextCursor: null },
  ]);
  const here = isPast ? paths.atelier.pastParties : `${paths.atelier.parties}?when=coming`;
  return (
    <div className="page py-8 md:py-10">
      <nav className="smaller text-ink2" aria-label={t('trail')}>
        <TextLink href={paths.atelier.orders}>{t('orders')}</TextLink>
      </nav>
      <div className="mt-2 flex flex-wrap items-end justify-between gap-4">
        <h1 className="d2">{t('title')}</h1>
        <NewParty couturiers={couturiers.map(({ id, name }) => ({ id, name }))} viewerId={actor.id.toHexString()} />
      </div>
      <p className="small mt-6 flex gap-5">
        <TextLink href={paths.atelier.parties} aria-current={isPast ? undefined : 'page'}>
          {t('coming')}
        </TextLink>
        <TextLink href={paths.atelier.pastParties} aria-current={isPast ? 'page' : undefined}>
          {t('past')}
        </TextLink>
      </p>
      <div className="mt-6">
        {page.items.length > 0 ? (
          <PartyList parties={page.items} today={dayKey(new Date())} />
        ) : isPast ? (
          <p className="small text-ink2">{t('nonePast')}</p>
        ) : (
          <Empty drawing="hanger" title={t.rich('emptyTitle', { em: (words) => <em>{words}</em> })}>
            {t('emptyText')}
          </Empty>
        )}
      </div>
      {page.nextCursor && (
        <p className="mt-6">
          <LinkButton href={`${here}&cursor=${encodeURIComponent(page.nextCursor)}`}>{common('showMore')}</LinkButton>
        </p>
      )}
    </div>
  );
}
