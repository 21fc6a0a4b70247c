import type { TaxIdentity } from './schemas';

/** What a house says of itself on invoices while it has said nothing: none is issued. */
export const UNSAID_TAX: TaxIdentity = {
  country: '',
  regime: 'unsaid',
  registration: '',
  vatNumber: '',
  legalForm: '',
  capital: '',
  registry: '',
  exemptMention: '',
  lateTerms: '',
  companyDays: 30,
  natures: { piece: 'mixed', metre: 'goods', hour: 'service' },
  rates: {},
  issues: { deposits: true, delivery: true },
};
