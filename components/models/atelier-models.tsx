'use client';

import { Plus, Search } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useDeferredValue, useState } from 'react';
import { Empty } from '@/components/ui/empty';
import { Icon } from '@/components/ui/icon';
import { LinkButton } from '@/components/ui/link-button';
import { ShowMore } from '@/components/ui/show-more';
import { Plate } from '@/components/ui/plate';
import { fileUrl } from '@/lib/files/rules';
import type { Vocabulary } from '@/lib/house/schemas';
import { useModels } from '@/lib/http/models';
import { formatShortDate } from '@/lib/i18n/format';
import { Link } from '@/lib/i18n/routing';
import { modelLine, priceWords } from '@/lib/models/labels';
import { modelName } from '@/lib/models/rules';
import type { ModelDto, ModelStatus } from '@/lib/models/schemas';
import type { Page } from '@/lib/pages';
import { paths } from '@/lib/paths';

interface Props {
  status: ModelStatus;
  models: Page<ModelDto>;
  counts: Record<ModelStatus, number>;
  vocabulary: Vocabulary;
  /** Names of those who draw, by account id. */
  authors: Record<string, string>;
}

const TABS: readonly ModelStatus[] = ['published', 'draft', 'archived'];

/** The models of the house by status, searched as one types. */
export function AtelierModels({ status, models, counts, vocabulary, authors }: Props) {
  const t = useTranslations('models');
  const locale = useLocale();
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed.trim());
  const found = useModels(status, q, q ? undefined : models);
  return (
    <div className="px-(--margin) pt-8 pb-20 lg:pt-10">
      <div className="flex flex-wrap items-end justify-between gap-4">
        <h1 className="d2">{t.rich('title', { em: (words) => <em>{words}</em> })}</h1>
        <LinkButton href={paths.atelier.newModel} variant="primary">
          <Icon of={Plus} size={16} />
          {t('new')}
        </LinkButton>
      </div>
      <div className="mt-8 flex flex-wrap items-center justify-between gap-x-8">
        <nav className="tab-list flex-1" aria-label={t('tabs')}>
          {TABS.map((tab) => (
            <Link
              key={tab}
              href={tab === 'published' ? paths.atelier.models : { pathname: paths.atelier.models, query: { tab } }}
              className="tab"
              aria-current={tab === status ? 'page' : undefined}
            >
              {t(`tab.${tab}`)} <span className="figures text-ink3">{counts[tab]}</span>
            </Link>
          ))}
        </nav>
        <label className="filter-search">
          <Icon of={Search} size={16} />
          <span className="sr-only">{t('search')}</span>
          <input
            type="search"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            placeholder={t('search')}
          />
        </label>
      </div>
      {found.items.length === 0 ? (
        <div className="mt-8">
          <Empty drawing={q ? 'loupe' : 'hanger'} title={t(q ? 'emptySearch' : `empty.${status}`)}>
            {q ? t('emptySearchText', { q }) : t(`emptyText.${status}`)}
          </Empty>
        </div>
      ) : (
        <>
          <ul className="mt-2">
            {found.items.map((model) => (
              <li key={model.id} className="model-row">
                <Plate tint={model.colours[0]?.hex} ratio="44 / 58">
                  {model.images[0] && <img src={fileUrl(model.images[0].id, 320)} alt="" loading="lazy" />}
                </Plate>
                <span className="min-w-0">
                  <Link href={paths.atelier.model(model.id)} className="model-link h3">
                    {modelName(model, locale)}
                  </Link>
                  <span className="smaller block truncate text-ink2">{modelLine(model, vocabulary, locale)}</span>
                </span>
                <span className="smaller model-row-author text-ink2">{authors[model.couturierId]}</span>
                <span className="smaller figures">{priceWords(model, locale)}</span>
                <span className="caption figures model-row-date">
                  {t('changed', { date: formatShortDate(locale, model.updatedAt) })}
                </span>
              </li>
            ))}
          </ul>
          <ShowMore of={found} />
        </>
      )}
    </div>
  );
}
