'use client';

import { Lock, Plus, TriangleAlert } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { LinkLikeButton } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { Tag } from '@/components/ui/tag';
import type { ClientDto } from '@/lib/clients/dto';
import { daysBetween, formatWholeDay } from '@/lib/i18n/format';
import { AddLine } from './add-line';
import { printBirthday } from './birthday';
import { MergedFiles } from './merged-files';
import { useAppend } from './use-append';

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[92px_1fr] py-1">
      <dt className="small text-ink2">{name}</dt>
      <dd className="small break-words">{children}</dd>
    </div>
  );
}

/** What one must know at a glance: the event that counts down, how to reach the person, what to mind, tags, internal notes. */
export function ClientAside({ client, now, onEdit }: { client: ClientDto; now: string; onEdit: () => void }) {
  const t = useTranslations('clients');
  const locale = useLocale();
  const { append } = useAppend(client);
  const [tagging, setTagging] = useState(false);
  const days = client.event ? daysBetween(now, client.event.date) : -1;
  return (
    <div className="flex flex-col gap-5">
      {client.event && days >= 0 && (
        <div className="flex items-center gap-4 border-y border-t-ink border-b-hair py-3">
          <p className="display text-[4.25rem]">{days}</p>
          <div>
            <p className="strong small">{t('daysTo', { days, event: client.event.label })}</p>
            <p className="smaller text-ink2 first-letter:uppercase">{formatWholeDay(locale, client.event.date)}</p>
          </div>
        </div>
      )}
      <dl className="border-b border-hair pb-4">
        {client.phone && (
          <Fact name={t('fields.phone')}>
            <a className="link figures" href={`tel:${client.phone.replace(/\s/g, '')}`}>
              {client.phone}
            </a>
          </Fact>
        )}
        {client.email && (
          <Fact name={t('fields.email')}>
            <a className="link" href={`mailto:${client.email}`}>
              {client.email}
            </a>
            {client.emailProved === false && <span className="smaller block text-ink3">{t('emailUnproved')}</span>}
          </Fact>
        )}
        {client.address && <Fact name={t('fields.address')}>{client.address}</Fact>}
        {client.birthday && <Fact name={t('fields.birthday')}>{printBirthday(locale, client.birthday)}</Fact>}
        {client.contactNote && <Fact name={t('reach')}>{client.contactNote}</Fact>}
      </dl>
      <section className="border-b border-hair pb-4">
        <div className="flex items-baseline justify-between">
          <h2 className="strong small">{t('toKnow')}</h2>
          <LinkLikeButton className="smaller" onPress={onEdit}>
            {t('edit')}
          </LinkLikeButton>
        </div>
        {client.allergies && (
          <p className="small mt-2 flex gap-2">
            <span className="mt-1 text-ocre">
              <Icon of={TriangleAlert} size={16} label={t('fields.allergies')} />
            </span>
            {client.allergies}
          </p>
        )}
        {client.posture && <p className="small mt-2 text-ink2">{client.posture}</p>}
        {client.preferences && <p className="small mt-2 text-ink2">{client.preferences}</p>}
        {!client.allergies && !client.posture && !client.preferences && (
          <p className="small mt-2 text-ink3">{t('nothingToKnow')}</p>
        )}
      </section>
      <section>
        <h2 className="strong small">{t('fields.tags')}</h2>
        <div className="mt-2 flex flex-wrap items-center gap-1.5">
          {client.tags.map((tag) => (
            <Tag key={tag}>{tag}</Tag>
          ))}
          {tagging ? (
            <AddLine
              label={t('newTag')}
              maxLength={40}
              autoFocus
              onAdd={(tag) => append((file) => ({ tags: [...file.tags, tag] })).then(() => setTagging(false))}
              onLeave={() => setTagging(false)}
            />
          ) : (
            <button
              type="button"
              className="bati-box caption inline-flex h-6 items-center gap-1 px-2 text-ink"
              aria-label={t('addTag')}
              onClick={() => setTagging(true)}
            >
              <Icon of={Plus} size={14} />
              {t('add')}
            </button>
          )}
        </div>
      </section>
      {client.merged.length > 0 && <MergedFiles merged={client.merged} />}
      <section className="bg-wash-ocre p-4">
        <h2 className="strong small flex items-center gap-2">
          <Icon of={Lock} size={16} />
          <span className="flex-1">{t('fields.notes')}</span>
          <span className="caption text-ink2">{t('neverSeen')}</span>
        </h2>
        {client.notes && <p className="small mt-2 whitespace-pre-line break-words">{client.notes}</p>}
        <div className="mt-3">
          <AddLine
            label={t('addNote')}
            maxLength={1000}
            onAdd={(note) => append((file) => ({ notes: file.notes ? `${file.notes}\n${note}` : note }))}
          />
        </div>
      </section>
    </div>
  );
}
