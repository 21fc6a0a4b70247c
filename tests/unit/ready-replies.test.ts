import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import chatEn from '@/lib/i18n/en/chat.json';
import chatFr from '@/lib/i18n/fr/chat.json';
import { fieldsOf, fillReply, knownField, MAX_READY_REPLIES, missingFields, readParts } from '@/lib/ready-replies';
import { readyReply } from '@/lib/ready-reply-schema';

describe('a ready reply', () => {
  it.each([
    ['Bonjour [prénom].', [{ words: 'Bonjour ' }, { field: 'prénom' }, { words: '.' }]],
    ['[a][b]', [{ field: 'a' }, { field: 'b' }]],
    ['[ deux mots ]', [{ field: 'deux mots' }]],
    ['sans champ', [{ words: 'sans champ' }]],
    ['', []],
    ['[] et [ ] restent', [{ words: '[] et [ ] restent' }]],
    ['[ouvert', [{ words: '[ouvert' }]],
    ['fermé]', [{ words: 'fermé]' }]],
    ['[sur\ndeux lignes]', [{ words: '[sur\ndeux lignes]' }]],
    ['[[dedans]]', [{ words: '[' }, { field: 'dedans' }, { words: ']' }]],
  ])('%j reads as its parts', (text, parts) => expect(readParts(text)).toEqual(parts));

  it('asks for a field once, wherever it stands', () => {
    expect(fieldsOf('[a] puis [b], encore [a]')).toEqual(['a', 'b']);
    expect(fillReply('[a] puis [b], encore [a]', new Map([['a', 'un']]))).toBe('un puis [b], encore un');
    expect(missingFields('[a] puis [b]', new Map([['a', 'un']]))).toEqual(['b']);
    expect(missingFields('[a]', new Map([['a', '  ']]))).toEqual(['a']);
  });

  it('loses and adds no sign of any text', () =>
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('[', ']', 'a', 'é', ' ', '\n', '.') }), (text) => {
        const whole = readParts(text)
          .map((part) => ('words' in part ? part.words : `[${part.field}]`))
          .join('');
        const bare = (one: string) => one.replace(/ /g, '');
        expect(bare(whole)).toBe(bare(text));
        expect(missingFields(text, new Map(fieldsOf(text).map((field) => [field, 'x'])))).toEqual([]);
        expect(fillReply(text, new Map(fieldsOf(text).map((field) => [field, 'x'])))).toBe(
          readParts(text)
            .map((part) => ('words' in part ? part.words : 'x'))
            .join(''),
        );
      }),
    ));

  it('never reads a value as a field', () => {
    expect(fillReply('[a] [b]', new Map([['a', '[b]'], ['b', '$&']]))).toBe('[b] $&'); // prettier-ignore
  });

  it.each([
    ['prénom', 'firstName'],
    ['Prenom', 'firstName'],
    ['une autre heure', 'hour'],
    ['heure', 'hour'],
    ['l’heure', 'hour'],
    ['heures d’ouverture', 'openingHours'],
    ['horaires', 'openingHours'],
    ['la date promise', 'promisedDay'],
    ['reste à régler', 'leftToPay'],
    ['pièce', 'piece'],
    ['modèle', 'piece'],
    ['étape', 'stage'],
    ['quoi', undefined],
    ['durée', undefined],
    ['date', undefined],
    ['…', undefined],
  ])('« %s » is %s in French', (name, field) => expect(knownField(name, chatFr.ready.names)).toBe(field));

  it.each([
    ['first name', 'firstName'],
    ['another hour', 'hour'],
    ['opening hours', 'openingHours'],
    ['promised day', 'promisedDay'],
    ['left to pay', 'leftToPay'],
    ['name', undefined],
    ['what', undefined],
  ])('“%s” is %s in English', (name, field) => expect(knownField(name, chatEn.ready.names)).toBe(field));

  it.each([
    ['fr', chatFr.ready.first],
    ['en', chatEn.ready.first],
  ])('those the house begins with in %s pass its own rules', (_, first) => {
    const replies = Object.values(first);
    expect(replies.length).toBeLessThanOrEqual(MAX_READY_REPLIES);
    for (const reply of replies) expect(readyReply.parse(reply)).toEqual(reply);
  });
});
