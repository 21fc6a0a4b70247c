'use client';

import { ArchiveRestore, Check, TriangleAlert } from 'lucide-react';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { useRefusal } from '@/components/form/use-refusal';
import { SettingsSection } from '@/components/settings/settings-section';
import { Button } from '@/components/ui/button';
import { DataTable, HeadCell } from '@/components/ui/data-table';
import { Icon } from '@/components/ui/icon';
import { useToast } from '@/components/ui/toast';
import { KEPT } from '@/lib/backup/rules';
import type { BackupDto, BackupsDto } from '@/lib/backup/schemas';
import { useBackups, useMakeBackup } from '@/lib/http/backups';
import { formatBytes, formatClock, formatDay, formatTime } from '@/lib/i18n/format';
import { Nights } from './nights';

const SHOWN = 7;
const REASONS = ['diskFull', 'folderAway', 'changedTooMuch', 'notWhole'] as const;

/** What is kept of the house, how old it is, and how it is taken elsewhere. */
export function BackupsSection({ backups: given }: { backups: BackupsDto }) {
  const t = useTranslations('house.backups');
  const locale = useLocale();
  const say = useToast();
  const refusal = useRefusal();
  const { data } = useBackups(given);
  const make = useMakeBackup();
  const failed = data.failed;
  const reason = REASONS.find((one) => one === failed?.code) ?? 'other';
  const moment = (value: string) => `${formatDay(locale, value)}, ${formatTime(locale, value)}`;
  return (
    <SettingsSection
      id="backups"
      title={t('title')}
      help={data.at ? t('help', { at: formatClock(locale, data.at) }) : t('helpOff')}
      aside={
        <Button
          busy={data.running || make.isPending}
          onPress={() =>
            make.mutate(undefined, {
              onSuccess: () => say({ text: t('started') }),
              onError: (error) => say({ text: refusal(error).text, error: true }),
            })
          }
        >
          {t(data.running ? 'running' : 'now')}
        </Button>
      }
    >
      <Nights items={data.items} at={data.at} />
      <Age last={data.items[0]} />
      {failed && (
        <p role="status" className="small mt-2 flex items-start gap-2 text-ocre">
          <Icon of={TriangleAlert} size={16} />
          {t('failed', { when: moment(failed.at), reason: t(`reasons.${reason}`) })}
        </p>
      )}
      {data.items.length > 0 && (
        <div className="mt-6">
          <DataTable caption={t('title')} fold>
            <thead>
              <tr>
                <HeadCell>{t('made')}</HeadCell>
                <HeadCell number>{t('size')}</HeadCell>
                <HeadCell number>{t('documents')}</HeadCell>
                <HeadCell number>{t('files')}</HeadCell>
                <HeadCell>{t('checked')}</HeadCell>
                <th scope="col">
                  <span className="sr-only">{t('actions')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {data.items.slice(0, SHOWN).map((one) => (
                <Row key={one.name} backup={one} when={moment(one.madeAt)} />
              ))}
            </tbody>
          </DataTable>
        </div>
      )}
      <dl className="mt-6 grid gap-x-8 gap-y-4 sm:grid-cols-2">
        <div>
          <dt className="caption">{t('kept')}</dt>
          <dd className="small mt-1">{t('keptText', KEPT)}</dd>
        </div>
        <div>
          <dt className="caption">{t('key')}</dt>
          <dd className="small mt-1">
            {t(data.sealed ? 'sealed' : 'plain')}
            <span className="mt-1 block text-ink2">{t(data.sealed ? 'sealedText' : 'plainText')}</span>
          </dd>
        </div>
      </dl>
      <div className="bati-box mt-6 flex items-start gap-4 p-5">
        <Icon of={ArchiveRestore} size={20} />
        <div>
          <p className="strong">{t('restore')}</p>
          <p className="small measure mt-1 text-ink2">{t('restoreText')}</p>
          <p className="caption mt-2">
            <code>npm run restore</code>
          </p>
        </div>
      </div>
    </SettingsSection>
  );
}

/** How old the newest is; by the reader's clock, so it is said once the page lives. */
function Age({ last }: { last: BackupDto | undefined }) {
  const t = useTranslations('house.backups');
  const format = useFormatter();
  if (!last) return <p className="small mt-3 text-ink2">{t('none')}</p>;
  return (
    <p className="small mt-3 text-ink2" suppressHydrationWarning>
      {t('last', { age: format.relativeTime(new Date(last.madeAt), new Date()) })}
    </p>
  );
}

function Row({ backup, when }: { backup: BackupDto; when: string }) {
  const t = useTranslations('house.backups');
  const locale = useLocale();
  return (
    <tr>
      <td className="strong">{when}</td>
      <td data-number>{formatBytes(locale, backup.bytes)}</td>
      <td data-number>{backup.documents.toLocaleString(locale)}</td>
      <td data-number>{backup.files.toLocaleString(locale)}</td>
      <td className="text-sarcelle">
        <span className="flex items-center gap-2">
          <Icon of={Check} size={16} />
          {t('whole')}
        </span>
      </td>
      <td className="text-right">
        <a className="link" href={`/api/house/backups/${backup.name}`} download aria-label={t('takeOf', { when })}>
          {t('take')}
        </a>
      </td>
    </tr>
  );
}
