import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CSV_FIELDS, headerOf } from '@/lib/clients/csv-columns';
import { dayOrderOf, readTable } from '@/lib/clients/read-table';
import { birthdayOf, birthdayWords, isNoDay, readWrittenDay } from '@/lib/clients/written-day';
import { readAs, type ReadAs } from '@/lib/clients/csv-headers';
import { readRow } from '@/lib/clients/csv-row';
import { readCsvTags, writeCsvTags } from '@/lib/clients/csv-tags';
import { asWords, fromWords, readCsvText } from '@/lib/clients/csv-text';
import { KnownPeople } from '@/lib/clients/same-person';

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
    ['a program', [0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0]],
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

describe('one stray byte', () => {
  it('spoils its own cell only, and an old Mac’s accents are read', () => {
    const stray = Buffer.concat([Buffer.from('Nom;Note\nAmélie;caf'), Buffer.from([0xe9]), Buffer.from('\nÉlodie;là')]);
    expect(readCsvText(stray)).toEqual({ text: 'Nom;Note\nAmélie;café\nÉlodie;là', encoding: 'utf-8' });
    const mac = Buffer.from('Pr\x8enom;Nom\nH\x8el\x8fne;Fabre', 'latin1');
    expect(readCsvText(mac)).toEqual({ text: 'Prénom;Nom\nHélène;Fabre', encoding: 'macintosh' });
  });

  it('and control signs pasted from Word part lines or go', () => {
    const text = 'Nom;Note\n"Awa";"une ligne\u000bune autre, longue comme une note\u001f l’est"';
    expect(readCsvText(new TextEncoder().encode(text)).text).toBe(
      'Nom;Note\n"Awa";"une ligne\nune autre, longue comme une note l’est"',
    );
  });
});

describe('the columns of a table', () => {
  it('are known by their French and English names, ours and others’', () => {
    for (const locale of ['fr', 'en'] as const)
      expect(readAs(CSV_FIELDS.map((field) => headerOf(field, locale)))).toEqual([...CSV_FIELDS]);
    const known: [string, ReadAs][] = [
      [' NOM complet ', 'fullName'],
      ['Adresse e-mail *', 'email'],
      ['Tél.', 'phone'],
      ['Pointure', null],
      ['Given Name', 'firstName'],
      ['Family Name', 'lastName'],
      ['E-mail 1 - Value', 'email'],
      ['Phone 1 - Value', 'phone'],
      ['Mobile Phone', 'phone'],
      ['Tél. mobile', 'phone'],
      ['Adresse de messagerie', 'email'],
      ['Wedding Date', 'eventDate'],
      ['Tour de poitrine', 'bustGirth'],
      ['Waist girth', 'waistGirth'],
    ];
    expect(readAs(known.map(([header]) => header))).toEqual(known.map(([, field]) => field));
  });

  it('can be said by hand', () => {
    expect(readAs(['A', 'Nom', 'B'], ['phone', '', '-'])).toEqual(['phone', 'name', null]);
    expect(readAs(['Téléphone'], ['nothing'])).toEqual([null]);
  });
});

describe('a day', () => {
  it.each([
    ['06/05', '05-06'],
    ['06-05', '05-06'],
    ['06-05-1990', '05-06'],
    ['6.5.1990', '05-06'],
    ['6 5 90', '05-06'],
    ['1990-05-06', '05-06'],
    ['1990/05/06', '05-06'],
    ['1990-05-06 00:00:00', '05-06'],
    ['1990-05-06T00:00:00.000Z', '05-06'],
    ['06-mai-90', '05-06'],
    ['6 mai 1990', '05-06'],
    ['1er août', '08-01'],
    ['6 MAI', '05-06'],
    ['May 6, 1990', '05-06'],
    ['6th May', '05-06'],
    ['--05-06', '05-06'],
    ['0000-05-06', '05-06'],
    ['29/02', '02-29'],
    ['31/02/1990', null],
    ['29/02/1990', null],
    ['31-04', null],
    ['12/31/1990', null],
    ['mai', null],
    ['45/19', null],
    ['lundi 6 mai 1990', '05-06'],
    ['Monday, May 6, 1990', '05-06'],
    ['le 6 mai', '05-06'],
    ['6th of May 1990', '05-06'],
    ['6 de mayo de 1990', '05-06'],
    ['6. Mai 1990', '05-06'],
    ['1 er décembre', '12-01'],
    ['6 dezember', '12-06'],
    ['6 fév', '02-06'],
    ['Mar 6', '03-06'],
    ['6 jui', null],
    ['06/05/1990 12:00 AM', '05-06'],
    ['1990-05-06T00:00:00+02:00', '05-06'],
    ['19900506', '05-06'],
    ['1990年5月6日', '05-06'],
    ['٠٦/٠٥/١٩٩٠', '05-06'],
    ['０６/０５/１９９０', '05-06'],
    ['33000', null],
    ['19901332', null],
  ])('%s is the birthday %s', (cell, kept) => {
    const read = readWrittenDay(cell);
    expect(read && birthdayOf(read)).toBe(kept);
  });

  it.each([
    ['13/02/27', 2027],
    ['13-02-2027', 2027],
    ['13 février 2027', 2027],
    ['2027-02-13', 2027],
    ['13/02/90', 1990],
    ['13/02', undefined],
  ])('%s is of the year %s', (cell, year) =>
    expect(readWrittenDay(cell)).toEqual({ month: 2, day: 13, ...(year ? { year } : {}) }),
  );

  it('comes back from its words in both languages', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2000-01-01'), max: new Date('2000-12-31'), noInvalidDate: true }),
        (date) => {
          const birthday = date.toISOString().slice(5, 10);
          for (const locale of ['fr', 'en'] as const) {
            const read = readWrittenDay(birthdayWords(birthday, locale));
            expect(read && birthdayOf(read)).toBe(birthday);
          }
        },
      ),
    );
  });
});

describe('the days of a table', () => {
  it('are read month first where some of them can only be that, and none the other way', async () => {
    expect(await dayOrderOf(['5/6/1990', '12/31/1990', 'May 6'])).toBe('month');
    expect(await dayOrderOf(['5/6/1990', '31/12/1990'])).toBe('day');
    expect(await dayOrderOf(['12/31/1990', '31/12/1990'])).toBe('day');
    expect(await dayOrderOf(['5/6/1990', '1990-12-31'])).toBe('day');
    expect(await dayOrderOf([])).toBe('day');
    expect(readWrittenDay('5/6/1990', 'month')).toEqual({ year: 1990, month: 5, day: 6 });
    expect(readWrittenDay('31/02', 'month')).toBeNull();
  });

  it('are none where a program writes zeros for nothing', () => {
    for (const cell of ['0/0/00', '00/00/0000', '0000-00-00', '0000-00-00 00:00:00', '0'])
      expect(isNoDay(cell)).toBe(true);
    for (const cell of ['06/05', '2000-01-01', '', '--', 'rien']) expect(isNoDay(cell)).toBe(false);
  });
});

describe('a table of another program', () => {
  const people = async (text: string) => {
    const table = await readTable(new TextEncoder().encode(text), undefined, true);
    return table.rows.map(({ cells, problem }) => ({ problem, ...readRow(cells, 'fr', 'FR') }));
  };

  it('may have a title above its columns, spaces before its quotes, an American’s days', async () => {
    expect(await people('Liste des clientes;;\n;;\nNom;Téléphone;Notes\nAwa;06 12 34 56 78;x')).toMatchObject([
      { input: { name: 'Awa', phone: '06 12 34 56 78', notes: 'x' } },
    ]);
    expect(await people('Clients 2026\n\nName, Phone, Notes\nAwa, 0612345678, "a, b"')).toMatchObject([
      { problem: undefined, input: { name: 'Awa', notes: 'a, b' } },
    ]);
    // A person called as a column is, and no title: the first row names the columns.
    expect(await people('Qui;Tel\nCliente;06')).toMatchObject([{ errors: [{ path: 'name' }] }]);
    expect(await people('First Name,Birthday\nAwa,5/6/1990\nNora,12/31/1990')).toMatchObject([
      { input: { birthday: '05-06' } },
      { input: { birthday: '12-31' } },
    ]);
    expect(await people('First Name,Birthday\nAwa,0/0/00')).toMatchObject([{ unread: [], input: { name: 'Awa' } }]);
    expect(await people('Nom,Notes\rAwa,"une ""note"", longue"\rNora,5"" de plus\r')).toMatchObject([
      { input: { notes: 'une "note", longue' } },
      { input: { name: 'Nora' } },
    ]);
  });

  it('of Outlook: the number that is carried about is the number, the others are kept', async () => {
    const [awa] = await people(
      'Prénom;Nom;Téléphone (bureau);Téléphone 2 (domicile);Tél. mobile\nAwa;Diallo;01 44 55 66 77;01 99;06 12 34 56 78',
    );
    expect(awa?.input).toMatchObject({ name: 'Awa Diallo', phone: '06 12 34 56 78' });
    for (const kept of ['01 44 55 66 77', '01 99']) expect(awa?.input?.notes).toContain(kept);
  });

  it('a number that a spreadsheet cut short is none, and stands in the notes', async () => {
    const [awa] = await people('Nom;Téléphone\nAwa;3,36123E+10');
    expect(awa?.input?.phone).toBeUndefined();
    expect(awa?.input?.notes).toContain('3,36123E+10');
    expect(awa?.unread).toMatchObject([{ path: 'phone', text: '3,36123E+10' }]);
  });
});

describe('tags in one cell', () => {
  it('come back as they were', () => {
    const tag = fc.string({ minLength: 1, maxLength: 20 }).map((text) => text.replace(/\p{Cc}/gu, '').trim());
    fc.assert(
      fc.property(
        fc.array(tag.filter((one) => one !== '' && !one.startsWith('* ') && !one.includes(':::'))),
        (tags) => {
          expect(readCsvTags(writeCsvTags(tags))).toEqual(tags);
        },
      ),
    );
    expect(readCsvTags('Soie; Bal | Mariée')).toEqual(['Soie', 'Bal', 'Mariée']);
    expect(readCsvTags('* myContacts ::: Mariées')).toEqual(['Mariées']);
  });
});

describe('a row', () => {
  const row = (cells: [NonNullable<ReadAs>, string][], country: 'FR' | 'SN' = 'FR') =>
    readRow(
      cells.map(([read, text]) => ({ readAs: read, header: read, text })),
      'fr',
      country,
    );

  it.each([
    [
      [
        ['firstName', 'Awa'],
        ['name', 'Diallo'],
      ],
      'Awa Diallo',
    ],
    [
      [
        ['name', 'Marie Durand'],
        ['firstName', 'Marie'],
        ['lastName', 'Durand'],
      ],
      'Marie Durand',
    ],
    [
      [
        ['fullName', 'Marie Durand'],
        ['firstName', 'Marie'],
        ['name', 'Durand'],
      ],
      'Marie Durand',
    ],
    [
      [
        ['name', 'Marie Durand'],
        ['firstName', 'Marie'],
      ],
      'Marie Durand',
    ],
    [[['fullName', 'Marie Durand']], 'Marie Durand'],
  ] as [[NonNullable<ReadAs>, string][], string][])('%j is called %s', (cells, name) =>
    expect(row(cells).input?.name).toBe(name),
  );

  it('loses nobody for a cell that cannot be read: it stands in the notes', () => {
    const { input, unread, errors } = row([
      ['firstName', 'Awa'],
      ['email', 'pas une adresse'],
      ['birthday', '31/02/1990'],
      ['eventLabel', 'Bal'],
      ['waistGirth', '9o'],
      ['notes', 'Fidèle'],
    ]);
    expect(errors).toEqual([]);
    expect(unread.map(({ path }) => path).sort()).toEqual(['birthday', 'email', 'eventLabel', 'waistGirth']);
    expect(input).toMatchObject({ name: 'Awa' });
    for (const text of ['Fidèle', 'pas une adresse', '31/02/1990', 'Bal', '9o']) expect(input?.notes).toContain(text);
    expect(row([['email', 'a@exemple.fr']]).errors).toMatchObject([{ path: 'name' }]);
  });

  it('gives a number its zero back where the country writes one, and keeps the others', () => {
    expect(
      row([
        ['name', 'A'],
        ['phone', '651515151'],
      ]).input?.phone,
    ).toBe('06 51 51 51 51');
    expect(
      row([
        ['name', 'A'],
        ['phone', '+33 6 51 51 51 51'],
      ]).input?.phone,
    ).toBe('+33 6 51 51 51 51');
    expect(
      row(
        [
          ['name', 'A'],
          ['phone', '771234567'],
        ],
        'SN',
      ).input?.phone,
    ).toBe('771234567');
    const { input } = row([
      ['name', 'A'],
      ['phone', '06 12 34 56 78 ::: 01 44 55 66 77'],
    ]);
    expect(input).toMatchObject({ phone: '06 12 34 56 78', notes: expect.stringContaining('01 44 55 66 77') });
  });

  it('reads measures in every notation of the field, in any unit', () => {
    const waist = (text: string) =>
      row([
        ['name', 'A'],
        ['waistGirth', text],
      ]).values.waistGirth;
    for (const text of ['72,4', '72.4 cm', '724 mm', '0,724 m', '72,39', '٧٢٫٤']) expect(waist(text)).toBe(72.4);
    for (const text of ['7O', '725', '-72', '0', 'env. 72', '72/74']) expect(waist(text)).toBeUndefined();
  });

  it('brings measures', () => {
    expect(
      row([
        ['name', 'A'],
        ['bustGirth', '92,5'],
        ['waistGirth', '70 cm'],
        ['hipGirth', '0'],
      ]),
    ).toMatchObject({
      values: { bustGirth: 92.5, waistGirth: 70 },
      unread: [{ path: 'hipGirth' }],
    });
  });
});

describe('who is known again', () => {
  const people = new KnownPeople<{ name: string; email?: string; phone?: string }>('FR');
  for (const one of [
    { name: 'Fatou Sow', phone: '06 40 40 40 40' },
    { name: 'Marie Durand', email: 'marie@exemple.fr' },
    { name: 'Sans Contact' },
  ])
    people.add(one);

  it.each([
    [{ name: 'SOW Fatou', phone: '+33640404040' }, 'same', 'Fatou Sow'],
    [{ name: 'Mariama Sow', phone: '0640404040' }, 'phone', 'Fatou Sow'],
    [{ name: 'Paul Durand', email: 'MARIE@exemple.fr' }, 'email', 'Marie Durand'],
    [{ name: 'Marie Durand', email: 'autre@exemple.fr' }, 'name', 'Marie Durand'],
    [{ name: 'Marie Durand' }, 'same', 'Marie Durand'],
    [{ name: 'Sans Contact', phone: '0611111111' }, 'same', 'Sans Contact'],
    [{ name: 'Inconnue', phone: '0622222222' }, undefined, undefined],
  ])('%j: %s %s', (one, how, name) => {
    const { same, question } = people.find(one);
    expect(same ? 'same' : question?.shares).toBe(how);
    expect((same ?? question?.who)?.name).toBe(name);
  });
});
