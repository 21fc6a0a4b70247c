import { ACT_GROUPS, type ActGroup } from '../audit/words';
import { addDays, mondayOf } from '../calendar';

/** The stretches of time the journal is looked at in; the first is what it opens with. */
export const JOURNAL_WHENS = ['week', 'month', 'year', 'all'] as const;
export type JournalWhen = (typeof JOURNAL_WHENS)[number];

/** What the page was asked to show. */
export interface JournalChoice {
  by?: string;
  of?: string;
  group?: ActGroup;
  when: JournalWhen;
  cursor?: string;
}

const isId = (text: string | undefined): text is string => text !== undefined && /^[0-9a-f]{24}$/i.test(text);

/** Reads the address of the page; what it does not know it leaves out. */
export function readChoice(value: (name: string) => string | undefined): JournalChoice {
  const [by, of, group, when] = ['by', 'of', 'group', 'when'].map(value);
  return {
    by: isId(by) ? by : undefined,
    of: isId(of) ? of : undefined,
    group: ACT_GROUPS.find((one) => one === group),
    when: JOURNAL_WHENS.find((one) => one === when) ?? 'week',
    cursor: value('cursor') || undefined,
  };
}

/** The first day of a stretch, from today's; `undefined` for all of it. */
export function firstDay(when: JournalWhen, today: string): string | undefined {
  if (when === 'week') return mondayOf(today);
  if (when === 'month') return addDays(today, -29);
  return when === 'year' ? addDays(today, -364) : undefined;
}

/** A choice as the query of an address, without what is as it is anyway. */
export const choiceQuery = ({ by, of, group, when, cursor }: JournalChoice): Record<string, string> => ({
  ...(by ? { by } : {}),
  ...(of ? { of } : {}),
  ...(group ? { group } : {}),
  ...(when === 'week' ? {} : { when }),
  ...(cursor ? { cursor } : {}),
});
