'use client';

import { useLocale, useTranslations } from 'next-intl';
import { TextLink } from '@/components/ui/link-button';
import { formatDate } from '@/lib/i18n/format';
import type { HouseDto } from '@/lib/house/schemas';
import { usePathNames } from './use-path-names';

const SHOWN = 8;

/** « Qui a changé quoi » : old struck, new beside it. */
export function ChangeList({ house, journal }: { house: HouseDto; journal: string }) {
  const t = useTranslations('house.settings');
  const stages = useTranslations('stages');
  const locale = useLocale();
  const nameOf = usePathNames(house.vocabulary);
  const changes = (house.changes ?? []).slice(0, SHOWN);
  const print = (path: string, value: string | number) => {
    if (typeof value === 'number') return path.includes('Hours') ? `${value}\u00a0h` : String(value);
    return stages.has(`stage.${value}` as never) ? stages(`stage.${value}` as never) : value;
  };
  return (
    <aside aria-labelledby="changes-title">
      <h2 id="changes-title" className="small strong border-b border-ink pb-3">
        {t('changes')}
      </h2>
      {changes.length === 0 && <p className="small pt-3 text-ink3">{t('noChanges')}</p>}
      <ul>
        {changes.map((change) => (
          <li key={`${change.at} ${change.path}`} className="border-b border-hair py-4">
            <span className="caption block">{formatDate(locale, change.at)}</span>
            <span className="small block">{nameOf(change.path)}</span>
            {change.to !== undefined && (
              <span className="small flex gap-2">
                {change.from !== undefined && <s className="text-ink3">{print(change.path, change.from)}</s>}
                <span className="strong">{print(change.path, change.to)}</span>
              </span>
            )}
            <span className="caption block">{change.byName}</span>
          </li>
        ))}
      </ul>
      <TextLink className="small" href={journal}>
        {t('journal')}
      </TextLink>
    </aside>
  );
}
