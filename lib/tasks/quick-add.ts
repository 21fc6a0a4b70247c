import { fold } from '../clients/fold';

/** What the quick-add line may refer to. */
export interface QuickAddContext {
  /** Today on the atelier's calendar, `YYYY-MM-DD`. */
  today: string;
  staff: readonly { id: string; name: string }[];
  orders: readonly { id: string; title: string; clientName: string }[];
}

/** A stretch of the line that was understood, for the thread under its words. */
export interface Understood {
  start: number;
  end: number;
  kind: 'day' | 'minutes' | 'person' | 'order';
}

export interface QuickAdd {
  title: string;
  dueDay?: string;
  minutes?: number;
  assigneeId?: string;
  orderId?: string;
  understood: Understood[];
}

/** Sunday first, as Date counts; French and English. */
const DAYS = [
  ['dimanche', 'sunday'],
  ['lundi', 'monday'],
  ['mardi', 'tuesday'],
  ['mercredi', 'wednesday'],
  ['jeudi', 'thursday'],
  ['vendredi', 'friday'],
  ['samedi', 'saturday'],
] as const;

const shift = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** The next day of that name, today included; `undefined` for a word that is no day. */
function dayOf(word: string, today: string): string | undefined {
  if (word === "aujourd'hui" || word === 'today') return today;
  if (word === 'demain' || word === 'tomorrow') return shift(today, 1);
  const wanted = DAYS.findIndex((names) => (names as readonly string[]).includes(word));
  if (wanted < 0) return undefined;
  const now = new Date(`${today}T00:00:00Z`).getUTCDay();
  return shift(today, (wanted - now + 7) % 7);
}

/** « 2h », « 1h30 », « 45min ». */
function minutesOf(word: string): number | undefined {
  const hours = /^(\d{1,2})h(\d{2})?$/.exec(word);
  if (hours) return Number(hours[1]) * 60 + Number(hours[2] ?? 0);
  const minutes = /^(\d{1,3})(min|mn)$/.exec(word);
  return minutes ? Number(minutes[1]) : undefined;
}

const personOf = (word: string, staff: QuickAddContext['staff']): string | undefined =>
  word.length < 2 ? undefined : staff.find((person) => fold(person.name).startsWith(word.slice(1)))?.id;

/** A word of a client's name or of a piece's title; short words say too little. */
const orderOf = (word: string, orders: QuickAddContext['orders']): string | undefined =>
  word.length < 4
    ? undefined
    : orders.find((order) => fold(`${order.clientName} ${order.title}`).split(' ').includes(word))?.id;

/**
 * Reads « ourlet robe Diallo vendredi 2h @claire »: the day, the time it takes, the person and the order are understood,
 * the other words are the title. The first word of each kind counts. A client's or a piece's name stays in the title
 * only when nothing else would be left of it.
 */
export function readQuickAdd(line: string, context: QuickAddContext): QuickAdd {
  const result: QuickAdd = { title: '', understood: [] };
  const kept: string[] = [];
  for (const match of line.matchAll(/\S+/g)) {
    const word = fold(match[0].replace('’', "'"));
    const span = { start: match.index, end: match.index + match[0].length };
    const day = result.dueDay === undefined ? dayOf(word, context.today) : undefined;
    const minutes = result.minutes === undefined ? minutesOf(word) : undefined;
    const person = result.assigneeId === undefined && word.startsWith('@') ? personOf(word, context.staff) : undefined;
    const order = result.orderId === undefined ? orderOf(word, context.orders) : undefined;
    if (day) Object.assign(result, { dueDay: day });
    else if (minutes !== undefined && minutes >= 5) Object.assign(result, { minutes });
    else if (person) Object.assign(result, { assigneeId: person });
    else if (order) Object.assign(result, { orderId: order });
    else {
      kept.push(match[0]);
      continue;
    }
    result.understood.push({ ...span, kind: day ? 'day' : person ? 'person' : order ? 'order' : 'minutes' });
  }
  result.title = kept.join(' ') || line.trim();
  return result;
}
