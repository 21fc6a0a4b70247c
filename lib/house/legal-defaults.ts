import type { Legal } from './schemas';

/** What a house says of itself on its legal pages while it has said nothing. */
export const UNSAID_LEGAL: Legal = {
  director: '',
  hostName: '',
  hostAddress: '',
  hostPhone: '',
  mediatorName: '',
  mediatorAddress: '',
  mediatorSite: '',
  advance: 'workKept',
  ownTerms: { fr: '', en: '' },
};
