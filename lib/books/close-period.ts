import type { StaffActor } from '../actor';
import type { Database } from '../db/client';
import { AppError } from '../errors';
import { getHouse } from '../house/get-house';
import { formatDate } from '../i18n/format';
import { ClosingRefused, closePeriod as enterClosings } from '../ledger/close-periods';
import { LedgerUnreadable } from '../ledger/read-closed';
import { PROGRAM_VERSION } from '../program-version';
import type { ClosedDto, ClosePeriodInput } from './schemas';

/** A refusal of the ledger as the house says it. */
export const asRefusal = (error: unknown, locale: StaffActor['locale']): unknown => {
  if (error instanceof LedgerUnreadable)
    return new AppError('ledger_unreadable', { values: { number: error.message } });
  if (!(error instanceof ClosingRefused)) return error;
  const { code, until } = error;
  return new AppError(code, { values: { day: until ? formatDate(locale, `${until}T12:00:00Z`) : '' } });
};

/**
 * Closes a day, a month or a year for ever, with what was counted in the till.
 * @throws AppError forbidden for anyone but an owner, closing_ahead, closing_done, closing_empty, closing_opening, closing_word
 *   (the till differs and nobody says why), ledger_unreadable.
 */
export async function closePeriod(
  db: Database,
  actor: StaffActor,
  { span, period, cash }: ClosePeriodInput,
  now = new Date(),
): Promise<ClosedDto> {
  if (actor.role !== 'owner') throw new AppError('forbidden');
  const { currency } = await getHouse(db);
  const by = { id: actor.id.toHexString(), name: actor.name };
  const counted = span === 'day' ? cash : undefined;
  try {
    const entered = await enterClosings(db, {
      span,
      period,
      by,
      currency,
      program: PROGRAM_VERSION,
      now,
      ...(counted ? { counted } : {}),
    });
    return { closings: entered.map(({ number, body }) => ({ id: number, period: String(body['period']) })) };
  } catch (error) {
    throw asRefusal(error, actor.locale);
  }
}
