import { toNumber } from '../bson/number';
import { isDocument, isNumber, typeName, type Document } from '../bson/value';
import { equalValues } from '../bson/compare';
import { MongoError, failedToParse, invalidOptions, typeMismatch } from '../errors';
import { compileFilter } from '../query/match';
import { show } from '../show';
import type { Index } from '../store/index-definition';

const cannotCreate = (message: string): MongoError => new MongoError(67, 'CannotCreateIndex', message);

const KNOWN_OPTIONS = new Set([
  'v',
  'key',
  'name',
  'unique',
  'sparse',
  'expireAfterSeconds',
  'partialFilterExpression',
  'background',
  'ns',
]);
/** Options of MongoDB this server has no equivalent for. */
const REFUSED_OPTIONS = new Set([
  'collation',
  'hidden',
  'wildcardProjection',
  'weights',
  'default_language',
  'language_override',
  'textIndexVersion',
  '2dsphereIndexVersion',
  'bits',
  'min',
  'max',
  'storageEngine',
  'prepareUnique',
  'clustered',
]);
const PARTIAL_OPERATORS = new Set(['$eq', '$exists', '$gt', '$gte', '$lt', '$lte', '$type', '$in']);

/**
 * Checks an index as `createIndexes` names it, and gives the document `listIndexes` will show.
 *
 * @throws MongoError 67, 197 or 72.
 */
export function readIndexSpec(given: Document): Document {
  for (const option of Object.keys(given)) {
    if (REFUSED_OPTIONS.has(option) && given[option] !== false) {
      throw cannotCreate(`The index option '${option}' is not supported by this server`);
    }
    if (!KNOWN_OPTIONS.has(option) && !REFUSED_OPTIONS.has(option)) {
      throw new MongoError(
        197,
        'InvalidIndexSpecificationOption',
        `The field '${option}' is not valid for an index specification. Specification: ${show(given)}`,
      );
    }
  }
  const { key, name, unique, sparse, expireAfterSeconds, partialFilterExpression } = given;
  if (key === undefined || name === undefined) {
    throw failedToParse(
      `The '${key === undefined ? 'key' : 'name'}' field is a required property of an index specification`,
    );
  }
  if (!isDocument(key)) throw typeMismatch(`The field 'key' must be an object, but got ${typeName(key)}`);
  if (typeof name !== 'string') throw typeMismatch(`The field 'name' must be a string, but got ${typeName(name)}`);
  if (Object.keys(key).length === 0) throw cannotCreate('Index keys cannot be an empty object.');
  if (Object.keys(key).length > 32) throw cannotCreate('Index keys cannot have more than 32 fields');
  checkKey(key);
  if (name === '') throw cannotCreate('index name cannot be empty');
  if (name === '*') throw invalidOptions("The index name '*' is not valid.");
  const spec: Document = { v: 2, key, name };
  if (isOn('unique', unique)) spec.unique = true;
  if (isOn('sparse', sparse)) spec.sparse = true;
  if (partialFilterExpression !== undefined) {
    if (!isDocument(partialFilterExpression)) throw cannotCreate('partialFilterExpression must be an object');
    if (spec.sparse) throw cannotCreate('cannot mix "partialFilterExpression" and "sparse" options');
    compileFilter(partialFilterExpression);
    checkPartial(partialFilterExpression);
    spec.partialFilterExpression = partialFilterExpression;
  }
  if (expireAfterSeconds !== undefined) spec.expireAfterSeconds = readExpiry(key, expireAfterSeconds);
  const forbidden = ['unique', 'sparse', 'partialFilterExpression', 'expireAfterSeconds'];
  const option = forbidden.find((one) => given[one] !== undefined);
  if (Object.keys(key).join() === '_id' && option !== undefined) {
    throw new MongoError(
      197,
      'InvalidIndexSpecificationOption',
      `The field '${option}' is not valid for an _id index specification. Specification: ${show(given)}`,
    );
  }
  return spec;
}

function isOn(option: string, value: Document['_id']): boolean {
  if (value === undefined || typeof value === 'boolean') return value === true;
  if (isNumber(value)) return toNumber(value) !== 0;
  throw new MongoError(14, 'TypeMismatch', `The field '${option}' must be a boolean`);
}

function checkKey(key: Document): void {
  for (const [field, direction] of Object.entries(key)) {
    if (field === '' || field.split('.').includes('')) throw cannotCreate('Index keys cannot be an empty field.');
    if (field.split('.').some((part) => part.startsWith('$'))) {
      throw cannotCreate(`Index key contains an illegal field name: field name starts with '$'. Field: ${field}`);
    }
    if (typeof direction === 'string') throw cannotCreate(`Index type '${direction}' is not supported by this server`);
    if (!isNumber(direction) || toNumber(direction) === 0 || Number.isNaN(toNumber(direction))) {
      throw cannotCreate(`Values in v:2 index key pattern must be a number other than 0. Field: ${field}`);
    }
  }
}

function checkPartial(expression: Document): void {
  for (const [field, condition] of Object.entries(expression)) {
    if (field === '$and' || field === '$or') {
      for (const branch of condition as Document[]) checkPartial(branch);
    } else if (field.startsWith('$')) {
      throw cannotCreate(`Expression not supported in partial index: ${field}`);
    } else if (isDocument(condition)) {
      const wrong = Object.keys(condition).find((name) => name.startsWith('$') && !PARTIAL_OPERATORS.has(name));
      const refusesExistence = condition.$exists !== undefined && condition.$exists !== true;
      if (wrong ?? refusesExistence)
        throw cannotCreate(`Expression not supported in partial index: ${show(condition)}`);
    }
  }
}

/** The seconds after which a TTL index removes documents. @throws MongoError 67. */
export function readExpiry(key: Document, seconds: Document['_id']): number {
  if (Object.keys(key).length !== 1) {
    throw cannotCreate('TTL indexes are single-field indexes, compound indexes do not support TTL.');
  }
  const number = isNumber(seconds) ? Math.trunc(toNumber(seconds)) : Number.NaN;
  if (Number.isNaN(number) || number < 0 || number > 2 ** 31 - 1) {
    throw cannotCreate('TTL index option must be numeric and within 0 to 2147483647 seconds.');
  }
  return number;
}

/** What makes two indexes on one key different ones; further options only make them disagree. */
const SIGNATURE = ['unique', 'sparse', 'partialFilterExpression'];

/**
 * Whether an index already exists as asked for.
 *
 * @throws MongoError 85 or 86 when another one is in the way.
 */
export function isExisting(indexes: readonly Index[], spec: Document): boolean {
  const sameKey = (index: Index) =>
    equalValues(index.spec.key, spec.key) && index.fields.join('\0') === Object.keys(spec.key as Document).join('\0');
  const same = (option: string, index: Index) => equalValues(index.spec[option], spec[option]);
  if (indexes.some((index) => index.name === '_id_' && sameKey(index))) return true;
  const twin = indexes.find((index) => sameKey(index) && SIGNATURE.every((option) => same(option, index)));
  const namesake = indexes.find((index) => index.name === spec.name);
  if (twin && twin === namesake && same('expireAfterSeconds', twin)) return true;
  if (namesake && namesake !== twin) {
    throw new MongoError(
      86,
      'IndexKeySpecsConflict',
      `An existing index has the same name as the requested index. When index names are not specified, they are auto generated and can cause conflicts. Please refer to our documentation. Requested index: ${show(spec)}, existing index: ${show(namesake.spec)}`,
    );
  }
  if (!twin) return false;
  const message =
    twin !== namesake
      ? `Index already exists with a different name: ${twin.name}`
      : `An equivalent index already exists with the same name but different options. Requested index: ${show(spec)}, existing index: ${show(twin.spec)}`;
  throw new MongoError(85, 'IndexOptionsConflict', message);
}
