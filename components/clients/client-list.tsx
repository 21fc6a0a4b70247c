'use client';

import { Search, TriangleAlert } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useDeferredValue, useState } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { Checkbox } from '@/components/ui/checkbox';
import { DataTable, HeadCell } from '@/components/ui/data-table';
import { Empty } from '@/components/ui/empty';
import { Icon } from '@/components/ui/icon';
import { LinkButton } from '@/components/ui/link-button';
import { Select } from '@/components/ui/select';
import { ShowMore } from '@/components/ui/show-more';
import { Tag } from '@/components/ui/tag';
import { TextField } from '@/components/ui/text-field';
import type { ClientDto } from '@/lib/clients/dto';
import { exportPath, useClients } from '@/lib/http/clients';
import { formatShortDate } from '@/lib/i18n/format';
import { Link } from '@/lib/i18n/routing';
import { paths } from '@/lib/paths';
import type { Page } from '@/lib/pages';

function Measured({ client }: { client: ClientDto }) {
  const t = useTranslations('clients');
  const locale = useLocale();
  if (!client.lastMeasuredAt) return <span className="text-ink3">{t('neverMeasured')}</span>;
  if (!client.measurementsOutdated) return <>{formatShortDate(locale, client.lastMeasuredAt)}</>;
  return (
    <span className="inline-flex items-center gap-2 text-ocre">
      <Icon of={TriangleAlert} size={14} />
      {t('outdated', { date: formatShortDate(locale, client.lastMeasuredAt) })}
    </span>
  );
}

/** The files of the house: searched, narrowed by tag, with the archived ones apart. */
export function ClientList({ initial, tags }: { initial: Page<ClientDto>; tags: string[] }) {
  const t = useTranslations('clients');
  const locale = useLocale();
  const [q, setQ] = useState('');
  const [tag, setTag] = useState('');
  const [archived, setArchived] = useState(false);
  const wanted = useDeferredValue(q.trim());
  const narrowed = Boolean(wanted || tag || archived);
  const found = useClients({ q: wanted, tag, archived }, narrowed ? undefined : initial);
  const data = found.items;
  return (
    <>
      <div className="mt-8 flex flex-wrap items-end gap-4 border-y border-ink py-4">
        <div className="min-w-60 flex-1">
          <TextField
            label={t('search')}
            value={q}
            onChange={setQ}
            type="search"
            prefix={<Icon of={Search} size={16} />}
          />
        </div>
        <div className="w-52">
          <Select
            label={t('tag')}
            value={tag || 'all'}
            onChange={(value) => setTag(value === 'all' ? '' : value)}
            options={[{ id: 'all', label: t('allTags') }, ...tags.map((one) => ({ id: one, label: one }))]}
          />
        </div>
        <div className="pb-3">
          <Checkbox isSelected={archived} onChange={setArchived}>
            {t('archived')}
          </Checkbox>
        </div>
        <p className="small ml-auto flex flex-wrap gap-x-6 pb-3 text-ink2">
          <span aria-live="polite">{t(found.more ? 'first' : 'count', { count: data.length })}</span>
          {data.length > 0 && (
            <a className="link" href={exportPath({ q: wanted, tag, archived }, locale)} download>
              {t('import.export')}
            </a>
          )}
        </p>
      </div>
      {data.length === 0 ? (
        <div className="mt-10">
          <Empty
            drawing={narrowed ? 'loupe' : 'hanger'}
            title={t.rich(narrowed ? 'nothingFound' : 'none', { em: (words) => <em>{words}</em> })}
            action={
              narrowed ? undefined : (
                <LinkButton variant="primary" href={paths.atelier.newClient}>
                  {t('new')}
                </LinkButton>
              )
            }
          >
            {t(narrowed ? 'loosen' : 'noneHelp')}
          </Empty>
        </div>
      ) : (
        <>
          <div className="mt-6 hidden md:block">
            <DataTable caption={t('title')}>
              <thead>
                <tr>
                  <HeadCell>{t('fields.name')}</HeadCell>
                  <HeadCell>{t('contact')}</HeadCell>
                  <HeadCell>{t('fields.tags')}</HeadCell>
                  <HeadCell>{t('measured')}</HeadCell>
                </tr>
              </thead>
              <tbody>
                {data.map((client) => (
                  <tr key={client.id}>
                    <td>
                      <Link href={paths.atelier.client(client.id)} className="flex items-center gap-3">
                        <Avatar name={client.name} size={32} />
                        <span className="strong">{client.name}</span>
                      </Link>
                    </td>
                    <td className="text-ink2">{client.phone ?? client.email}</td>
                    <td>
                      <span className="flex flex-wrap gap-1">
                        {client.tags.map((one) => (
                          <Tag key={one}>{one}</Tag>
                        ))}
                      </span>
                    </td>
                    <td>
                      <Measured client={client} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </DataTable>
          </div>
          <ul className="mt-2 md:hidden">
            {data.map((client) => (
              <li key={client.id} className="border-b border-hair">
                <Link href={paths.atelier.client(client.id)} className="flex min-h-16 items-center gap-3 py-3">
                  <Avatar name={client.name} size={40} />
                  <span className="min-w-0">
                    <span className="strong block">{client.name}</span>
                    <span className="smaller block text-ink2">
                      <Measured client={client} />
                    </span>
                  </span>
                </Link>
              </li>
            ))}
          </ul>
          <ShowMore of={found} />
        </>
      )}
    </>
  );
}
