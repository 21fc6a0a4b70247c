import type { Locale } from '../actor';
import { formatDate, formatMoney, formatTime } from '../i18n/format';
import { translator } from '../i18n/translate';
import type { Money } from '../money';
import type { OrderDto, QuoteDto } from '../orders/answers';

/** What is printed of an agreement that the house noted. */
type NotedAgreement = Pick<QuoteDto, 'noted' | 'paper'> & { by?: { name: string }; at?: string };

/** The words of a paper in one language: the same as on the screens, and the few of its own. */
export function paperWords(locale: Locale) {
  const t = translator(locale, 'pdf');
  const orders = translator(locale, 'orders');
  const points = translator(locale, 'measurements');
  const field = (name: string): string => {
    const key = `options.${name}` as 'fields.title';
    return orders.has(key) ? orders(key) : name;
  };
  const point = (code: string): string => {
    const key = `points.${code}` as 'points.height';
    return points.has(key) ? points(key) : code;
  };
  const wishes = (options: OrderDto['options'], without: readonly string[] = []): [string, string][] =>
    Object.entries(options)
      .filter(([name]) => !without.includes(name))
      .map(([name, value]) => [
        field(name),
        typeof value === 'boolean' ? orders(value ? 'options.yes' : 'options.no') : String(value),
      ]);
  const money = (amount: Money): string => formatMoney(locale, amount);
  const date = (value: string | undefined): string | undefined => value && formatDate(locale, value);
  /** What the house noted of somebody's agreement, and where the signature on paper is. */
  const noted = ({ noted: how, by, at, paper }: NotedAgreement, name: string) => {
    const said = orders(`agreement.given.${how?.how ?? 'unsaid'}`, { name: how?.givenBy ?? name });
    const held = paper !== undefined || how?.how === 'paper';
    return {
      given: how?.givenAt
        ? orders('agreement.givenAt', {
            said,
            day: formatDate(locale, how.givenAt),
            time: formatTime(locale, how.givenAt),
          })
        : said,
      notedBy: orders('agreement.notedBy', {
        name: by?.name ?? '',
        when: at ? `${formatDate(locale, at)}, ${formatTime(locale, at)}` : '',
      }),
      paper: paper
        ? orders('agreement.paperPhoto', { name: how?.givenBy ?? name, day: formatDate(locale, paper.at) })
        : orders(held ? 'agreement.paperHeld' : 'agreement.paperAwaited'),
      held,
    };
  };
  const time = (value: string): string => formatTime(locale, value);
  return { t, orders, point, wishes, money, date, time, noted };
}
