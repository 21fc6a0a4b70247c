import { addDays, weekdayNumber } from '../calendar';
import { foldText } from '../text';

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
  /** When the words name a client of several orders: which ones; none is guessed. */
  orderChoices: string[];
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

/** The next day of that name, today included; `undefined` for a word that is no day. */
function dayOf(word: string, today: string): string | undefined {
  if (word === "aujourd'hui" || word === 'today') return today;
  if (word === 'demain' || word === 'tomorrow') return addDays(today, 1);
  const wanted = DAYS.findIndex((names) => (names as readonly string[]).includes(word));
  if (wanted < 0) return undefined;
  const now = weekdayNumber(today) % 7;
  return addDays(today, (wanted - now + 7) % 7);
}

/** « 2h », « 1h30 », « 45min ». */
function minutesOf(word: string): number | undefined {
  const hours = /^(\d{1,2})h(\d{2})?$/.exec(word);
  if (hours) return Number(hours[1]) * 60 + Number(hours[2] ?? 0);
  const minutes = /^(\d{1,3})(min|mn)$/.exec(word);
  return minutes ? Number(minutes[1]) : undefined;
}

const personOf = (word: string, staff: QuickAddContext['staff']): string | undefined =>
  word.length < 2 ? undefined : staff.find((person) => foldText(person.name).startsWith(word.slice(1)))?.id;

interface Word {
  text: string;
  /** As the search compares it. */
  folded: string;
  start: number;
  end: number;
}

type Orders = QuickAddContext['orders'];

/** Short words say too little. */
const SHORTEST = 3;

/** Lets each word that some order answers to narrow them down. */
function narrow(words: readonly Word[], orders: Orders, textOf: (order: Orders[number]) => string) {
  const used: Word[] = [];
  let left = orders;
  for (const word of words) {
    if (word.folded.length < SHORTEST) continue;
    const matching = left.filter((order) =>
      foldText(textOf(order))
        .split(/[ ’'-]/)
        .includes(word.folded),
    );
    if (matching.length === 0) continue;
    left = matching;
    used.push(word);
  }
  return { left: used.length > 0 ? left : [], used };
}

/**
 * Which order the words mean. A client's name comes first, and the piece's name decides between their orders; without a
 * client, the piece's name alone must be clear. A client of several orders is a question, not a guess.
 */
function orderOf(words: readonly Word[], orders: Orders): { id?: string; choices: string[]; used: Word[] } {
  const named = narrow(words, orders, (order) => order.clientName);
  const rest = words.filter((word) => !named.used.includes(word));
  const titled = narrow(rest, named.used.length > 0 ? named.left : orders, (order) => order.title);
  const left = titled.used.length > 0 ? titled.left : named.left;
  const [only] = left;
  if (only && left.length === 1)
    return { id: only.id, choices: [], used: named.used.length > 0 ? named.used : titled.used };
  return { choices: named.used.length > 0 ? left.map(({ id }) => id) : [], used: [] };
}

/**
 * Reads « ourlet robe Diallo vendredi 2h @claire »: the day, the time it takes, the person and the order are understood,
 * the other words are the title. The first word of each kind counts. A client's or a piece's name stays in the title
 * only when nothing else would be left of it.
 */
export function readQuickAdd(line: string, context: QuickAddContext): QuickAdd {
  const result: QuickAdd = { title: '', orderChoices: [], understood: [] };
  const words: Word[] = [];
  for (const match of line.matchAll(/\S+/g)) {
    const folded = foldText(match[0]);
    const span = { start: match.index, end: match.index + match[0].length };
    const day = result.dueDay === undefined ? dayOf(folded, context.today) : undefined;
    const minutes = result.minutes === undefined ? minutesOf(folded) : undefined;
    const person =
      result.assigneeId === undefined && folded.startsWith('@') ? personOf(folded, context.staff) : undefined;
    if (day) Object.assign(result, { dueDay: day });
    else if (minutes !== undefined && minutes >= 5) Object.assign(result, { minutes });
    else if (person) Object.assign(result, { assigneeId: person });
    else {
      words.push({ text: match[0], folded, ...span });
      continue;
    }
    result.understood.push({ ...span, kind: day ? 'day' : person ? 'person' : 'minutes' });
  }
  const order = orderOf(words, context.orders);
  if (order.id !== undefined) result.orderId = order.id;
  result.orderChoices = order.choices;
  result.understood.push(...order.used.map(({ start, end }) => ({ start, end, kind: 'order' as const })));
  result.understood.sort((one, other) => one.start - other.start);
  const kept = words.filter((word) => !order.used.includes(word)).map(({ text }) => text);
  result.title = kept.join(' ') || line.trim();
  return result;
}
