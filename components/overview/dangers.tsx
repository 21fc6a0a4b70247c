'use client';

import { Clock, TriangleAlert } from 'lucide-react';
import { useRefusal } from '@/components/form/use-refusal';
import { OrderPlate } from '@/components/orders/order-plate';
import { usePromiseWords } from '@/components/promises/use-promise-words';
import { LinkLikeButton } from '@/components/ui/button';
import { TextLink } from '@/components/ui/link-button';
import { SectionHead } from '@/components/ui/section-head';
import { Tag } from '@/components/ui/tag';
import { useToast } from '@/components/ui/toast';
import { daysFrom } from '@/lib/calendar';
import { useGiveTask } from '@/lib/http/overview';
import { firstName, formatDay, formatDuration } from '@/lib/i18n/format';
import { Link } from '@/lib/i18n/routing';
import type { OverviewDanger, OverviewDto, OverviewHelp } from '@/lib/overview/schemas';
import { paths } from '@/lib/paths';
import { useOverviewWords } from './use-overview-words';

/** Promised days in danger: what is true of each, what would make it hold, and the one tap that does it. */
export function Dangers({ data }: { data: OverviewDto }) {
  const { t } = useOverviewWords(data.day);
  const { late, untenable, tight } = data.counts;
  const more = late + untenable + tight - data.dangers.length;
  return (
    <section aria-labelledby="dangers" className="min-w-0">
      <SectionHead
        id="dangers"
        title={t('dangers.title')}
        aside={<TextLink href={paths.atelier.orders}>{t('dangers.all')}</TextLink>}
      />
      {data.dangers.length === 0 && <p className="small py-5 text-ink2">{t('dangers.empty')}</p>}
      <ul>
        {data.dangers.map((one) => (
          <DangerRow key={one.orderId} one={one} today={data.day} />
        ))}
      </ul>
      {more > 0 && <p className="small py-3 text-ink2">{t('dangers.more', { n: more })}</p>}
    </section>
  );
}

function DangerRow({ one, today }: { one: OverviewDanger; today: string }) {
  const { t, locale, on } = useOverviewWords(today);
  const promise = usePromiseWords();
  const { state, reason, help, needed } = one;
  const truth = (): string => {
    if (state === 'late') return needed > 0 ? t('dangers.left', { needed: formatDuration(needed) }) : t('dangers.done');
    if (reason?.kind === 'beyondHands')
      return t('dangers.short', {
        needed: formatDuration(reason.needed ?? needed),
        name: firstName(one.handsName),
        free: formatDuration(reason.free ?? 0),
      });
    return reason ? promise.reason(reason) : '';
  };
  const hope = (): string => {
    if (help?.kind === 'task')
      return t(help.day ? 'dangers.givenDay' : help.degree === 'holds' ? 'dangers.givenHolds' : 'dangers.givenTight', {
        task: help.title,
        name: firstName(help.couturierName),
        day: help.day ? on(help.day) : '',
      });
    if (help?.kind === 'day') return t('dangers.later', { day: on(help.day) });
    return state === 'tight' ? '' : t('dangers.noDay');
  };
  return (
    <li className="danger-row">
      <Link href={paths.atelier.order(one.orderId)} className="danger-plate" tabIndex={-1} aria-hidden="true">
        <OrderPlate plate={one.plate} width={320} className="h-20 w-15" decorative />
      </Link>
      <div className="min-w-0">
        <p className="flex flex-wrap items-baseline gap-x-3">
          <Link href={paths.atelier.order(one.orderId)} className="h3 wrap-anywhere no-underline">
            {one.title}
          </Link>
          <span className="smaller min-w-0 wrap-anywhere text-ink2">{one.clientName}</span>
        </p>
        <p className="smaller mt-1 text-ink2">
          {truth()} {hope()}
        </p>
      </div>
      <div className="danger-verbs">
        <span className="small figures">{formatDay(locale, one.day)}</span>
        <StateTag one={one} today={today} />
        <Verb one={one} today={today} />
      </div>
    </li>
  );
}

function StateTag({ one: { state, day, reason }, today }: { one: OverviewDanger; today: string }) {
  const { t } = useOverviewWords(today);
  if (state === 'tight')
    return (
      <Tag tone="ocre" icon={Clock}>
        {reason?.margin === undefined
          ? t('dangers.tight')
          : t('dangers.tightBy', { margin: formatDuration(reason.margin) })}
      </Tag>
    );
  return (
    <Tag tone="garance" icon={TriangleAlert}>
      {state === 'late' ? t('dangers.late', { n: daysFrom(day, today) }) : t('dangers.untenable')}
    </Tag>
  );
}

/** A task changes hands at once; a new day is only proposed here, and promised on the order. */
function Verb({ one, today }: { one: OverviewDanger; today: string }) {
  const { t, onShort } = useOverviewWords(today);
  const { help, orderId, title, state } = one;
  if (help?.kind === 'task') return <GiveTask help={help} />;
  const href = paths.atelier.order(orderId);
  return (
    <TextLink href={help ? { pathname: href, query: { propose: help.day } } : href} className="small md:text-right">
      {help ? t(state === 'late' ? 'dangers.tell' : 'dangers.propose', { day: onShort(help.day) }) : t('dangers.open')}
      <span className="sr-only">, {title}</span>
    </TextLink>
  );
}

function GiveTask({ help }: { help: Extract<OverviewHelp, { kind: 'task' }> }) {
  const { t } = useOverviewWords('');
  const say = useToast();
  const refusal = useRefusal();
  const give = useGiveTask();
  const { taskId, version, title: task } = help;
  const failed = (error: unknown) => say({ text: refusal(error).text, error: true });
  const name = firstName(help.couturierName);
  const onGive = () =>
    give.mutate(
      { id: taskId, version, assigneeId: help.couturierId },
      {
        onSuccess: (given) =>
          say({
            text: t('dangers.given', { task, name }),
            action: {
              label: t('dangers.undo'),
              onPress: () =>
                give.mutate(
                  { id: taskId, version: given.version, assigneeId: help.fromId },
                  { onSuccess: () => say({ text: t('dangers.returned', { task }) }), onError: failed },
                ),
            },
          }),
        onError: failed,
      },
    );
  return (
    <LinkLikeButton className="small md:text-right" isDisabled={give.isPending} onPress={onGive}>
      {t('dangers.give', { task, name })}
    </LinkLikeButton>
  );
}
