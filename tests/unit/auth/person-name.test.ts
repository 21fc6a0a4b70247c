import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { cleanPersonName, personName } from '@/lib/person-name';

const name = personName(100);

describe('the name of a person', () => {
  it.each([
    ['with a sign that turns the line', 'Awa\u202e Diallo', 'Awa Diallo'],
    ['with invisible signs', 'Awa\u200b\u2060\ufeff Dia\u00adllo', 'Awa Diallo'],
    ['with letters of no shape', 'Awa\u3164 \u115f\u1160Dia\u2800llo\uffa0', 'Awa Diallo'],
    ['with control signs', 'Awa\u0000 \u0007Diallo', 'Awa Diallo'],
    ['with joiners where nothing joins', 'In\u200de\u0300s\u200c', 'Inès'],
    ['with a control sign between two spaces', 'Awa \u0000 Diallo', 'Awa Diallo'],
    ['over two lines', 'Awa\r\nDiallo', 'Awa Diallo'],
    ['in Persian, whose joiners are letters’ own', 'علی\u200cرضا', 'علی\u200cرضا'],
    ['of one sign', '李', '李'],
  ])('%s is cleaned', (_case, given, expected) => {
    expect(name.parse(given)).toBe(expected);
  });

  it.each([
    ['nothing', ''],
    ['spaces', ' \u00a0 '],
    ['invisible signs only', '\u200b\u2060\u200d'],
    ['letters of no shape only', '\u3164\u115f\u1160\uffa0'],
    ['marks without a letter', '\u0301\u0302'],
    ['signs only', '— !'],
    ['an address of a page', 'https://evil.example/gagnez'],
    ['an address without its scheme', 'www.evil.example'],
  ])('%s is none', (_case, given) => {
    expect(name.safeParse(given).success).toBe(false);
  });

  it('cleaned twice is the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 12 }), (text) => {
        const once = cleanPersonName(text);
        expect(cleanPersonName(once)).toBe(once);
      }),
    );
  });
});
