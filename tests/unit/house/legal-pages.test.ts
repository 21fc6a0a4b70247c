import { describe, expect, it } from 'vitest';
import { COUNTRY_PRESETS } from '@/lib/house/countries/presets';
import { DEFAULT_HOUSE } from '@/lib/house/defaults';
import { legalLacks } from '@/lib/house/legal-lacks';
import { conditionsSections, type LegalFacts, noticeSections, privacySections } from '@/lib/house/legal-pages';
import type { Legal, TaxIdentity } from '@/lib/house/schemas';
import { ADVANCES } from '@/lib/house/words';
import { PATH } from '@/lib/house/stages';
import { LOCALES } from '@/lib/i18n/config';
import { TRANSITIONS } from '@/lib/orders/rules';

interface Said {
  tax?: Partial<TaxIdentity>;
  legal?: Partial<Legal>;
  quoteDefaults?: Partial<LegalFacts['quoteDefaults']>;
}

/** A house that has said nothing but its name, and what is given. */
const house = ({
  tax,
  legal,
  quoteDefaults,
  ...rest
}: Omit<Partial<LegalFacts>, keyof Said> & Said = {}): LegalFacts => ({
  ...DEFAULT_HOUSE,
  name: 'Maison Ndiaye',
  ...rest,
  tax: { ...DEFAULT_HOUSE.tax, ...tax },
  legal: { ...DEFAULT_HOUSE.legal, ...legal },
  quoteDefaults: { ...DEFAULT_HOUSE.quoteDefaults, ...quoteDefaults },
});

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');
const notice = (facts: LegalFacts, locale: 'fr' | 'en' = 'fr') =>
  plain(
    Object.values(noticeSections(facts, locale))
      .map(({ text }) => text)
      .join('\n'),
  );
const privacy = (facts: LegalFacts, locale: 'fr' | 'en' = 'fr') =>
  plain(
    privacySections(facts, locale)
      .map(({ text }) => text)
      .join('\n'),
  );
const conditions = (facts: LegalFacts, locale: 'fr' | 'en' = 'fr') =>
  plain(
    conditionsSections(facts, locale)
      .map(({ text }) => text)
      .join('\n'),
  );

describe('the legal notice', () => {
  const said = house({
    address: '14, rue du Mail, Paris',
    phone: '01 02 03 04 05',
    email: 'maison@example.test',
    tax: {
      country: 'FR',
      regime: 'subject',
      registration: '123456782',
      vatNumber: 'FR11123456782',
      legalForm: 'SAS',
      capital: '20 000 €',
      registry: 'RCS Paris',
    },
    legal: {
      director: 'Awa Ndiaye',
      hostName: 'Nuages SA',
      hostAddress: '1, quai Test',
      hostPhone: '09 00 00 00 00',
      mediatorName: 'Médiation Test',
      mediatorSite: 'https://mediation.example.test',
    },
  });

  it.each([
    'SAS au capital de 20 000 €',
    '14, rue du Mail, Paris',
    '01 02 03 04 05',
    'maison@example.test',
    'SIREN 123456782, RCS Paris',
    'TVA FR11123456782',
    'Responsable de la publication : Awa Ndiaye',
    'hébergées par :\n\nNuages SA\n1, quai Test\n09 00 00 00 00',
    'Médiation Test\nhttps://mediation.example.test',
  ])('says what the house has said: %s', (words) => expect(notice(said)).toContain(words));

  it.each(['SIREN', 'TVA', 'publication', 'hébergées', 'médiateur de la consommation'])(
    'says nothing of what it has not said: %s',
    (words) => expect(notice(house())).not.toContain(words),
  );

  it('says why there is no VAT, in the words of the country or of the house', () => {
    const exempt = { country: 'FR', regime: 'exempt' as const, vatNumber: 'FR11123456782' };
    expect(notice(house({ tax: exempt }))).toContain('TVA non applicable, art. 293 B du CGI');
    expect(notice(house({ tax: exempt }))).not.toContain('FR11123456782');
    expect(notice(house({ tax: { ...exempt, exemptMention: 'Sans TVA' } }))).toContain('Sans TVA');
  });
});

describe('the privacy page', () => {
  it.each(COUNTRY_PRESETS.map(({ country, law }) => [country, law] as const))(
    'names the authority and the years of %s, in both languages',
    (country, law) => {
      for (const locale of LOCALES) {
        const text = privacy(house({ tax: { country } }), locale);
        expect(text).toContain(law.authority.site);
        expect(text).toContain(` ${law.paperYears} `);
      }
    },
  );

  it('names no authority of a country that is not said', () => {
    expect(privacy(house())).not.toMatch(/CNIL|\d+ ans/);
  });
});

describe('the terms of sale', () => {
  it.each([
    ['returned', 'rendu en entier', /arrhes|pièces à l’appui/],
    ['workKept', 'pièces à l’appui', /arrhes|rendu en entier/],
    ['forfeited', 'fait d’arrhes (Code de la consommation, art. L214-1)', /acompte|rend tout ce que/],
  ] as const)('say what becomes of an advance: %s', (advance, words, never) => {
    const text = conditions(house({ tax: { country: 'FR' }, legal: { advance } }));
    expect(text).toContain(words);
    expect(text).not.toMatch(never);
  });

  it('name no law of another country', () => {
    for (const { country } of COUNTRY_PRESETS)
      for (const advance of ADVANCES)
        if (country !== 'FR')
          expect(conditions(house({ tax: { country }, legal: { advance } }))).not.toMatch(
            /Code de la consommation|L2\d\d-/,
          );
  });

  it('say the stage that locks, how long a quote holds and what is asked for on ordering', () => {
    const text = conditions(house({ lockStage: 'toile', quoteDefaults: { validDays: 21, depositPercent: 30 } }));
    expect(text).toContain('« Toile »');
    expect(text).toContain('21 jours');
    expect(text).toContain('30 % sont demandés');
    expect(conditions(house({ quoteDefaults: { depositPercent: 0 } }))).not.toContain('sont demandés');
  });

  it('let a client cancel until the stage the rules of an order do', () => {
    const cancels = PATH.filter((stage) => TRANSITIONS.piece[stage].client.includes('cancelled'));
    const first = PATH[PATH.indexOf(cancels.at(-1) ?? 'delivered') + 1];
    expect(first).toBe('measuring');
    expect(conditions(house())).toContain('jusqu’à l’étape « Prise de mesures »');
  });

  it('say how prices stand to VAT', () => {
    expect(conditions(house({ currency: 'XOF', tax: { country: 'SN', regime: 'subject' } }))).toContain(
      'en XOF, TVA comprise',
    );
    expect(conditions(house({ tax: { country: 'FR', regime: 'exempt' } }))).toContain('art. 293 B du CGI');
    expect(conditions(house())).toContain('toutes taxes comprises');
  });

  it('end with what the house says of its own, where it does', () => {
    const ownTerms = { fr: 'Les housses sont consignées.', en: 'Covers are lent.' };
    expect(conditions(house({ legal: { ownTerms } }))).toContain(ownTerms.fr);
    expect(conditions(house({ legal: { ownTerms } }), 'en')).toContain(ownTerms.en);
    const titles = conditionsSections(house(), 'fr').map(({ title }) => title);
    expect(titles).not.toContain('Propre à la maison');
  });
});

describe('what is still to be said', () => {
  it('is all of it of a house that has said nothing, and nothing once it is said', () => {
    expect(legalLacks(house())).toEqual(['address', 'phone', 'email', 'country', 'registration', 'director']);
    const said = { address: 'a', phone: 'p', email: 'e@example.test' };
    const tax = { country: 'FR', registration: '123456782' };
    expect(legalLacks(house({ ...said, tax, legal: { director: 'd' } }))).toEqual(['mediator']);
    expect(legalLacks(house({ ...said, tax, legal: { director: 'd', mediatorName: 'm' } }))).toEqual([]);
    expect(legalLacks(house({ ...said, tax: { ...tax, country: 'SN' }, legal: { director: 'd' } }))).toEqual([]);
  });
});
