'use client';

import { TriangleAlert } from 'lucide-react';
import { DataTable, HeadCell, NumberCell } from '@/components/ui/data-table';
import { Tag } from '@/components/ui/tag';
import { Link } from '@/lib/i18n/routing';
import type { PartyLineDto } from '@/lib/parties/schemas';
import { paths } from '@/lib/paths';
import { usePartyWords } from './use-party-words';

/** Parties as a ledger: event, day, people, what is late and what is due. */
export function PartyList({ parties, today }: { parties: readonly PartyLineDto[]; today: string }) {
  const { t, countdown, money } = usePartyWords();
  return (
    <DataTable caption={t('title')} fold>
      <thead>
        <tr>
          <HeadCell>{t('event')}</HeadCell>
          <HeadCell>{t('people')}</HeadCell>
          <HeadCell>{t('couturier')}</HeadCell>
          <HeadCell number>{t('due')}</HeadCell>
        </tr>
      </thead>
      <tbody>
        {parties.map((one) => {
          const due = one.due.filter(({ amount }) => amount !== 0);
          return (
            <tr key={one.id}>
              <td>
                <Link href={paths.atelier.party(one.id)} className="block py-2 no-underline">
                  <span className="strong block wrap-anywhere">{one.name}</span>
                  <span className="smaller block text-ink2">{countdown(one.day, today)}</span>
                </Link>
              </td>
              <td>
                <span className="inline-flex flex-wrap items-center gap-2">
                  {t('peopleCount', { n: one.people })}
                  {one.lateMeasures > 0 && (
                    <Tag tone="garance" icon={TriangleAlert}>
                      {t('lateMeasures', { n: one.lateMeasures })}
                    </Tag>
                  )}
                </span>
              </td>
              <td>{one.couturierName}</td>
              <NumberCell>
                {due.length > 0 ? due.map(money).join(' + ') : one.due.length > 0 ? t('settled') : ''}
              </NumberCell>
            </tr>
          );
        })}
      </tbody>
    </DataTable>
  );
}
