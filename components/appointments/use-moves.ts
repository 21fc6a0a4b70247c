import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { useRefusal } from '@/components/form/use-refusal';
import { useToast } from '@/components/ui/toast';
import type { AppointmentDto } from '@/lib/appointments/dto';
import { LONGEST_MINUTES } from '@/lib/appointments/words';
import { useEditAppointment } from '@/lib/http/appointments';
import { atelierMoment, minuteOfDay } from '@/lib/i18n/atelier-time';
import { dayKey, formatDay, formatTime } from '@/lib/i18n/format';

/** By how much: whole days, minutes of the start, minutes of the length. */
export interface Move {
  days?: number;
  minutes?: number;
  length?: number;
}

/** The clock steps by a quarter of an hour. */
export const QUARTER = 15;
/** After the last arrow, so many milliseconds later the move is meant. */
const PAUSE_MS = 700;

const within = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));

/**
 * Appointments that move on the calendar, by arrows or by the pointer. A move shows at once and is kept by the house a moment
 * later; what it refuses goes back, and what it took may be undone.
 * @param days the days on screen: an appointment does not leave them
 */
export function useMoves(days: readonly string[]) {
  const t = useTranslations('calendar');
  const locale = useLocale();
  const say = useToast();
  const edit = useEditAppointment();
  const refusal = useRefusal({ stale_version: t('movedMeanwhile') });
  const [moved, setMoved] = useState<AppointmentDto | null>(null);
  /** What the arrows mean, until their pause is over. */
  const pending = useRef<{ before: AppointmentDto; after: AppointmentDto; timer: ReturnType<typeof setTimeout> }>(null);
  /** One move at a time reaches the house: the next one starts from what it answered to the last. */
  const turn = useRef<Promise<AppointmentDto | undefined>>(Promise.resolve(undefined));

  const shift = (
    one: AppointmentDto,
    { days: byDays = 0, minutes: byMinutes = 0, length = 0 }: Move,
  ): AppointmentDto => {
    const day = days[within(days.indexOf(dayKey(one.start)) + byDays, 0, days.length - 1)] ?? dayKey(one.start);
    const minutes = within(one.minutes + length, QUARTER, LONGEST_MINUTES);
    const start = atelierMoment(day, within(minuteOfDay(one.start) + byMinutes, 0, 1440 - minutes));
    return {
      ...one,
      start: start.toISOString(),
      minutes,
      end: new Date(start.getTime() + minutes * 60_000).toISOString(),
    };
  };
  const words = (one: AppointmentDto): string =>
    t('moved', {
      day: formatDay(locale, one.start),
      from: formatTime(locale, one.start),
      to: formatTime(locale, one.end),
    });
  const refused = (error: unknown) => say({ text: refusal(error).first, error: true });
  const keep = (before: AppointmentDto, after: AppointmentDto) => {
    const put = ({ start, minutes }: AppointmentDto, version: number) => ({ id: before.id, version, start, minutes });
    const save = async (last: AppointmentDto | undefined) => {
      const base = last?.id === before.id && last.version > before.version ? last : before;
      if (base.start === after.start && base.minutes === after.minutes) return last;
      try {
        const saved = await edit.mutateAsync(put(after, base.version));
        say({
          text: words(saved),
          action: {
            label: t('undo'),
            onPress: () => edit.mutate(put(base, saved.version), { onError: refused }),
          },
        });
        return saved;
      } catch (error) {
        refused(error);
        return last;
      }
    };
    setMoved(after);
    turn.current = turn.current.then(save).finally(() => setMoved((now) => (now === after ? null : now)));
  };
  /** What the arrows meant so far is kept now, not after their pause. */
  const settle = () => {
    const meant = pending.current;
    if (!meant) return;
    clearTimeout(meant.timer);
    pending.current = null;
    keep(meant.before, meant.after);
  };
  const settleLast = useRef(settle);
  useEffect(() => {
    settleLast.current = settle;
  });
  useEffect(() => () => settleLast.current(), []);

  /** The arrows: several in a row are one move. */
  const nudge = (one: AppointmentDto, move: Move) => {
    if (pending.current && pending.current.after.id !== one.id) settle();
    const after = shift(moved?.id === one.id ? moved : one, move);
    clearTimeout(pending.current?.timer);
    pending.current = { before: one, after, timer: setTimeout(() => settleLast.current(), PAUSE_MS) };
    setMoved(after);
    return after;
  };
  const giveUp = () => {
    clearTimeout(pending.current?.timer);
    pending.current = null;
    setMoved(null);
  };
  return {
    /** The appointment as it stands on screen. */
    placed: (one: AppointmentDto): AppointmentDto => (moved?.id === one.id ? { ...one, ...moved } : one),
    /** What is being moved, told as it moves. */
    said: moved ? words(moved) : '',
    shift,
    nudge,
    giveUp,
    drop: (one: AppointmentDto, move: Move) => {
      const from = moved?.id === one.id ? moved : one;
      clearTimeout(pending.current?.timer);
      pending.current = null;
      keep(one, shift(from, move));
    },
  };
}
