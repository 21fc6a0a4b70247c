'use client';

import { Banknote, Coins, FileText, type LucideIcon, Package, PencilLine, Reply } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useRefusal } from '@/components/form/use-refusal';
import { LinkLikeButton } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { TextLink } from '@/components/ui/link-button';
import { SectionHead } from '@/components/ui/section-head';
import { useToast } from '@/components/ui/toast';
import type { Awaited } from '@/lib/dashboard/schemas';
import { useRemindClient } from '@/lib/http/dashboard';
import { formatDay, formatMoney } from '@/lib/i18n/format';
import { Link } from '@/lib/i18n/routing';
import { useDashboardWords } from './use-dashboard-words';

const ICONS: Record<Awaited['kind'], LucideIcon> = {
  approval: PencilLine,
  change: Reply,
  quote: FileText,
  deposit: Banknote,
  balance: Coins,
  task: Package,
};
const SHOWN = 5;

interface ListProps {
  awaited: readonly Awaited[];
  now: string;
  /** Where it is not the reader alone who waits. */
  title?: string;
  aside?: ReactNode;
}

/** What is waited for: basted lines, each with a reminder that rings at the client's, or the way to the place. */
export function AwaitedList({ awaited, now, title, aside }: ListProps) {
  const { t } = useDashboardWords();
  const [all, setAll] = useState(false);
  const rows = all ? awaited : awaited.slice(0, SHOWN);
  return (
    <section aria-labelledby="awaited">
      <SectionHead id="awaited" title={title ?? t('awaited.title')} aside={aside} />
      {awaited.length === 0 && <p className="small py-5 text-ink2">{t('awaited.empty')}</p>}
      <ul>
        {rows.map((one) => (
          <AwaitedRow key={`${one.kind}-${one.id}`} one={one} now={now} />
        ))}
      </ul>
      {rows.length < awaited.length && (
        <p className="small py-3">
          <LinkLikeButton onPress={() => setAll(true)}>
            {t('awaited.more', { count: awaited.length - rows.length })}
          </LinkLikeButton>
        </p>
      )}
    </section>
  );
}

function AwaitedRow({ one, now }: { one: Awaited; now: string }) {
  const { t, locale, when } = useDashboardWords();
  const say = useToast();
  const refusal = useRefusal();
  const remind = useRemindClient();
  const name = one.clientName ?? '';
  const title = one.kind === 'task' ? one.title : t(`awaited.${one.kind}`, { name });
  const words = (): string => {
    if (one.kind === 'task')
      return t('awaited.blocked', { subject: name || t('awaited.title'), reason: one.reason ?? t('awaited.noReason') });
    const since = when(one.since, now);
    if ((one.kind === 'deposit' || one.kind === 'balance') && one.amount)
      return t('awaited.money', { amount: formatMoney(locale, one.amount), when: since });
    const day = one.promisedDate ? formatDay(locale, one.promisedDate) : undefined;
    return day && one.kind === 'approval'
      ? t('awaited.sentFor', { title: one.title, when: since, day })
      : t('awaited.sent', { title: one.title, when: since });
  };
  const onRemind = () => {
    if (one.kind === 'task') return;
    remind.mutate(
      { orderId: one.id, about: one.kind },
      {
        onSuccess: () => say({ text: t('awaited.reminded', { name }) }),
        onError: (error) => say({ text: refusal(error).text, error: true }),
      },
    );
  };
  return (
    <li className="basted-row flex items-center gap-3.5 py-3.5">
      <span className="flex w-10 shrink-0 justify-center text-ink2">
        <Icon of={ICONS[one.kind]} />
      </span>
      <Link href={one.href} className="min-w-0 flex-1 no-underline">
        <span className="strong small block wrap-anywhere">{title}</span>
        <span className="smaller line-clamp-2 text-ink2">{words()}</span>
      </Link>
      {one.remindable ? (
        remind.isSuccess ? (
          <span className="small shrink-0 text-ink3">{t('awaited.done')}</span>
        ) : (
          <LinkLikeButton className="small shrink-0" isDisabled={remind.isPending} onPress={onRemind}>
            {t('awaited.remind')}
            <span className="sr-only">, {title}</span>
          </LinkLikeButton>
        )
      ) : (
        <TextLink href={one.href} className="small shrink-0">
          {t('awaited.open')}
          <span className="sr-only">, {title}</span>
        </TextLink>
      )}
    </li>
  );
}
