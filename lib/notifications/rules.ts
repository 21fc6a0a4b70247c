import { addDays } from '../calendar';
import { atelierMoment, clockMinutes, minuteOfDay } from '../i18n/atelier-time';
import { dayKey } from '../i18n/format';
import { type NotificationSettings } from './schemas';
import { CHOSEN_KINDS, type ChosenKind, type NotificationKind } from './words';

/** Who is here reads it meanwhile, and no e-mail leaves. */
export const MAIL_DELAY_MS = 5 * 60_000;

/** One e-mail an hour about one thing (an order, an appointment, a conversation), whatever happens to it; the next says the rest. */
export const MAIL_AGAIN_MS = 60 * 60_000;

/** The thing a group belongs to, as the bounds its groups lie between: `order:<id>:remark` and `order:<id>:quote:1` are of one order. */
export function groupsBeside(group: string): { $gte: string; $lt: string } {
  const thing = group.split(':').slice(0, 2).join(':');
  return { $gte: thing, $lt: `${thing};` };
}

/** Whether a person may choose how this kind reaches them. */
export const isChosen = (kind: NotificationKind): kind is ChosenKind =>
  (CHOSEN_KINDS as readonly string[]).includes(kind);

/** Which ways a notification takes; a kind without a setting is shown in the app only. */
export const waysOf = (
  settings: NotificationSettings,
  kind: NotificationKind,
): NotificationSettings['kinds'][ChosenKind] =>
  isChosen(kind) ? settings.kinds[kind] : { app: true, email: false, push: false };

/** That moment, or the end of the quiet hours it falls into, on the atelier's clock. */
export function afterQuiet(at: Date, quiet: NotificationSettings['quiet']): Date {
  if (!quiet) return at;
  const [from, to, minute] = [clockMinutes(quiet.from), clockMinutes(quiet.to), minuteOfDay(at)];
  const today = dayKey(at);
  if (from < to) return minute >= from && minute < to ? atelierMoment(today, to) : at;
  if (minute >= from) return atelierMoment(addDays(today, 1), to);
  return minute < to ? atelierMoment(today, to) : at;
}
