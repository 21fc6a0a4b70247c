import { useDayWords } from '@/components/hands/use-day-words';
import { Avatar } from '@/components/ui/avatar';
import { TextLink } from '@/components/ui/link-button';
import { SectionHead } from '@/components/ui/section-head';
import { addDays } from '@/lib/calendar';
import { firstName, formatDayMonth, formatDuration, formatShortDate } from '@/lib/i18n/format';
import type { OverviewDto, OverviewHand } from '@/lib/overview/schemas';
import { paths } from '@/lib/paths';
import { useOverviewWords } from './use-overview-words';

type Week = OverviewHand['weeks'][number];

/** Hours in a cell, where minutes only crowd it. */
const hoursOf = (minutes: number): number => Math.round(minutes / 60);
const weight = ({ taken, over }: Week): number => taken + over;

/** The week in which somebody has most too much, and who has most left in it. */
function worstOf({ people, weeks }: OverviewDto['hands']) {
  const cells = people.flatMap((person) => person.weeks.map((week, index) => ({ person, week, index })));
  const [worst] = cells.filter(({ week }) => week.over > 0).sort((a, b) => b.week.over - a.week.over);
  if (!worst) return undefined;
  const [other] = cells
    .filter(({ person, index }) => index === worst.index && person.id !== worst.person.id)
    .map(({ person, week }) => ({ person, free: week.capacity - week.taken }))
    .sort((a, b) => b.free - a.free);
  return { ...worst, monday: weeks[worst.index]?.monday ?? '', other: other && other.free > 0 ? other : undefined };
}

/** Everybody against eight weeks: what they can do, what is planned, what is too much; who is away, when the house is closed. */
export function HandsTable({ data }: { data: OverviewDto }) {
  const { t, locale } = useOverviewWords(data.day);
  const { people, weeks } = data.hands;
  const cells = people.flatMap((person) => person.weeks);
  const sum = (of: (week: Week) => number) => cells.reduce((all, week) => all + of(week), 0);
  const top = Math.max(60, ...cells.map((week) => Math.max(week.capacity, weight(week))));
  const worst = worstOf(data.hands);
  return (
    <section aria-labelledby="hands" className="mt-14">
      <SectionHead
        id="hands"
        title={t('hands.title')}
        aside={
          <span className="flex flex-wrap gap-x-5 gap-y-1">
            <span className="figures">
              {t('hands.sum', {
                taken: formatDuration(sum(weight)),
                capacity: formatDuration(sum((one) => one.capacity)),
              })}
            </span>
            <TextLink href={`${paths.atelier.house}#hands`}>{t('hands.leaves')}</TextLink>
          </span>
        }
      />
      <div className="load-scroll" role="region" aria-labelledby="hands" tabIndex={0}>
        <table className="load-table">
          <thead>
            <tr>
              <th scope="col" className="smaller text-ink2">
                {t('hands.people', { n: people.length, away: people.filter(({ backOn }) => backOn).length })}
              </th>
              {weeks.map(({ monday, closed, closesOn }, index) => (
                <th key={monday} scope="col" className="smaller">
                  <span className={`block ${index === 0 ? 'strong' : ''}`}>{formatShortDate(locale, monday)}</span>
                  <span className="caption block">
                    {index === 0
                      ? t('hands.now')
                      : closed
                        ? t('hands.closed')
                        : closesOn
                          ? t('hands.closesOn', { day: formatShortDate(locale, closesOn) })
                          : ''}
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {people.map((person) => (
              <PersonRow key={person.id} person={person} weeks={weeks} top={top} today={data.day} />
            ))}
          </tbody>
        </table>
      </div>
      <p className="small mt-4 text-ink2">
        {worst
          ? t(worst.other ? 'hands.overFree' : 'hands.over', {
              name: firstName(worst.person.name),
              over: formatDuration(worst.week.over),
              day: formatDayMonth(locale, worst.monday),
              other: firstName(worst.other?.person.name ?? ''),
              free: formatDuration(worst.other?.free ?? 0),
            })
          : t('hands.fits')}{' '}
        {worst && <TextLink href={`${paths.atelier.tasks}?view=week`}>{t('hands.see')}</TextLink>}
      </p>
    </section>
  );
}

interface RowProps {
  person: OverviewHand;
  weeks: OverviewDto['hands']['weeks'];
  top: number;
  today: string;
}

function PersonRow({ person, weeks, top, today }: RowProps) {
  const { t, locale } = useOverviewWords(today);
  const days = useDayWords();
  const { name, backOn, workingDays, weeklyHours } = person;
  return (
    <tr>
      <th scope="row">
        <span className="flex items-center gap-3">
          <Avatar name={name} size={36} availability={backOn ? 'hollow' : 'full'} />
          <span className="min-w-0">
            <span className="small strong block wrap-anywhere">{name}</span>
            <span className="smaller block text-ink2">
              {backOn
                ? t('hands.back', { day: formatShortDate(locale, addDays(backOn, -1)) })
                : `${days.week(workingDays)}, ${formatDuration(weeklyHours * 60)}`}
            </span>
          </span>
        </span>
      </th>
      {person.weeks.map((week, index) => (
        <td key={weeks[index]?.monday}>
          <WeekCell week={week} closed={weeks[index]?.closed ?? false} now={index === 0} top={top} />
        </td>
      ))}
    </tr>
  );
}

function WeekCell({ week, closed, now, top }: { week: Week; closed: boolean; now: boolean; top: number }) {
  const { t } = useOverviewWords('');
  if (closed)
    return (
      <span className="load-closed">
        <span className="sr-only">{t('hands.closed')}</span>
      </span>
    );
  if (week.away)
    return (
      <>
        <span className="load-away smaller" data-over={week.over > 0 || undefined}>
          {t('hands.away')}
        </span>
        {week.over > 0 && (
          <span className="smaller strong figures mt-1 block text-ocre">
            {t('hands.awayOver', { over: formatDuration(week.over) })}
          </span>
        )}
      </>
    );
  const { capacity, taken, over } = week;
  const percent = (minutes: number) => `${(minutes / top) * 100}%`;
  const words = { taken: formatDuration(weight(week)), capacity: formatDuration(capacity), over: formatDuration(over) };
  return (
    <>
      <span className="load-week" data-today={now || undefined} aria-hidden="true">
        {over > 0 && <span className="load-over" style={{ height: percent(over) }} />}
        <span className="load-fill" style={{ height: percent(taken) }} />
        {capacity > 0 && <span className="load-line" style={{ bottom: percent(capacity) }} />}
      </span>
      <span className="smaller figures mt-1 block" aria-hidden="true">
        <span className={over > 0 ? 'strong text-ocre' : ''}>{hoursOf(weight(week))}</span>
        <span className="text-ink2">
          /{hoursOf(capacity)}
          {'\u00A0'}h
        </span>
      </span>
      <span className="sr-only">{t(over > 0 ? 'hands.cellOver' : 'hands.cell', words)}</span>
    </>
  );
}
