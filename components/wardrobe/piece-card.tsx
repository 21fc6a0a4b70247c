import { useTranslations } from 'next-intl';
import { HonestDay } from '@/components/models/honest-day';
import { OrderPlate } from '@/components/orders/order-plate';
import { LinkButton, TextLink } from '@/components/ui/link-button';
import type { Locale } from '@/lib/actor';
import { formatCentimetres, formatDate, formatDifference, formatMoney } from '@/lib/i18n/format';
import { paths } from '@/lib/paths';
import type { WardrobePiece } from '@/lib/wardrobe/get-wardrobe';
import type { BodyChange } from '@/lib/wardrobe/rules';

interface Props {
  piece: WardrobePiece;
  /** What the house calls it. */
  garment: string;
  locale: Locale;
}

/** Points that are shown: those that moved most. */
const SHOWN = 3;

/** A piece that was handed over: what has changed of the body since, what it costs and when it could be there, and how to have it again. */
export function PieceCard({ piece, garment, locale }: Props) {
  const t = useTranslations('account.wardrobe');
  const stages = useTranslations('stages.stage');
  const { id, number, title, deliveredAt, couturierName, body, priceFrom, retouches, reported } = piece;
  return (
    <article className="wardrobe-piece" aria-labelledby={`piece-${id}`}>
      <OrderPlate plate={piece.plate} width={640} className="wardrobe-plate" decorative />
      <div className="wardrobe-words">
        <p className="flex flex-wrap items-baseline justify-between gap-x-4">
          <span className="caption figures">{number}</span>
          {deliveredAt && (
            <span className="smaller text-ink2">{t('delivered', { day: formatDate(locale, deliveredAt) })}</span>
          )}
        </p>
        <h2 id={`piece-${id}`} className="h1 wrap-anywhere">
          {title}
        </h2>
        <p className="small text-ink2">{t('by', { garment, name: couturierName })}</p>
        {body && body.changes.length > 0 ? (
          <Changes changes={body.changes.slice(0, SHOWN)} locale={locale} />
        ) : (
          <p className="wardrobe-detail small mt-4 text-ink3">{t('unmeasured')}</p>
        )}
        <p className="wardrobe-detail small mt-3 text-ink2">
          {body && `${t('measured', { day: formatDate(locale, body.takenAt) })} `}
          {priceFrom
            ? t.rich('today', {
                price: formatMoney(locale, priceFrom),
                day: () => (
                  <HonestDay
                    garment={piece.garment}
                    couturierId={piece.couturierId}
                    locale={locale}
                    usual={t('unknownDay')}
                  />
                ),
              })
            : t('noPrice')}
        </p>
        {reported && <p className="small mt-3 text-garance">{t('reported')}</p>}
        {retouches.map((one) => (
          <p key={one.id} className="small mt-3">
            <TextLink href={paths.account.order(one.id)}>
              {t('retouched', { number: one.number, stage: stages(one.stage).toLocaleLowerCase(locale) })}
            </TextLink>
          </p>
        ))}
        <p className="wardrobe-verbs">
          <LinkButton href={paths.account.orderAgain(id)} variant="primary" className="wardrobe-again">
            {t('again')}
            <span className="sr-only">, {title}</span>
          </LinkButton>
          <TextLink href={paths.account.orderDefect(id)} className="small">
            {t('alter')}
            <span className="sr-only">, {title}</span>
          </TextLink>
          <TextLink href={paths.account.order(id)} className="small">
            {t('file')}
            <span className="sr-only">, {title}</span>
          </TextLink>
        </p>
      </div>
    </article>
  );
}

function Changes({ changes, locale }: { changes: readonly BodyChange[]; locale: Locale }) {
  const t = useTranslations('account.wardrobe');
  const points = useTranslations('measurements.points');
  return (
    <table className="wardrobe-changes small">
      <caption className="strong">{t('changed')}</caption>
      <tbody>
        {changes.map(({ code, label, before, now }) => {
          const difference = Math.round((now - before) * 10) / 10;
          return (
            <tr key={code ?? label}>
              <th scope="row">{code ? points(code) : label}</th>
              <td className="figures">
                {difference !== 0 && (
                  <>
                    <s className="text-ink3">{formatCentimetres(locale, before)}</s>{' '}
                    <span aria-hidden="true" className="text-ink3">
                      →
                    </span>{' '}
                  </>
                )}
                <span className="strong">{formatCentimetres(locale, now)}</span>
              </td>
              <td className="figures text-ink2">
                {difference === 0 ? t('same') : formatDifference(locale, difference)}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
