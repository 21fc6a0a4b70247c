import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAppointmentInput } from '@/lib/appointments/schemas';
import { editMessageInput, sendMessageInput } from '@/lib/chat/schemas';
import { cleanText } from '@/lib/clean-text';
import { createClientInput } from '@/lib/clients/schemas';
import { createFittingSheetInput } from '@/lib/fittings/schemas';
import { editHouseInput } from '@/lib/house/schemas';
import { createModelInput } from '@/lib/models/schemas';
import { addRemarkInput, createOrderInput, sendQuoteInput } from '@/lib/orders/schemas';
import { createTaskInput } from '@/lib/tasks/schemas';

const anyText = fc.array(fc.nat(0xffff)).map((units) => String.fromCharCode(...units));

describe('a text as it is kept', () => {
  it.each([
    ['accents in signs of their own', 'Zoe\u0301 He\u0301le\u0300ne', 'Zoé Hélène'],
    [
      'lines as Word parts them',
      'un\u000bdeux\r\ntrois\u2028quatre\fcinq\u0085six',
      'un\ndeux\ntrois\nquatre\ncinq\nsix',
    ],
    ['control signs', 'our\u0000let\u0007 \u001f\u007f5 cm', 'ourlet 5 cm'],
    ['a direction that is turned and left open', 'facture\u202efdp.exe', 'facturefdp.exe'],
    ['an accent behind a sign that goes', 'Zoe\u0007\u0301', 'Zoé'],
    ['half of a pair', 'a\ud83db', 'ab'],
  ])('%s', (_what, typed, kept) => {
    expect(cleanText(typed)).toBe(kept);
  });

  it.each([
    '\u0641\u0627\u0637\u0645\u0629',
    '\u0646\u0627\u0645\u200c\u0647\u0627',
    '👩‍🎨',
    'ourlet\u202f: 5\u00a0cm',
    'a\tb',
  ])('what means something stays: %s', (text) => {
    expect(cleanText(text)).toBe(text);
  });

  it('is settled after one time, whatever the text', () => {
    const near = fc.string({
      unit: fc.constantFrom('e', '\u0301', '\u0327', '\u0007', '\u202e', '\ud83d', ' ', '\n', '\r'),
    });
    for (const texts of [anyText, near])
      fc.assert(fc.property(texts, (text) => cleanText(cleanText(text)) === cleanText(text)));
  });
});

/** Typed on a Mac, pasted from Word, with a sign that turns the direction. */
const TYPED = 'Zoe\u0301\u000b\u202e\u0007a';
const KEPT = 'Zoé\na';
const both = { fr: TYPED, en: TYPED };
const id = 'a'.repeat(24);
const options = { ['Doublure inte\u0301rieure']: TYPED };

it.each([
  ['a message', sendMessageInput.parse({ clientMessageId: '1', type: 'text', content: TYPED }).content],
  ['a message that is edited', editMessageInput.parse({ content: TYPED }).content],
  ['a note of a file', createClientInput.parse({ name: 'Awa', notes: TYPED }).notes],
  [
    'a note of an appointment',
    createAppointmentInput.parse({ kind: 'other', clientId: id, start: '2027-02-01T10:00:00Z', note: TYPED }).note,
  ],
  ['a wish', createOrderInput.parse({ title: TYPED, garment: 'dress', options }).options['Doublure intérieure']],
  ['a title', createOrderInput.parse({ title: TYPED, garment: 'dress' }).title],
  [
    'a line of a quote',
    sendQuoteInput.parse({ lines: [{ label: TYPED, quantity: 1, unitPrice: { amount: 1, currency: 'EUR' } }] }).lines[0]
      ?.label,
  ],
  ['a remark', addRemarkInput.parse({ text: TYPED }).text],
  ['a note of a fitting', createFittingSheetInput.parse({ note: TYPED }).note],
  ['a task', createTaskInput.parse({ title: TYPED }).title],
  [
    'a model',
    createModelInput.parse({
      title: both,
      category: 'dress',
      garment: 'dress',
      priceFrom: { amount: 1, currency: 'EUR' },
      leadTimeDays: 1,
    }).title.en,
  ],
  ['the name of the house', editHouseInput.parse({ version: 1, name: TYPED }).name],
])('%s comes in clean', (_what, text) => {
  expect(text).toBe(KEPT);
});
