'use client';

import { Check, Clock, Ellipsis, TriangleAlert } from 'lucide-react';
import { StageWord } from '@/components/orders/phase';
import { IconButton } from '@/components/ui/button';
import { DataTable, HeadCell, NumberCell } from '@/components/ui/data-table';
import { Icon } from '@/components/ui/icon';
import { Menu, type MenuEntry } from '@/components/ui/menu';
import { Tag } from '@/components/ui/tag';
import { formatDayMonth } from '@/lib/i18n/format';
import { Link } from '@/lib/i18n/routing';
import type { PartyDto, PartyMemberDto } from '@/lib/parties/schemas';
import { paths } from '@/lib/paths';
import { usePartyWords } from './use-party-words';

interface Acts {
  onEdit: (member: PartyMemberDto) => void;
  onWithdraw: (member: PartyMemberDto) => void;
  onReturn: (member: PartyMemberDto) => void;
}

const STATES = {
  onTime: { tone: 'sarcelle', icon: Check },
  tight: { tone: 'ocre', icon: Clock },
  untenable: { tone: 'garance', icon: TriangleAlert },
  late: { tone: 'garance', icon: TriangleAlert },
} as const;

/** Everybody of a party: stage, measures, promise, payer, price and what is due. A row that is not agreed on is basted. */
export function PartyTable({ party, ...acts }: { party: PartyDto } & Acts) {
  const { t } = usePartyWords();
  const members = [...party.members].sort((a, b) => Number(Boolean(a.withdrawn)) - Number(Boolean(b.withdrawn)));
  return (
    <DataTable caption={t('table.caption')} fold>
      <thead>
        <tr>
          <HeadCell>{t('table.who')}</HeadCell>
          <HeadCell>{t('table.stage')}</HeadCell>
          <HeadCell>{t('table.measures')}</HeadCell>
          <HeadCell>{t('table.promise')}</HeadCell>
          <HeadCell>{t('table.payer')}</HeadCell>
          <HeadCell number>{t('table.price')}</HeadCell>
          <HeadCell number>{t('table.due')}</HeadCell>
          <th scope="col">
            <span className="sr-only">{t('table.menu')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {members.map((member) =>
          member.withdrawn ? (
            <Withdrawn key={member.n} member={member} acts={acts} />
          ) : (
            <Row key={member.n} member={member} party={party} acts={acts} />
          ),
        )}
      </tbody>
    </DataTable>
  );
}

function Who({ member }: { member: PartyMemberDto }) {
  const { order, name, part, clientId, withdrawn } = member;
  return (
    <Link
      href={order ? paths.atelier.order(order.id) : paths.atelier.client(clientId)}
      className="block py-1.5 no-underline"
    >
      <span className={`block min-w-28 wrap-anywhere ${withdrawn ? 'text-ink3 line-through' : 'strong'}`}>{name}</span>
      <span className="caption figures block">{order?.number ?? part}</span>
    </Link>
  );
}

function Row({ member, party, acts }: { member: PartyMemberDto; party: PartyDto; acts: Acts }) {
  const { t, locale, money } = usePartyWords();
  const { order, payer } = member;
  const state = order?.promise && STATES[order.promise];
  return (
    <tr className={order?.agreed ? undefined : 'basted-row'}>
      <td>
        <Who member={member} />
      </td>
      <td>{order ? <StageWord stage={order.stage} /> : <span className="text-ink3">{t('table.noOrder')}</span>}</td>
      <td>
        <Measures member={member} by={party.measuresBy} />
      </td>
      <td>
        <span className="inline-flex flex-wrap items-center gap-x-3 gap-y-1">
          {order &&
            (order.promisedDate ? (
              formatDayMonth(locale, order.promisedDate)
            ) : (
              <span className="text-ink3">{t('table.noDay')}</span>
            ))}
          {order?.promise && state && (
            <Tag tone={state.tone} icon={state.icon}>
              {t(`state.${order.promise}`)}
            </Tag>
          )}
        </span>
      </td>
      <td className="wrap-anywhere">{party.payers.find(({ n }) => n === payer)?.name}</td>
      <NumberCell>
        {order && (order.total ? money(order.total) : <span className="text-ink3">{t('table.noPrice')}</span>)}
      </NumberCell>
      <NumberCell>{order?.due && <span className="strong">{money(order.due)}</span>}</NumberCell>
      <td data-number="">
        <Acts member={member} acts={acts} />
      </td>
    </tr>
  );
}

function Withdrawn({ member, acts }: { member: PartyMemberDto; acts: Acts }) {
  const { t, short } = usePartyWords();
  const { order, withdrawn } = member;
  const what = order ? (order.stage === 'cancelled' ? 'cancelled' : 'kept') : 'none';
  return (
    <tr>
      <td>
        <Who member={member} />
      </td>
      <td colSpan={6} className="small wrap-anywhere text-ink2">
        {withdrawn && t(`withdrew.${what}`, { day: short(withdrawn.at) })} {withdrawn?.note}
      </td>
      <td data-number="">
        <Acts member={member} acts={acts} />
      </td>
    </tr>
  );
}

function Measures({ member: { measures }, by }: { member: PartyMemberDto; by?: string }) {
  const { t, noon, short } = usePartyWords();
  const { state, daysLate, takenAt, points } = measures;
  if (state === 'late')
    return (
      <Tag tone="garance" icon={TriangleAlert}>
        {t('table.late', { n: daysLate ?? 0 })}
      </Tag>
    );
  if (state === 'awaited')
    return (
      <span className="text-ink3">{by ? t('table.awaitedBy', { day: short(noon(by)) }) : t('table.awaited')}</span>
    );
  if (!takenAt || state === 'none') return null;
  return t('table.points', { day: short(takenAt), n: points ?? 0 });
}

function Acts({ member, acts: { onEdit, onWithdraw, onReturn } }: { member: PartyMemberDto; acts: Acts }) {
  const { t } = usePartyWords();
  const { order, clientId, name, withdrawn } = member;
  const items: MenuEntry[] = [
    ...(order ? [{ id: 'order', label: t('member.openOrder'), href: paths.atelier.order(order.id) }] : []),
    { id: 'file', label: t('member.openFile'), href: paths.atelier.client(clientId) },
    ...(withdrawn
      ? [{ id: 'back', label: t('member.back'), onAction: () => onReturn(member) }]
      : [
          { id: 'measure', label: t('member.measure'), href: paths.atelier.newMeasurements(clientId) },
          { id: 'edit', label: t('member.edit'), onAction: () => onEdit(member) },
          { id: 'withdraw', label: t('member.withdraw'), grave: true, onAction: () => onWithdraw(member) },
        ]),
  ];
  return (
    <Menu
      label={name}
      items={items}
      trigger={
        <IconButton size="small" label={`${t('table.menu')}, ${name}`}>
          <Icon of={Ellipsis} size={16} />
        </IconButton>
      }
    />
  );
}
