import { describe, expect, it } from 'vitest';
import { joinPhones, phoneForms } from '@/lib/phone';

it.each([
  ['+33 6 12 34 56 78', ['33612345678', '0612345678']],
  ['06.12.34.56.78', ['33612345678', '0612345678']],
  ['0033 (0)6 12 34 56 78', ['33612345678', '0612345678']],
  ['+221 77 123 45 67', ['221771234567', '771234567']],
  ['12', ['12']],
  ['poste', []],
])('%s is known by %j', (phone, forms) => expect(phoneForms(phone)).toEqual(expect.arrayContaining(forms)));

describe('a number in a query', () => {
  it.each([
    ['06 12 34 56 78', '0612345678'],
    ['awa 06-12-34', 'awa 061234'],
    ['+33 6 12 34 56 78', '33612345678'],
    ['+33 (0)6 12 34 56 78', '33612345678'],
    ['+33 06 12 34 56 78', '33612345678'],
    ['0033612345678', '33612345678'],
    ['+33 6 12', '33612'],
    ['77 123 45 67', '771234567'],
    ['robe 2026', 'robe 2026'],
    ['12 robes 30 cm', '12 robes 30 cm'],
    ['lot d700471915d5', 'lot d700471915d5'],
    ['awa-06123456-7890@exemple.fr 06 12', 'awa-06123456-7890@exemple.fr 0612'],
  ])('%s → %s', (query, joined) => expect(joinPhones(query).replace(/\s+/g, ' ').trim()).toBe(joined));
});
