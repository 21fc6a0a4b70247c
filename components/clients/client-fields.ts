import * as v from 'valibot';
import type { ClientDto } from '@/lib/clients/dto';
import { perText } from '@/lib/clients/fields';
import { birthdayOf, readWrittenDay } from '@/lib/clients/written-day';

const text = v.optional(v.string(), '');

/** The texts of a client form, each as it is typed. */
export const clientDraft = v.object({
  name: text,
  email: text,
  ...perText(() => text),
  birthday: text,
  eventLabel: text,
  eventDate: text,
  tags: text,
});
export type ClientDraft = v.InferOutput<typeof clientDraft>;

export const EMPTY_DRAFT: ClientDraft = v.parse(clientDraft, {});

/** `05-06` (month first, as kept) printed day first: `06/05`. */
const typedBirthday = (kept: string): string => kept.split('-').reverse().join('/');

/** A birthday in any way one writes it (`06/05`, « 6 mai »); what is no day is sent as typed, for the server to refuse. */
const birthdayOfTyped = (typed: string): string => {
  const day = readWrittenDay(typed);
  return day ? birthdayOf(day) : typed;
};

export const draftOf = (client: ClientDto): ClientDraft => ({
  name: client.name,
  email: client.email ?? '',
  ...perText((name) => client[name] ?? ''),
  birthday: client.birthday ? typedBirthday(client.birthday) : '',
  eventLabel: client.event?.label ?? '',
  eventDate: client.event?.date.slice(0, 10) ?? '',
  tags: client.tags.join(', '),
});

/** What the API is sent; an empty field is `undefined`, and `null` for an edit. */
export function bodyOf<E extends undefined | null>(draft: ClientDraft, empty: E) {
  const value = (text: string): string | E => text.trim() || empty;
  return {
    name: draft.name.trim(),
    email: value(draft.email),
    ...perText((name) => value(draft[name])),
    birthday: draft.birthday.trim() ? birthdayOfTyped(draft.birthday.trim()) : empty,
    event:
      draft.eventLabel.trim() && draft.eventDate ? { label: draft.eventLabel.trim(), date: draft.eventDate } : empty,
    tags: draft.tags
      .split(',')
      .map((tag) => tag.trim())
      .filter(Boolean),
  };
}

/** Which field of the form a path of the API's refusal belongs to. */
export const fieldOfPath = (path: string): keyof ClientDraft =>
  path === 'event.date'
    ? 'eventDate'
    : path.startsWith('event')
      ? 'eventLabel'
      : path.startsWith('tags')
        ? 'tags'
        : (path as keyof ClientDraft);
