import { useTranslations } from 'next-intl';
import { OrderPlate } from '@/components/orders/order-plate';
import { StageBar } from '@/components/orders/stage-bar';
import { TextLink } from '@/components/ui/link-button';
import type { Locale } from '@/lib/actor';
import { formatDayMonth } from '@/lib/i18n/format';
import { paths } from '@/lib/paths';
import type { WardrobeComing } from '@/lib/wardrobe/get-wardrobe';

/** A piece on its way: basted, since it is not hanging there yet. */
export function ComingRow({ piece, locale }: { piece: WardrobeComing; locale: Locale }) {
  const t = useTranslations('account.wardrobe');
  const stages = useTranslations('stages.stage');
  const { id, kind, number, title, stage, promisedDate } = piece;
  return (
    <article className="wardrobe-coming basted-row" aria-labelledby={`piece-${id}`}>
      <OrderPlate plate={piece.plate} width={320} className="h-32 w-24 shrink-0" decorative />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-baseline justify-between gap-x-4">
          <span className="caption figures">{number}</span>
          {promisedDate && (
            <span className="smaller text-ink2">{t('promised', { day: formatDayMonth(locale, promisedDate) })}</span>
          )}
        </p>
        <h2 id={`piece-${id}`} className="h2 wrap-anywhere">
          {title}
        </h2>
        <p className="small text-ink2">
          {t(kind === 'retouche' ? 'comingRetouche' : 'coming', { stage: stages(stage).toLocaleLowerCase(locale) })}
        </p>
        <div className="mt-3">
          <StageBar stage={stage} kind={kind} size="compact" />
        </div>
        <TextLink href={paths.account.order(id)} className="small mt-3">
          {t('follow')}
          <span className="sr-only">, {title}</span>
        </TextLink>
      </div>
    </article>
  );
}
