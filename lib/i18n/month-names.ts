import { foldText } from '../text';
import { LOCALES } from './config';

/** Tables come from programs in other languages than ours; a name that two of them give to two months is none. */
const SPOKEN = [...LOCALES, 'es', 'de', 'it', 'pt', 'nl'];
const MONTHS = Array.from({ length: 12 }, (_, at) => ({
  month: at + 1,
  names: SPOKEN.flatMap((language) =>
    (['long', 'short'] as const).map((month) =>
      foldText(new Intl.DateTimeFormat(language, { month, timeZone: 'UTC' }).format(Date.UTC(2000, at, 1))).replace(
        /\.$/,
        '',
      ),
    ),
  ),
}));

/** The month of a name, in whole or cut short (« juil », « fév »), written as `foldText` writes; none where two months begin so. */
export function monthOf(name: string): number | undefined {
  const whole = MONTHS.filter(({ names }) => names.includes(name));
  if (whole.length === 1) return whole[0]?.month;
  if (name.length < 3) return undefined;
  const begun = MONTHS.filter(({ names }) => names.some((one) => one.startsWith(name)));
  return begun.length === 1 ? begun[0]?.month : undefined;
}
