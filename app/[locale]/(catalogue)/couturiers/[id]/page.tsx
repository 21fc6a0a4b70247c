import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { ClientWords } from '@/components/couturiers/client-words';
import { CouturierState } from '@/components/couturiers/couturier-state';
import { FreeHours } from '@/components/couturiers/free-hours';
import { Portrait } from '@/components/couturiers/portrait';
import { cardWords } from '@/components/models/card-words';
import { ModelCard } from '@/components/models/model-card';
import { LinkButton, TextLink } from '@/components/ui/link-button';
import { findFreeDays } from '@/lib/appointments/find-free-days';
import { findCouturier } from '@/lib/auth/list-couturiers';
import { appDatabase } from '@/lib/db/client';
import { toId } from '@/lib/db/ids';
import { getHouse } from '@/lib/house/get-house';
import { inLanguage } from '@/lib/i18n/bilingual';
import { formatLongDay, formatTime, quoted } from '@/lib/i18n/format';
import { Link } from '@/lib/i18n/routing';
import { findPortraits } from '@/lib/models/find-portraits';
import { labelOf } from '@/lib/models/labels';
import { browseModels } from '@/lib/models/list-models';
import { paths } from '@/lib/paths';
import { couturierMoments } from '@/lib/dashboard/couturier-moments';
import { alternatesOf } from '@/lib/web/alternates';
import { pageParams } from '@/lib/web/page-params';

interface Props {
  params: Promise<{ locale: string; id: string }>;
}

const SHOWN = 6;
/** How long a first appointment lasts, as the client's own form proposes it. */
const SLOT_MINUTES = 60;

/** Somebody of the house, or a true 404: for an address that cannot be one, too. */
const person = cache(async (id: string) => {
  if (!/^[0-9a-f]{24}$/.test(id)) notFound();
  return (await findCouturier(appDatabase(), toId(id))) ?? notFound();
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, id } = await pageParams(params);
  const couturier = await person(id);
  return {
    title: couturier.name,
    description: `${inLanguage(couturier.speciality, locale)}. ${inLanguage(couturier.bio, locale)}`,
    alternates: alternatesOf(locale, paths.couturier(id)),
  };
}

export default async function CouturierPage({ params }: Props) {
  const { locale, id } = await pageParams(params);
  const couturier = await person(id);
  const db = appDatabase();
  const now = new Date();
  const [t, words, house, { items, total }, portraits, moments, days] = await Promise.all([
    getTranslations({ locale, namespace: 'couturiers' }),
    cardWords(locale),
    getHouse(db),
    browseModels(db, null, { couturierId: [id] }, { skip: 0, limit: SHOWN }),
    findPortraits(db, [couturier]),
    couturierMoments(db, [couturier]),
    findFreeDays(db, id, { minutes: SLOT_MINUTES, days: 5 }, now),
  ]);
  const { vocabulary } = house;
  const next = days.flatMap(({ starts }) => starts)[0];
  const said = house.clientWords.find((word) => word.couturierId === id);
  const [first = couturier.name, ...rest] = couturier.name.split(' ');
  const write = couturier.available ? 'writeTo' : 'leaveWordTo';
  const listed = (words: string[]) => [...new Set(words)].join(', ');
  const facts = [
    [t('hand'), inLanguage(couturier.speciality, locale)],
    [t('kinds'), listed(items.map((model) => labelOf(vocabulary.categories, model.category, locale)))],
    [
      t('fabrics'),
      listed(
        items.flatMap((model) =>
          model.fabrics.slice(0, 1).map(({ code }) => labelOf(vocabulary.fabrics, code, locale)),
        ),
      ),
    ],
  ].filter(([, value]) => value);
  return (
    <>
      <div className="page person-page">
        <div className="lg:pt-6">
          <p className="smaller text-ink2">
            <Link href={paths.couturiers} className="foot-word">
              {t('title')}
            </Link>
          </p>
          <h1 className="d1 mt-5">
            {first} {rest.length > 0 && <em className="block">{rest.join(' ')}</em>}
          </h1>
          <p className="lead mt-7">{quoted(locale, inLanguage(couturier.bio, locale))}</p>
          <div className="person-doors">
            <LinkButton
              href={{ pathname: paths.account.newConversation, query: { couturierId: couturier.id } }}
              variant="primary"
              prefetch={false}
            >
              {t(write, { name: first })}
            </LinkButton>
            <LinkButton
              href={{ pathname: paths.account.appointments, query: { couturierId: couturier.id } }}
              prefetch={false}
            >
              {t('book')}
            </LinkButton>
          </div>
          <p className="small mt-4">
            <CouturierState
              couturier={couturier}
              moment={moments.get(id)}
              locale={locale}
              inline={
                next === undefined
                  ? []
                  : [t('nextFree', { day: formatLongDay(locale, next), time: formatTime(locale, next) })]
              }
            />
          </p>
        </div>
        <figure>
          <Portrait
            fileId={couturier.avatar?.fileId}
            drawing={portraits.get(couturier.id)}
            alt={t('portrait', { name: couturier.name })}
            sizes="(min-width: 64rem) 60vw, 150vw"
            className="person-portrait"
          />
          {!couturier.avatar?.fileId && portraits.has(couturier.id) && (
            <figcaption className="caption mt-3">{t('drawn')}</figcaption>
          )}
        </figure>
      </div>
      {days.length > 0 && <FreeHours couturierId={id} name={first} days={days} locale={locale} />}
      <section className="page fact-section" aria-labelledby="best">
        <h2 id="best" className="d3">
          {t.rich('bestTitle', { em: (text) => <em>{text}</em> })}
        </h2>
        <dl>
          {facts.map(([word, value]) => (
            <div key={word} className="fact">
              <dt>{word}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </section>
      {items.length > 0 && (
        <section className="page mt-20 lg:mt-28" aria-labelledby="models">
          <div className="flex flex-wrap items-end justify-between gap-4">
            <h2 id="models" className="d2 season-title">
              {t('modelsTitle')}
            </h2>
            <p className="small mb-2 text-ink2">
              {total > SHOWN ? (
                <TextLink href={{ pathname: paths.models, query: { couturierId: id } }}>
                  {t('modelsCount', { count: total })}
                </TextLink>
              ) : (
                t('modelsCount', { count: total })
              )}
            </p>
          </div>
          <div className="model-grid mt-7" data-columns="3">
            {items.map((model) => (
              <ModelCard
                key={model.id}
                model={model}
                {...{ vocabulary, locale, words }}
                ratio="427 / 560"
                sizes="(min-width: 64rem) 31vw, 48vw"
              />
            ))}
          </div>
        </section>
      )}
      {said && (
        <div className="page">
          <div className="person-said">
            <ClientWords said={said} locale={locale} needle />
          </div>
        </div>
      )}
    </>
  );
}
