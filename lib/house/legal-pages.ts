import type { Locale } from '../actor';
import { inLanguage } from '../i18n/bilingual';
import { translator } from '../i18n/translate';
import { countryLaw } from './countries/presets';
import type { HouseSettings } from './documents';
import { exemptMentionOf, registrationOf } from './tax';

/** What the legal pages are made of: every sentence of theirs follows from these settings. */
export type LegalFacts = Pick<
  HouseSettings,
  'name' | 'address' | 'phone' | 'email' | 'currency' | 'lockStage' | 'quoteDefaults' | 'tax' | 'legal'
>;

/** A titled paragraph of a page; lines are parted by line breaks. */
export interface LegalSection {
  title: string;
  text: string;
}

const lines = (...parts: readonly (string | undefined)[]): string => parts.filter(Boolean).join('\n');
const paragraphs = (...parts: readonly (string | undefined)[]): string => parts.filter(Boolean).join('\n\n');
const sentences = (...parts: readonly (string | undefined)[]): string => parts.filter(Boolean).join(' ');

/** How a country names a tax regime without VAT; the house's own words first. */
const exemptMention = ({ tax }: LegalFacts, locale: Locale): string | undefined =>
  tax.regime === 'exempt' ? exemptMentionOf(tax, locale) : undefined;

function disputes(facts: LegalFacts, locale: Locale): LegalSection {
  const t = translator(locale, 'legal');
  const { mediatorName, mediatorAddress, mediatorSite } = facts.legal;
  return {
    title: t('notice.disputes.title'),
    text: mediatorName
      ? paragraphs(
          sentences(t('notice.disputes.first'), t('notice.disputes.mediator')),
          lines(mediatorName, mediatorAddress, mediatorSite),
        )
      : sentences(t('notice.disputes.first'), t('notice.disputes.other')),
  };
}

/** The legal notice (LCEN, art. 1-1: who publishes, who answers for it, who hosts). */
export function noticeSections(
  facts: LegalFacts,
  locale: Locale,
): Record<'publisher' | 'hosting' | 'drawings' | 'orders' | 'disputes', LegalSection> {
  const t = translator(locale, 'legal');
  const { name, address, phone, email, tax, legal } = facts;
  const { legalForm, capital, registry } = tax;
  const registration = registrationOf(tax);
  return {
    publisher: {
      title: t('notice.publisher.title'),
      text: paragraphs(
        lines(
          name,
          legalForm && capital ? t('notice.publisher.formCapital', { form: legalForm, capital }) : legalForm,
          address,
          phone,
          email,
          [registration && `${registration.name} ${registration.value}`.trim(), registry].filter(Boolean).join(', '),
          tax.regime === 'subject' && tax.vatNumber
            ? t('notice.publisher.vatNumber', { number: tax.vatNumber })
            : undefined,
          exemptMention(facts, locale),
          legal.director && t('notice.publisher.director', { name: legal.director }),
        ),
        t('notice.publisher.answers'),
      ),
    },
    hosting: {
      title: t('notice.hosting.title'),
      text: legal.hostName
        ? paragraphs(t('notice.hosting.other'), lines(legal.hostName, legal.hostAddress, legal.hostPhone))
        : t('notice.hosting.self'),
    },
    drawings: { title: t('notice.drawings.title'), text: t('notice.drawings.text', { name }) },
    orders: { title: t('notice.orders.title'), text: t('notice.orders.text') },
    disputes: disputes(facts, locale),
  };
}

/** The privacy page (GDPR, art. 13): what is kept, why, how long, and whom to turn to. */
export function privacySections(facts: LegalFacts, locale: Locale): LegalSection[] {
  const t = translator(locale, 'legal');
  const law = countryLaw(facts.tax.country);
  const name = facts.name;
  const imprint = [name, facts.address, facts.email].filter(Boolean).join(', ');
  return [
    { title: t('privacy.kept.title'), text: t('privacy.kept.text') },
    { title: t('privacy.why.title'), text: t('privacy.why.text') },
    { title: t('privacy.who.title'), text: t('privacy.who.text', { name }) },
    {
      title: t('privacy.howLong.title'),
      text: sentences(
        t('privacy.howLong.file'),
        law ? t('privacy.howLong.years', { years: String(law.paperYears) }) : t('privacy.howLong.noYears'),
      ),
    },
    { title: t('privacy.cookies.title'), text: t('privacy.cookies.text') },
    {
      title: t('privacy.rights.title'),
      text: sentences(
        t('privacy.rights.own', { imprint }),
        law
          ? t('privacy.rights.authority', {
              authority: inLanguage(law.authority.name, locale),
              site: law.authority.site,
            })
          : t('privacy.rights.noAuthority'),
      ),
    },
  ];
}

/** The terms of sale that go with a quote. */
export function conditionsSections(facts: LegalFacts, locale: Locale): LegalSection[] {
  const t = translator(locale, 'legal');
  const { name, address, currency, quoteDefaults, tax, legal } = facts;
  const law = countryLaw(tax.country);
  const stages = translator(locale, 'stages');
  const stage = stages(`stage.${facts.lockStage}`);
  const mention = exemptMention(facts, locale);
  const forfeit = inLanguage(law?.forfeit, locale);
  const ownTerms = inLanguage(legal.ownTerms, locale).trim();
  const { depositPercent, validDays } = quoteDefaults;
  return [
    {
      title: t('conditions.parties.title'),
      text: t('conditions.parties.text', { house: [name, address].filter(Boolean).join(', ') }),
    },
    { title: t('conditions.order.title'), text: t('conditions.order.text', { days: validDays }) },
    {
      title: t('conditions.price.title'),
      text: sentences(
        tax.regime === 'subject'
          ? t('conditions.price.taxed', { currency })
          : mention
            ? t('conditions.price.exempt', { currency, mention })
            : t('conditions.price.unsaid', { currency }),
        depositPercent > 0
          ? t('conditions.price.deposit', { percent: String(depositPercent) })
          : t('conditions.price.noDeposit'),
      ),
    },
    { title: t('conditions.measures.title'), text: t('conditions.measures.text') },
    { title: t('conditions.date.title'), text: t('conditions.date.text') },
    { title: t('conditions.changes.title'), text: t('conditions.changes.text', { stage }) },
    {
      title: t('conditions.cancel.title'),
      text: sentences(
        // The rules of an order let a client cancel it no later than `confirmed` (lib/orders/rules.ts).
        t('conditions.cancel.until', { begun: stages('stage.measuring') }),
        legal.advance === 'forfeited'
          ? t('conditions.cancel.forfeited', { source: forfeit ? t('conditions.cancel.source', { law: forfeit }) : '' })
          : sentences(t(`conditions.cancel.${legal.advance}`), t('conditions.cancel.house')),
        t('conditions.cancel.after', { stage }),
      ),
    },
    {
      title: t('conditions.withdrawal.title'),
      text: inLanguage(law?.withdrawal, locale) ?? t('conditions.withdrawal.text'),
    },
    {
      title: t('conditions.guarantee.title'),
      text: sentences(
        t('conditions.guarantee.defect'),
        inLanguage(law?.guarantee, locale) ?? t('conditions.guarantee.text'),
      ),
    },
    { ...disputes(facts, locale), title: t('conditions.disputes.title') },
    ...(ownTerms ? [{ title: t('conditions.own.title'), text: ownTerms }] : []),
  ];
}
