import { toNumber } from '../bson/number';
import { isDocument, isNumber, typeName, type Document } from '../bson/value';
import { MongoError, badValue, failedToParse, typeMismatch, unknownField } from '../errors';

/** How strings compare when a command or an index names a locale. */
export interface Collation {
  readonly spec: Document;
  compare(a: string, b: string): number;
}

const SENSITIVITY = ['base', 'accent', 'variant'] as const;
const FIELDS = new Set([
  'locale',
  'strength',
  'caseLevel',
  'caseFirst',
  'numericOrdering',
  'alternate',
  'maxVariable',
  'backwards',
  'normalization',
  'version',
]);

/**
 * Reads a collation document through Intl.Collator; undefined for none and for `simple` (byte order).
 *
 * @throws MongoError 9/40414/40415 for a malformed document, 2 for a locale, strength or option this server has not.
 */
export function makeCollation(spec: Document | undefined): Collation | undefined {
  if (spec === undefined) return undefined;
  for (const field of Object.keys(spec)) {
    if (!FIELDS.has(field)) {
      throw unknownField(`collation.${field}`);
    }
  }
  const { locale } = spec;
  if (locale === undefined) {
    throw new MongoError(40414, 'Location40414', "BSON field 'collation.locale' is missing but a required field");
  }
  if (typeof locale !== 'string') {
    throw typeMismatch(`BSON field 'collation.locale' is the wrong type '${typeName(locale)}', expected type 'string'`);
  }
  if (locale === 'simple') {
    if (Object.keys(spec).length > 1) throw badValue("Cannot specify collation options with locale 'simple'");
    return undefined;
  }
  const strength = isNumber(spec.strength) ? toNumber(spec.strength) : spec.strength === undefined ? 3 : Number.NaN;
  if (Number.isNaN(strength)) throw typeMismatch("BSON field 'collation.strength' must be a number");
  if (![1, 2, 3, 4, 5].includes(strength)) throw failedToParse(`Invalid strength: ${strength}`);
  if (strength > 3) throw badValue(`Collation strength ${strength} is not supported by this server`);
  for (const field of ['caseLevel', 'backwards', 'normalization'] as const) {
    if (spec[field] === true) throw badValue(`Collation option '${field}' is not supported by this server`);
  }
  if (spec.alternate === 'shifted') throw badValue("Collation option 'alternate' is not supported by this server");
  const tag = locale.replace(/_/g, '-').replace(/@.*$/, '');
  if (!isSupportedLocale(tag)) throw badValue(`Field 'locale' is invalid in: { locale: "${locale}" }`);
  const collator = new Intl.Collator(tag, {
    sensitivity: SENSITIVITY[strength - 1],
    numeric: spec.numericOrdering === true,
    caseFirst: spec.caseFirst === 'upper' || spec.caseFirst === 'lower' ? spec.caseFirst : 'false',
  });
  return { spec, compare: (a, b) => collator.compare(a, b) };
}

function isSupportedLocale(tag: string): boolean {
  try {
    return Intl.Collator.supportedLocalesOf([tag]).length > 0;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** The collation a spec value asks for, refusing anything but a document. */
export function collationOf(value: unknown): Collation | undefined {
  if (value === undefined) return undefined;
  if (!isDocument(value)) throw typeMismatch("BSON field 'collation' must be an object");
  return makeCollation(value);
}
