import { beforeAll, describe, expect, it } from 'vitest';
import * as exporting from '@/app/api/clients/export/route';
import * as importing from '@/app/api/clients/import/route';
import * as one from '@/app/api/clients/[id]/route';
import { createClientFile } from '@/lib/clients/create-client';
import { clients, measurementSets } from '@/lib/clients/documents';
import type { ClientDto } from '@/lib/clients/dto';
import { importResultDto, type ImportResultDto } from '@/lib/clients/schemas';
import { call, type Person, person, serveFrom } from '../../support/call-route';
import { setUpDatabase } from '../../support/with-database';

const db = setUpDatabase();
let couturier: Person;

beforeAll(async () => {
  serveFrom(db());
  couturier = await person(db(), 'couturier');
});

/** Sends a table as the page does. */
async function send(
  table: string | Uint8Array<ArrayBuffer>,
  query = '',
  who: Person | undefined = couturier,
  type = 'text/csv',
): Promise<{ status: number; body: ImportResultDto & { code: string; detail: string } }> {
  const request = new Request(`http://maison.test/api/clients/import${query}`, {
    method: 'POST',
    headers: {
      host: 'maison.test',
      origin: 'http://maison.test',
      'content-type': type,
      ...(who ? { cookie: who.cookie } : {}),
    },
    body: table,
  });
  const response = await importing.POST(request, { params: Promise.resolve({}) });
  const body = (await response.json()) as ImportResultDto & { code: string; detail: string };
  if (response.ok) importResultDto.parse(body);
  return { status: response.status, body };
}
async function take(
  query = '',
  who: Person | undefined = couturier,
): Promise<{ status: number; bytes: Uint8Array<ArrayBuffer>; text: string }> {
  const request = new Request(`http://maison.test/api/clients/export${query}`, {
    headers: { host: 'maison.test', ...(who ? { cookie: who.cookie } : {}) },
  });
  const response = await exporting.GET(request, { params: Promise.resolve({}) });
  const bytes = new Uint8Array(await response.arrayBuffer());
  return { status: response.status, bytes, text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) };
}
const verdicts = ({ body }: { body: ImportResultDto }) => body.rows.map(({ row, verdict }) => [row, verdict]);
const count = () => clients(db()).countDocuments();

describe('a table of people', () => {
  const TABLE = [
    'Prénom;Nom;Adresse e-mail;Téléphone;Anniversaire;Étiquettes;Pointure',
    'Awa;Diallo;Awa.Diallo@exemple.fr;06 12 40 18 22;06/05;Soie, Mariée;38',
    'Nora;Benali;pas une adresse;;45/19;;',
    '"Éléonore ""Léo""";"Petit;Roux";;"07 55 10 20 30";;;',
    '',
    'A.;Diallo;AWA.diallo@exemple.fr;;;;',
    ';;seul@exemple.fr;;;;',
  ].join('\r\n');

  it('is first read without writing anything, each row with its verdict', async () => {
    const before = await count();
    const dry = await send(TABLE, '?dryRun=1');
    expect(dry.status).toBe(200);
    expect(verdicts(dry)).toEqual([
      [2, 'created'],
      [3, 'created'],
      [4, 'created'],
      [6, 'created'],
      [7, 'refused'],
    ]);
    expect(dry.body.rows[1]?.unread.map(({ path }) => path).sort()).toEqual(['birthday', 'email']);
    expect(dry.body.rows[3]).toMatchObject({ question: { shares: 'email', sameRow: 2, name: 'Awa Diallo' } });
    expect(dry.body.rows[4]?.errors).toMatchObject([{ path: 'name' }]);
    expect(dry.body.columns.at(-1)).toEqual({ header: 'Pointure', field: null, example: '38' });
    expect(dry.body.counts).toEqual({ created: 4, updated: 0, duplicate: 0, refused: 1 });
    expect(await count()).toBe(before);
  });

  it('is not sent back whole, however large a cell is', async () => {
    const large = 'x'.repeat(1_000_000);
    const { status, body } = await send(`name;birthday;${large}\n${large};;\nRose;${large};`, '?dryRun=1');
    expect(status).toBe(200);
    expect(JSON.stringify(body).length).toBeLessThan(20_000);
  });

  it('then opens the files, once, whoever sends it again or at the same moment', async () => {
    const before = await count();
    const both = await Promise.all([send(TABLE), send(TABLE)]);
    expect(both.map(({ body }) => body.counts.created).sort()).toEqual([0, 4]);
    expect(await count()).toBe(before + 4);
    expect((await send(TABLE)).body.counts).toMatchObject({ created: 0, duplicate: 4 });
    const awa = await clients(db()).findOne({ name: 'Awa Diallo' });
    expect(awa).toMatchObject({ name: 'Awa Diallo', birthday: '05-06', tags: ['Soie', 'Mariée'], version: 1 });
    expect(await clients(db()).countDocuments({ name: 'Éléonore "Léo" Petit;Roux' })).toBe(1);
  });

  it('brings files up to date where asked: what it says is set, what it does not say stays', async () => {
    await createClientFile(db(), {
      name: 'Fatou Sow',
      email: 'fatou@exemple.fr',
      phone: '01',
      allergies: 'Nickel',
      tags: ['Bal'],
    });
    const table = 'Name,Email,Phone,Tags,Allergies\nFatou Sow,FATOU@exemple.fr,02,Silk,';
    expect(verdicts(await send(table))).toEqual([[2, 'duplicate']]);
    expect(verdicts(await send(table, '?dryRun=1&duplicates=update'))).toEqual([[2, 'updated']]);
    expect(await clients(db()).findOne({ email: 'fatou@exemple.fr' })).toMatchObject({ phone: '01', version: 1 });
    expect(verdicts(await send(table, '?duplicates=update'))).toEqual([[2, 'updated']]);
    const after = await clients(db()).findOne({ email: 'fatou@exemple.fr' });
    expect(after).toMatchObject({ phone: '02', allergies: 'Nickel', tags: ['Bal', 'Silk'], version: 2 });
    expect(after?.searchText).toContain('02');
    expect(verdicts(await send(table, '?duplicates=update'))).toEqual([[2, 'duplicate']]);
  });

  it('never makes one person of two who share a contact: it asks, and keeps what it replaces', async () => {
    const mother = await createClientFile(db(), { name: 'Fatou Sarr', phone: '06 40 40 40 41', notes: 'mère; paie' });
    const table = 'Nom;Téléphone;Notes\nMariama Sarr;06 40 40 40 41;fille';
    const dry = await send(table, '?dryRun=1&duplicates=update');
    expect(dry.body.rows).toMatchObject([
      { verdict: 'created', question: { shares: 'phone', client: { name: 'Fatou Sarr' }, phone: '06 40 40 40 41' } },
    ]);
    const one = await send(table, '?dryRun=1&duplicates=update&same=2');
    expect(one.body.rows).toMatchObject([
      {
        verdict: 'updated',
        changes: [
          { field: 'name', from: 'Fatou Sarr', to: 'Mariama Sarr' },
          { field: 'notes', from: 'mère; paie', to: 'mère; paie\nfille' },
        ],
      },
    ]);
    await send(table, '?duplicates=update&same=2');
    const after = await clients(db()).findOne({ _id: mother._id });
    expect(after).toMatchObject({ name: 'Mariama Sarr' });
    for (const kept of ['mère; paie', 'fille', 'Fatou Sarr']) expect(after?.notes).toContain(kept);
    // The same name and number is the same person, unless one insists.
    expect(verdicts(await send(table, '?dryRun=1'))).toEqual([[2, 'duplicate']]);
    expect(verdicts(await send(table, '?dryRun=1&apart=2'))).toEqual([[2, 'created']]);
    const two = 'Nom;Téléphone\nFatou Ba;06 77 77 77 77\nMariama Ba;06 77 77 77 77';
    expect((await send(two)).body).toMatchObject({
      counts: { created: 2 },
      rows: [{}, { question: { shares: 'phone', sameRow: 2, name: 'Fatou Ba' } }],
    });
    // Whoever calls that number is reminded whose else it is; an address that two share is no number to call.
    expect(await clients(db()).findOne({ name: 'Mariama Ba' })).toMatchObject({
      contactNote: 'Même téléphone que Fatou Ba',
    });
    expect((await clients(db()).findOne({ name: 'Fatou Ba' }))?.contactNote).toBeUndefined();
  });

  it('takes what is ticked of a file’s changes: not the doubtful ones, nor those that are left', async () => {
    const file = await createClientFile(db(), { name: 'Lucie Tran', phone: '06 70 11 20 05', birthday: '03-03' });
    const table = 'Nom;Téléphone;Anniversaire;Adresse\nLucie Tran;06 70 11 20 05;3 mai 1990;4, rue Sainte-Anne';
    const dry = await send(table, '?dryRun=1&duplicates=update');
    expect(dry.body.rows[0]?.changes).toEqual([
      { field: 'address', to: '4, rue Sainte-Anne', doubtful: false, taken: true },
      { field: 'birthday', from: '3 mars', to: '3 mai', doubtful: true, taken: false },
    ]);
    const left = await send(table, '?duplicates=update&leave=2.address');
    expect(left.body).toMatchObject({ counts: { duplicate: 1 }, rows: [{ changes: [{ taken: false }, {}] }] });
    expect(await clients(db()).findOne({ _id: file._id })).toMatchObject({ birthday: '03-03', version: 1 });
    await send(table, '?duplicates=update&take=2.birthday');
    const after = await clients(db()).findOne({ _id: file._id });
    expect(after).toMatchObject({ birthday: '05-03', address: '4, rue Sainte-Anne', version: 2 });
    expect(after?.notes).toContain('3 mars');
    // Who comes under the number of their file but under another name may be somebody else.
    const renamed = `Dossier;Nom\n${file._id.toHexString()};Paul Tran`;
    expect((await send(renamed, '?dryRun=1&duplicates=update')).body.rows).toMatchObject([
      { verdict: 'duplicate', changes: [{ field: 'name', doubtful: true, taken: false }] },
    ]);
    expect((await send(table, '?leave=2')).status).toBe(400);
  });

  it('gives a shared number to the one it belongs to, in the house or in the same table; notes keep it', async () => {
    const son = await createClientFile(db(), { name: 'Moussa Sow', phone: '+33 6 12 48 90 17', notes: 'Costume' });
    const table = [
      'Nom;Téléphone',
      'Aminata Sow;06 12 48 90 17',
      'Ousmane Fall;06 12 48 90 99',
      'Khady Fall;0033612489099',
    ].join('\n');
    const dry = await send(table, '?dryRun=1&alone=2,4');
    expect(dry.body.rows).toMatchObject([
      {
        question: {
          shares: 'phone',
          client: { name: 'Moussa Sow' },
          phone: '+33 6 12 48 90 17',
          own: { phone: '06 12 48 90 17' },
        },
      },
      { verdict: 'created' },
      { question: { sameRow: 3, name: 'Ousmane Fall', phone: '06 12 48 90 99' } },
    ]);
    expect(await clients(db()).findOne({ _id: son._id })).toMatchObject({ phone: '+33 6 12 48 90 17', version: 1 });
    expect((await send(table, '?alone=2,4')).body.counts).toMatchObject({ created: 3 });
    const after = await clients(db()).findOne({ _id: son._id });
    expect(after?.phone).toBeUndefined();
    expect(after?.notes).toMatch(/^Costume\n.*\+33 6 12 48 90 17$/s);
    const [ousmane, khady, aminata] = await Promise.all(
      ['Ousmane Fall', 'Khady Fall', 'Aminata Sow'].map((name) => clients(db()).findOne({ name })),
    );
    expect([ousmane?.phone, khady?.phone, aminata?.phone]).toEqual([undefined, '0033612489099', '06 12 48 90 17']);
    expect(ousmane?.notes).toContain('06 12 48 90 99');
  });

  it('offers measures without a day, and takes them where somebody says so', async () => {
    const table = (day: string, waist: string) => `Nom;Mesuré le;Tour de taille\nNora Mesure;${day};${waist}`;
    await send(table('22/10/2026', '72'));
    const again = await send(table('', '74'), '?dryRun=1&duplicates=update');
    expect(again.body.rows).toMatchObject([
      {
        verdict: 'duplicate',
        changes: [{ field: 'waistGirth', from: expect.stringMatching(/^72.cm, /), doubtful: true, taken: false }],
      },
    ]);
    const sets = () => measurementSets(db()).countDocuments({ 'values.waistGirth': { $in: [72, 74] } });
    await send(table('', '74'), '?duplicates=update');
    expect(await sets()).toBe(1);
    await send(table('', '74'), '?duplicates=update&take=2.waistGirth');
    expect(await sets()).toBe(2);
  });

  it('reads columns by hand, measures, and the zero that a spreadsheet dropped', async () => {
    const table = 'Qui;Tel perso;Tour de taille\nZoé Mesurée;651515151;70,5';
    expect((await send(table)).body.code).toBe('csv_no_name');
    // Read over, it shows its columns, so that one can say which is the name.
    expect((await send(table, '?dryRun=1')).body).toMatchObject({
      counts: { created: 0, refused: 1 },
      columns: [{ header: 'Qui', field: null, example: 'Zoé Mesurée' }, { header: 'Tel perso' }, {}],
    });
    expect((await send(table, '?columns=name,phone,')).body.counts).toMatchObject({ created: 1 });
    const file = await clients(db()).findOne({ name: 'Zoé Mesurée' });
    expect(file).toMatchObject({ phone: '06 51 51 51 51' });
    const sets = await measurementSets(db()).find({ clientId: file?._id }).toArray();
    expect(sets).toMatchObject([{ kind: 'body', values: { waistGirth: 70.5 } }]);
    // Measures without a day never take the place of what is there.
    expect((await send(table, '?columns=name,phone,&duplicates=update')).body.counts).toMatchObject({ duplicate: 1 });
    expect(await measurementSets(db()).countDocuments({ clientId: file?._id })).toBe(1);
  });

  it.each([
    [
      'Windows-1252',
      new Uint8Array(
        [...'Nom;Ville\n'].map((c) => c.charCodeAt(0)).concat([0xc9, 0x6c, 0x69, 0x61, 0x6e, 0x65, 0x3b, 0x58]),
      ),
      'windows-1252',
      'Éliane',
    ],
    ['UTF-16', new Uint8Array(Buffer.from('\uFEFFNom\tVille\nÉdith\tX', 'utf16le')), 'utf-16', 'Édith'],
    ['Excel’s UTF-8 with its own sign', new TextEncoder().encode('\uFEFFsep=|\nNom|Ville\nÉva|X'), 'utf-8', 'Éva'],
  ])('is read in %s', async (_, bytes, encoding, name) => {
    const dry = await send(bytes, '?dryRun=1');
    expect(dry.body).toMatchObject({ encoding, rows: [{ name, verdict: 'created' }] });
  });

  it('is refused clearly where it is none', async () => {
    expect(await send(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]))).toMatchObject({
      status: 422,
      body: { code: 'csv_unreadable' },
    });
    expect(await send(' \n ')).toMatchObject({ status: 422, body: { code: 'csv_empty' } });
    expect(await send('Nom;E-mail\n')).toMatchObject({ status: 422, body: { code: 'csv_empty' } });
    expect(await send('Ville;Pays\nParis;France')).toMatchObject({ status: 422, body: { code: 'csv_no_name' } });
    expect(await send('Nom\nAwa', '', couturier, 'application/json')).toMatchObject({ status: 415 });
    expect(await send(`Nom\n${'x'.repeat(8 * 1024 * 1024)}`)).toMatchObject({ status: 413 });
    const long = await send(`Nom\n${'Awa\n'.repeat(10_001)}`);
    expect(long).toMatchObject({ status: 422, body: { code: 'csv_too_many' } });
    expect(long.body.detail).toMatch(/10.?000/);
    expect((await send('Nom\nAwa', '?dryRun=oui')).status).toBe(400);
    expect(verdicts(await send('Nom;E-mail\n"Awa;a@exemple.fr\n', '?dryRun=1'))).toEqual([[2, 'refused']]);
    expect(verdicts(await send('Nom;E-mail\nAwa;a@exemple.fr;en trop\n', '?dryRun=1'))).toEqual([[2, 'refused']]);
  });
});

describe('the table of the house', () => {
  it('holds no formula and comes back whole', async () => {
    const made = await createClientFile(db(), {
      name: '=HYPERLINK("mal")',
      email: 'formule@exemple.fr',
      phone: '+33 6 11 22 33 44',
      notes: '-1\n+2; "guillemets"',
      tags: ['@x', 'Soie'],
      birthday: '05-06',
      event: { label: 'Bal', date: new Date('2027-02-13T12:00:00Z') },
    });
    for (const locale of ['fr', 'en']) {
      const { text, bytes } = await take(`?locale=${locale}`);
      expect(text.startsWith(locale === 'fr' ? '\uFEFF"Dossier";"Nom"' : '\uFEFF"File","Name"')).toBe(true);
      expect(text).toContain(`"'=HYPERLINK(""mal"")"`);
      expect(text).toContain(`"'+33 6 11 22 33 44"`);
      const again = await send(bytes, '?dryRun=1&duplicates=update');
      expect(again.body.counts).toMatchObject({ created: 0, updated: 0, refused: 0 });
      await clients(db()).deleteOne({ _id: made._id });
      const back = await send(bytes);
      expect(back.body.counts).toMatchObject({ created: 1, refused: 0 });
      const {
        _id,
        createdAt: _c,
        updatedAt: _u,
        ...rest
      } = (await clients(db()).findOne({ email: 'formule@exemple.fr' })) ?? made;
      const { _id: _i, createdAt: _d, updatedAt: _v, ...first } = made;
      expect(rest).toEqual(
        JSON.parse(JSON.stringify(first), (key, value: unknown) => (key === 'date' ? new Date(String(value)) : value)),
      );
      await clients(db()).deleteOne({ _id });
      await clients(db()).insertOne(made, { ignoreUndefined: true });
    }
  });

  it('is narrowed as the list is, and leaves the erased out', async () => {
    await createClientFile(db(), { name: 'Rare Perle', tags: ['rare'] });
    const { text } = await take('?tag=rare');
    expect(text.trim().split('\r\n')).toHaveLength(2);
    expect((await take('?inconnu=1')).status).toBe(400);
  });

  it('and the door are the staff’s', async () => {
    const client = await person(db(), 'client');
    const disabled = await person(db(), 'couturier', 'Fermé', { disabled: true });
    for (const [who, status] of [
      [client, 403],
      [disabled, 401],
    ] as const) {
      expect((await send('Nom\nAwa', '', who)).status).toBe(status);
      expect((await take('', who)).status).toBe(status);
    }
    const owner = await person(db(), 'owner');
    expect((await take('', owner)).status).toBe(200);
    expect((await call<ClientDto>(one.GET, { who: owner, params: { id: '0'.repeat(24) } })).status).toBe(404);
  });
});
