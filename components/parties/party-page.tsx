'use client';

import { Ellipsis, Plus } from 'lucide-react';
import { useState } from 'react';
import { Refusal } from '@/components/form/refusal';
import { Avatar } from '@/components/ui/avatar';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { Menu } from '@/components/ui/menu';
import { useParty, useReturnMember } from '@/lib/http/parties';
import { Link } from '@/lib/i18n/routing';
import { peopleOf } from '@/lib/parties/rules';
import type { CommonDayDto, PartyDto, PartyMemberDto } from '@/lib/parties/schemas';
import { paths } from '@/lib/paths';
import { CommonDays } from './common-days';
import { DayDialog } from './day-dialog';
import { MemberDialog } from './member-dialog';
import { MemberEdit } from './member-edit';
import { PartyForm, type PartyPeople } from './party-form';
import { PartyPlates } from './party-plates';
import { PartyTable } from './party-table';
import { Payers } from './payers';
import { usePartyWords } from './use-party-words';
import { WithdrawDialog } from './withdraw-dialog';

interface Props extends PartyPeople {
  initial: PartyDto;
  garments: readonly { code: string; label: string }[];
  /** The day at the atelier, `2026-12-01`. */
  today: string;
}

type Asking =
  | { what: 'edit' | 'person' }
  | { what: 'member' | 'withdraw'; member: PartyMemberDto }
  | { what: 'day'; day?: CommonDayDto };

/** A cortège: what is true of it in one sentence, its outfits, everybody in one table, common days and who pays. */
export function PartyPage({ initial, couturiers, viewerId, garments, today }: Props) {
  const { t, countdown } = usePartyWords();
  const { data: party } = useParty(initial);
  const back = useReturnMember(party.id);
  const [asking, setAsking] = useState<Asking | null>(null);
  const onClose = () => setAsking(null);
  const here = peopleOf(party);
  const outfits = here.filter(({ order }) => order).length;
  return (
    <div className="page py-8">
      <nav className="smaller text-ink2" aria-label={t('trail')}>
        <Link href={paths.atelier.orders} className="link">
          {t('orders')}
        </Link>
        <span className="mx-2 text-ink3" aria-hidden="true">
          /
        </span>
        <Link href={paths.atelier.parties} className="link">
          {t('title')}
        </Link>
      </nav>
      <h1 className="d2 mt-2 wrap-anywhere">
        {t.rich('heading', { name: party.name, count: outfits, em: (words) => <em>{words}</em> })}
      </h1>
      <div className="mt-4 flex flex-wrap items-center justify-between gap-x-8 gap-y-4">
        <p className="small flex flex-wrap items-center gap-x-5 gap-y-2 text-ink2">
          <span>{countdown(party.day, today)}</span>
          {party.place && <span className="wrap-anywhere">{party.place}</span>}
          <span className="inline-flex items-center gap-2">
            <Avatar name={party.couturierName} size={26} />
            {t('watches', { name: party.couturierName })}
          </span>
        </p>
        <div className="flex flex-wrap gap-2.5">
          <Menu
            label={t('more')}
            items={[{ id: 'edit', label: t('edit'), onAction: () => setAsking({ what: 'edit' }) }]}
            trigger={
              <Button icon aria-label={t('more')}>
                <Icon of={Ellipsis} />
              </Button>
            }
          />
          <Button variant="primary" onPress={() => setAsking({ what: 'person' })}>
            <Icon of={Plus} size={16} />
            {t('person')}
          </Button>
        </div>
      </div>
      <Lead party={party} />
      {party.note && <p className="small mt-3 max-w-152 whitespace-pre-line text-ink2">{party.note}</p>}
      <Refusal of={back.error} className="mt-4" />
      <PartyPlates members={here} />
      {party.members.length > 0 && (
        <div className="mt-10">
          <PartyTable
            party={party}
            onEdit={(member) => setAsking({ what: 'member', member })}
            onWithdraw={(member) => setAsking({ what: 'withdraw', member })}
            onReturn={({ n }) => back.mutate(n)}
          />
        </div>
      )}
      <div className="mt-16 grid grid-cols-[minmax(0,1fr)] gap-14 lg:grid-cols-[minmax(0,1.28fr)_minmax(0,1fr)] lg:gap-16">
        <CommonDays days={party.days} onAsk={(day) => setAsking({ what: 'day', day })} />
        <Payers party={party} />
      </div>
      {asking?.what === 'edit' && <PartyForm {...{ party, couturiers, viewerId, onClose }} />}
      {asking?.what === 'person' && <MemberDialog {...{ party, garments, onClose }} />}
      {asking?.what === 'member' && <MemberEdit {...{ party, onClose }} member={asking.member} />}
      {asking?.what === 'withdraw' && <WithdrawDialog {...{ party, onClose }} member={asking.member} />}
      {asking?.what === 'day' && <DayDialog {...{ party, onClose }} day={asking.day} />}
    </div>
  );
}

/** What is true of the whole, in a sentence or two. */
function Lead({ party }: { party: PartyDto }) {
  const { t } = usePartyWords();
  const here = peopleOf(party);
  if (here.length === 0) return <p className="lead mt-6 max-w-152">{t('lead.nobody')}</p>;
  const holds = here.filter(({ order }) => order?.promise === 'onTime').length;
  const endangered = here.filter(({ order }) => order?.promise && order.promise !== 'onTime').length;
  const late = here.filter(({ measures }) => measures.state === 'late');
  const [first, ...others] = [...late].sort((a, b) => (b.measures.daysLate ?? 0) - (a.measures.daysLate ?? 0));
  const unpriced = here.filter(({ order }) => order && !order.total).length;
  const said = [
    holds > 0 && t('lead.holds', { n: holds }),
    endangered > 0 && t('lead.endangered', { n: endangered }),
    first && t('lead.late', { name: first.name, days: first.measures.daysLate ?? 0 }),
    others.length > 0 && t('lead.lateMore', { n: others.length }),
    unpriced > 0 && t('lead.unpriced', { n: unpriced }),
  ].filter(Boolean);
  return said.length > 0 && <p className="lead mt-6 max-w-152">{said.join(' ')}</p>;
}
