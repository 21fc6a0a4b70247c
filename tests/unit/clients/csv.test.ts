import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldsOf, headerOf } from '@/lib/clients/csv-columns';
import { birthdayOf, dayOf, readRow } from '@/lib/clients/csv-row';
import { asWords, fromWords, readCsvText } from '@/lib/clients/csv-text';
import { CSV_FIELDS } from '@/lib/clients/schemas';

describe('the words of a table', () => {
  it('are read as they were written', () => {
    const utf8 = new TextEncoder().encode('\uFEFFNom;Ville\nÉlodie;Orléans');
    expect(readCsvText(utf8)).toEqual({ text: 'Nom;Ville\nÉlodie;Orléans', encoding: 'utf-8' });
    const windows = new Uint8Array([0x4e, 0x6f, 0x6d, 0x0a, 0xc9, 0x6c, 0x6f, 0x92, 0x80]);
    expect(readCsvText(windows)).toEqual({ text: 'Nom\nÉlo’€', encoding: 'windows-1252' });
    const sixteen = new Uint8Array([0xff, 0xfe, 0x4e, 0, 0x6f, 0, 0x6d, 0]);
    expect(readCsvText(sixteen)).toEqual({ text: 'Nom', encoding: 'utf-16' });
  });

  it.each([
    ['a workbook', [0x50, 0x4b, 0x03, 0x04, 0x14, 0, 0x06, 0]],
    ['a picture', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]],
    ['UTF-16 without its mark', [0x4e, 0, 0x6f, 0]],
    ['bytes no letter stands for', [0xc9, 0x81, 0x8d]],
  ])('are not found in %s', (_, bytes) => {
    expect(() => readCsvText(new Uint8Array(bytes))).toThrow('csv_unreadable');
  });

  it('never become a formula, and come back as they were', () => {
    for (const cell of ['=1+1', '+33 6', '-1', '@SUM(A1)', '\tx', '\r=1', ' =1', '=1\n+2', "'=1", '＝1'])
      expect(asWords(cell)).toBe(`'${cell}`);
    for (const cell of ['Awa', "l'atelier", "'Awa'", '1 = 2', '']) expect(asWords(cell)).toBe(cell);
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('=', '+', '-', '@', "'", ' ', '\t', '\n', 'a', 'é') }),
        (cell) => fromWords(asWords(cell)) === cell && !/^\s*[=+\-@]/.test(asWords(cell)),
      ),
    );
  });
});

describe('the columns of a table', () => {
  it('are known by their French and English names, ours and others’', () => {
    for (const locale of ['fr', 'en'] as const)
      expect(fieldsOf(CSV_FIELDS.map((field) => headerOf(field, locale)))).toEqual([...CSV_FIELDS]);
    expect(fieldsOf([' NOM complet ', 'Adresse e-mail *', 'Tél.', 'Pointure', 'Courriel'])).toEqual([
      'name',
      'email',
      'phone',
      null,
      null,
    ]);
  });
});

describe('a row', () => {
  it.each([
    ['06/05', '05-06'],
    ['6.5.1990', '05-06'],
    ['1990-05-06', '05-06'],
    ['05-06', '05-06'],
    ['mai', null],
  ])('has the birthday %s as %s', (cell, kept) => expect(birthdayOf(cell)).toBe(kept));

  it.each([
    ['13/02/2027', '2027-02-13'],
    ['2027-02-13', '2027-02-13'],
    ['13 février', null],
  ])('has the day %s as %s', (cell, kept) => expect(dayOf(cell)).toBe(kept));

  it('says everything that is wrong with it, by column', () => {
    const { input, errors } = readRow(
      { firstName: 'Awa', email: 'pas une adresse', birthday: '45/19', eventLabel: 'Bal', tags: 'Soie; Bal' },
      'fr',
    );
    expect(input).toBeUndefined();
    expect(errors.map(({ path, code }) => [path, code])).toEqual([
      ['eventDate', 'eventWhole'],
      ['email', 'email'],
      ['birthday', 'birthday'],
    ]);
    for (const { message } of errors) expect(message).toMatch(/\S/);
    expect(readRow({ email: 'a@exemple.fr' }, 'fr').errors).toMatchObject([{ path: 'name' }]);
    expect(readRow({ firstName: 'Awa', name: 'Diallo', tags: 'Soie; Bal' }, 'fr').input).toEqual({
      name: 'Awa Diallo',
      tags: ['Soie', 'Bal'],
    });
  });
});
