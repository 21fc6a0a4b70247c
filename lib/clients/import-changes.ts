import type { CountryCode } from 'libphonenumber-js/min';
import type { Locale } from '../actor';
import { formatDate } from '../i18n/format';
import { translator } from '../i18n/translate';
import { birthdayWords } from './written-day';
import { labelOf } from './csv-headers';
import { withoutControls } from './csv-text';
import type { ClientDocument } from './documents';
import { emailKey, foldText } from '../text';
import { phoneKey } from './house-country';
import { type ClientTextName, JOINED_FIELDS } from './fields';
import type { CreateClientInput, CsvChange } from './schemas';

type TextKey = 'name' | 'email' | 'birthday' | ClientTextName;
const REPLACED = ['name', 'email', 'phone', 'address', 'birthday'] as const;

const plain = (text: string | undefined): string =>
  withoutControls(text ?? '')
    .normalize('NFC')
    .trim();
const dayOf = (date: Date): string => date.toISOString().slice(0, 10);

interface Context {
  locale: Locale;
  country: CountryCode;
  now: Date;
  /** Whether somebody has said that this is the person of the file. */
  told: boolean;
  /** Whether a change is wanted. */
  takes: (field: CsvChange['field'], doubtful: boolean) => boolean;
}

/** What stands in the notes of what an import replaced. */
export const beforeImport = (locale: Locale, now: Date, words: string): string =>
  translator(locale, 'clients')('import.before', { date: formatDate(locale, now), words });

/**
 * What a row changes of a file, field by field: only what it says. Longer texts are put under what is there, tags are added, and a
 * value that is replaced is kept in the notes with its day: an import loses no word.
 */
export function changesOf(
  file: ClientDocument,
  input: CreateClientInput,
  { locale, country, now, told, takes }: Context,
): { set: Partial<ClientDocument>; changes: CsvChange[] } {
  const set: Partial<ClientDocument> = {};
  const changes: CsvChange[] = [];
  const replaced: string[] = [];
  const change = (
    field: CsvChange['field'],
    from: string | undefined,
    to: string,
    put: () => void,
    doubtful = false,
  ) => {
    const taken = takes(field, doubtful);
    changes.push({ field, ...(from ? { from } : {}), to, doubtful, taken });
    if (!taken) return;
    put();
    if (from && !(JOINED_FIELDS as readonly string[]).includes(field) && field !== 'tags')
      replaced.push(`${labelOf(field, locale)} : ${from}`);
  };
  const shown = (key: TextKey, value: string) => (key === 'birthday' ? birthdayWords(value, locale) : value);
  const isSame = (key: TextKey, value: string): boolean =>
    plain(file[key]) === plain(value) ||
    (key === 'phone' && file.phone !== undefined && phoneKey(file.phone, country) === (phoneKey(value, country) ?? ''));
  for (const key of REPLACED) {
    const value = key === 'email' ? input.email && emailKey(input.email) : input[key];
    if (value === undefined || isSame(key, value)) continue;
    // Nobody is born on another day, and who has another name may be somebody else.
    const doubtful =
      file[key] !== undefined &&
      (key === 'birthday' || (key === 'name' && !told && foldText(file.name) !== foldText(value)));
    change(key, file[key] && shown(key, file[key]), shown(key, value), () => void (set[key] = value), doubtful);
  }
  if (input.event && (file.event?.label !== input.event.label || dayOf(file.event.date) !== dayOf(input.event.date))) {
    const words = ({ label, date }: { label: string; date: Date }) => `${label}, ${formatDate(locale, date)}`;
    const { event } = input;
    change('eventLabel', file.event && words(file.event), words(event), () => void (set.event = event));
  }
  for (const key of JOINED_FIELDS) {
    const [there, said] = [plain(file[key]), plain(input[key])];
    // What an earlier import wrote there is not said again, line by line.
    const fresh =
      said === there
        ? ''
        : said
            .split('\n')
            .filter((line) => !there.split('\n').includes(line))
            .join('\n');
    if (fresh === '' || there.includes(said)) continue;
    const joined = [file[key], fresh].filter(Boolean).join('\n');
    change(key, file[key], joined, () => void (set[key] = joined));
  }
  const tags = [...new Set([...file.tags, ...(input.tags ?? [])])];
  if (tags.length > file.tags.length) {
    change('tags', file.tags.join(', '), tags.join(', '), () => void (set.tags = tags));
  }
  if (replaced.length > 0) {
    const line = beforeImport(locale, now, replaced.join(' · '));
    set.notes = [set.notes ?? file.notes, line].filter(Boolean).join('\n');
  }
  return { set, changes };
}
