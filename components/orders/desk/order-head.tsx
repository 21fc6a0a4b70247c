'use client';

import { Check, Ellipsis, FileText, Ticket } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Avatar } from '@/components/ui/avatar';
import { Button } from '@/components/ui/button';
import { buttonLook } from '@/components/ui/button-look';
import { Icon } from '@/components/ui/icon';
import { LinkButton } from '@/components/ui/link-button';
import { Menu, type MenuEntry } from '@/components/ui/menu';
import { formatDate, formatLongDay, formatTime } from '@/lib/i18n/format';
import { Link } from '@/lib/i18n/routing';
import type { OrderDto } from '@/lib/orders/answers';
import { nextStage, type Stage, stageIndex } from '@/lib/house/stages';
import { paths } from '@/lib/paths';
import { paperHref } from '../paper-link';
import { StateTags } from '../state-tags';
import { useOrderWords } from '../use-order-words';

interface Props {
  order: OrderDto;
  /** The cortège it belongs to. */
  party?: { id: string; name: string };
  onMove: (to: Stage) => void;
  onHold: () => void;
  onResume: () => void;
  onEdit: () => void;
  onQuote: () => void;
  onTransfer: () => void;
}

/** Title with the client in italic, the facts, and the gestures: one primary, where the order goes next. */
export function OrderHead({ order, party, onMove, onHold, onResume, onEdit, onQuote, onTransfer }: Props) {
  const { t, locale } = useOrderWords();
  const moves = useTranslations('stages.move');
  const papers = useTranslations('pdf');
  const inParty = useTranslations('parties');
  const hand = useTranslations('couturiers.transfer.order');
  const may = (action: string) => order.allowed.includes(action);
  const next = nextStage(order.stage, order.kind);
  const over = stageIndex(order.stage) < 0;
  const entries: MenuEntry[] = [
    {
      id: 'paper',
      label: papers('work.open'),
      icon: FileText,
      onAction: () => window.open(paperHref(order.id, 'work', locale), '_blank', 'noreferrer'),
    },
    ...(may('edit') || may('schedule') ? [{ id: 'edit', label: t('edit.open'), onAction: onEdit }] : []),
    ...(order.kind === 'piece'
      ? [{ id: 'again', label: t('desk.again'), href: paths.atelier.orderAgain(order.id) }]
      : []),
    ...(may('transfer') ? [{ id: 'transfer', label: hand('open'), onAction: onTransfer }] : []),
    ...(may('fitting') && (order.stage === 'alterations' || (order.kind === 'retouche' && order.stage === 'confirmed'))
      ? [{ id: 'fitting', label: t('move.again'), onAction: () => onMove('fitting') }]
      : []),
    ...(may('declined')
      ? [{ id: 'declined', label: t('move.declineVerb'), grave: true, onAction: () => onMove('declined') }]
      : []),
    ...(may('cancelled')
      ? [{ id: 'cancelled', label: t('move.cancelVerb'), grave: true, onAction: () => onMove('cancelled') }]
      : []),
  ];
  return (
    <header>
      <div className="flex flex-wrap items-baseline justify-between gap-3">
        <nav className="smaller text-ink2" aria-label={t('desk.trail')}>
          <Link href={paths.atelier.orders} className="link">
            {t('desk.orders')}
          </Link>
          <span className="mx-2 text-ink3" aria-hidden="true">
            /
          </span>
          <span className="figures">{order.number}</span>
        </nav>
        <p className="smaller inline-flex items-center gap-1.5 text-ink3">
          <Icon of={Check} size={16} />
          {t('desk.saved', { time: formatTime(locale, order.updatedAt) })}
        </p>
      </div>
      <h1 className={`d2 mt-2 ${over ? 'text-ink3 line-through' : ''}`}>
        {order.title},{' '}
        <Link href={paths.atelier.client(order.clientId)} className="underline-offset-8 hover:underline">
          <em>{order.clientName}</em>
        </Link>
      </h1>
      <div className="mt-4 flex flex-wrap items-center justify-between gap-x-8 gap-y-4">
        <p className="small flex flex-wrap items-center gap-x-5 gap-y-2 text-ink2">
          {order.occasion && (
            <span>
              {order.occasion}
              {order.eventDate && `, ${formatLongDay(locale, order.eventDate)}`}
            </span>
          )}
          <span>
            {order.promisedDate
              ? t('desk.promised', { date: formatDate(locale, order.promisedDate) })
              : t('state.noDate')}
          </span>
          <span className="inline-flex items-center gap-2">
            <Avatar name={order.couturierName} size={26} />
            {order.couturierName}
          </span>
          {party && (
            <Link href={paths.atelier.party(party.id)} className="link wrap-anywhere">
              {inParty('of', { name: party.name })}
            </Link>
          )}
          <StateTags order={order} />
        </p>
        <div className="flex flex-wrap gap-2.5">
          <Menu
            label={t('desk.more')}
            items={entries}
            trigger={
              <Button icon aria-label={t('desk.more')}>
                <Icon of={Ellipsis} />
              </Button>
            }
          />
          {order.kind === 'retouche' && (
            <a href={paperHref(order.id, 'ticket', locale)} target="_blank" rel="noreferrer" {...buttonLook({})}>
              <Icon of={Ticket} size={16} />
              {t('retouche.ticket')}
            </a>
          )}
          {may('openRetouche') && !may('answerDefect') && (
            <LinkButton href={paths.atelier.newRetouche(order.id)}>{t('retouche.open')}</LinkButton>
          )}
          {may('hold') && <Button onPress={onHold}>{t('hold.open')}</Button>}
          {may('resume') && <Button onPress={onResume}>{t('hold.resume')}</Button>}
          {order.stage === 'requested' ? (
            <Button variant="primary" onPress={onQuote}>
              {t('quote.new')}
            </Button>
          ) : (
            next && (
              <Button variant="primary" isDisabled={!may(next)} onPress={() => onMove(next)}>
                {order.kind === 'retouche' && next === 'alterations' ? t('retouche.begin') : moves(next)}
              </Button>
            )
          )}
        </div>
      </div>
    </header>
  );
}
