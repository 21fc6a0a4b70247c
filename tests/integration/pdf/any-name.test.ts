import fc from 'fast-check';
import { extractText, getDocumentProxy } from 'unpdf';
import { ObjectId } from 'mongodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { GET as quotePdf } from '@/app/api/orders/[id]/quote.pdf/route';
import { clients } from '@/lib/clients/documents';
import { orders } from '@/lib/orders/documents';
import { callRaw, type Person, person, serveFrom } from '../../support/call-route';
import { setUpDatabase } from '../../support/with-database';
import { create, eur, quote, QUOTE } from '../orders/setup';

const db = setUpDatabase();
let client: Person;
let couturier: Person;

beforeAll(async () => {
  serveFrom(db());
  client = await person(db(), 'client', 'Awa Diallo');
  couturier = await person(db(), 'couturier', 'Claire Morel');
}, 60_000);

const of = (letters: string) =>
  fc.constantFrom(...letters.split(' ').flatMap((one) => (one.length > 1 ? [...one] : [one])));
const word = (first: fc.Arbitrary<string>, more = first, max = 7) =>
  fc.tuple(first, fc.array(more, { minLength: 1, maxLength: max })).map(([head, rest]) => head + rest.join(''));
/** A letter, and often a sign that stands on, under or before it. */
const syllable = (letters: string, signs: string) =>
  fc.tuple(of(letters), fc.option(fc.constantFrom(...signs.split(' ')), { nil: '' })).map((both) => both.join(''));

const SCRIPTS = {
  latin: word(of('ABCDÉÈÀÇŁŠŽĐÑØÅÞÆŒİĞŞȘȚ'), of('abcdefghijklmnopqrstuvwxyzéèêëàâçłšžđñøåþæœßığşșțőűřůąęḥṣ')),
  vietnamese: word(of('NTPĐHL'), fc.constantFrom('ư', 'ơ', 'ễ', 'ộ', 'ạ', 'ẵ', 'ặ', 'ứ', 'ỳ', 'n', 'g', 'h', 'ữ', 'ỹ')),
  'latin in pieces': word(
    of('ENO'),
    fc.constantFrom('e\u0301', 'a\u0300', 'o\u0302', 'n\u0303', 'c\u0327', 'u\u0308', 'r', 's'),
  ),
  greek: word(of('ΑΒΓΔΕΖΗΘΚΛΜΠΣΦΧΨΩΆΈΊ'), of('αβγδεζηθικλμνξοπρστυφχψωάέήίόύώϊΐς')),
  cyrillic: word(of('АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЮЯЇЄІЂЋ'), of('абвгдежзийклмнопрстуфхцчшщъыьэюяїєіґўђћџљњё')),
  arabic: word(of('ابتثجحخدذرزسشصضطظعغفقكلمنهويةىأإآءئؤ')),
  persian: word(of('پچژگکیابدرسمن')),
  hebrew: word(of('אבגדהוזחטיכלמנסעפצקרשתךםןףץ')),
  devanagari: word(syllable('कखगघचछजझटठडढणतथदधनपफबभमयरलवशषसह', 'ा ि ी ु ू े ै ो ौ ं ्')),
  bengali: word(syllable('কখগঘচছজঝটঠডঢতথদধনপফবভমযরলশষসহ', 'া ি ী ু ূ ৃ ে ৈ ো ৌ ং ্')),
  tamil: word(syllable('கஙசஞடணதநபமயரலவழளறன', 'ா ி ீ ு ூ ெ ே ை ொ ோ ௌ ்')),
  thai: word(syllable('กขคงจฉชซญดตถทธนบปผฝพฟมยรลวศสหอ', 'ะ า ิ ี ึ ื ุ ู ่ ้ ์')),
  ethiopic: word(of('ሀለሐመሠረሰሸቀበተቸኀነኘአከኸወዐዘዠየደጀገጠጨጰጸፀፈፐላሊሌል')),
  armenian: word(of('ԱԲԳԴԵԶԷԸԹԺ'), of('աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆ')),
  georgian: word(of('აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ')),
  han: word(of('王李张刘陈杨赵黄周吴小明红丽伟芳娜静敏強美愛龍國學'), undefined, 3),
  kana: word(of('さくらはなこたろうアイウエオカキクケコサシスセソタナハマヤラワンがぎぱー')),
  hangul: word(of('김이박최정강조윤장임한오서신권황안송류홍민지수현우진영희철숙은혜'), undefined, 3),
  emoji: word(of('👗🧵🪡💍🌹✂👰🎀')),
} as const;

/** Every space and line end is the same to who reads; nothing else is. */
const spoken = (text: string) => text.replace(/[\s\u00a0\u202f]+/g, '').normalize('NFC');

describe('a name on paper', () => {
  it.each(Object.entries(SCRIPTS))(
    'in %s comes back from the text of the quote',
    async (_script, one) => {
      const { id } = (await create(client, { couturierId: couturier.actor.id.toHexString() })).body;
      const name = fc.tuple(one, one).map((both) => both.join(' '));
      await quote(couturier, id);
      await fc.assert(
        fc.asyncProperty(fc.array(name, { minLength: 9, maxLength: 9 }), async ([who = '', title = '', ...labels]) => {
          await clients(db()).updateOne({ _id: client.actor.clientId as ObjectId }, { $set: { name: who } });
          const lines = labels.map((label) => ({
            ...QUOTE.lines[0],
            label,
            unit: 'piece' as const,
            unitPrice: eur(1_000),
          }));
          await orders(db()).updateOne(
            { _id: new ObjectId(id) },
            { $set: { title, 'quotes.0.lines': lines as never } },
          );
          const answer = await callRaw(quotePdf, { who: couturier, params: { id } });
          expect(answer.status).toBe(200);
          const pdf = await getDocumentProxy(new Uint8Array(await answer.arrayBuffer()));
          const { text: read } = await extractText(pdf, { mergePages: true });
          const text = spoken(read);
          for (const typed of [who, title, ...labels]) expect(text).toContain(spoken(typed));
        }),
        { numRuns: 2, endOnFailure: true },
      );
    },
    60_000,
  );
});
