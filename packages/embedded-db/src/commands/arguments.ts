import { toNumber } from '../bson/number';
import { isDocument, isNumber, typeName, type Document, type Value } from '../bson/value';
import { MongoError, badValue, invalidOptions, typeMismatch, unknownField } from '../errors';

const CURSOR_FIELDS = new Set(['batchSize']);

/** Reads the fields of a command or of one of its statements, with the errors of MongoDB's command parser. */
export class Arguments {
  /** @param place how errors name the document, such as `find` or `update.updates`. */
  constructor(
    private readonly place: string,
    readonly fields: Document,
  ) {}

  /** @throws MongoError 40415 for a field that is not in the list. */
  allowOnly(known: ReadonlySet<string>): void {
    for (const field of Object.keys(this.fields)) {
      if (!known.has(field)) {
        throw unknownField(`${this.place}.${field}`);
      }
    }
  }

  /** @throws MongoError 72 for an option MongoDB has and this server has not, unless it is switched off. */
  refuse(...options: string[]): void {
    for (const option of options) {
      const value = this.fields[option];
      if (value === undefined || value === false || value === null) continue;
      throw invalidOptions(`The option '${this.place}.${option}' is not supported by this server`);
    }
  }

  document(field: string): Document | undefined {
    const value = this.fields[field];
    if (value === undefined || value === null) return undefined;
    if (!isDocument(value)) throw this.wrongType(field, value, 'object');
    return value;
  }

  requiredDocument(field: string): Document {
    const value = this.document(field);
    if (!value) throw this.missing(field);
    return value;
  }

  boolean(field: string): boolean | undefined {
    const value = this.fields[field];
    if (value === undefined || value === null) return undefined;
    if (typeof value === 'boolean') return value;
    if (isNumber(value)) return toNumber(value) !== 0;
    throw this.wrongType(field, value, 'bool');
  }

  string(field: string): string {
    const value = this.fields[field];
    if (value === undefined) throw this.missing(field);
    if (typeof value !== 'string') throw this.wrongType(field, value, 'string');
    return value;
  }

  array(field: string): Value[] {
    const value = this.fields[field];
    if (value === undefined) throw this.missing(field);
    if (!Array.isArray(value)) throw this.wrongType(field, value, 'array');
    return value;
  }

  documents(field: string): Document[] {
    return this.array(field).map((item, position) => {
      if (!isDocument(item)) throw this.wrongType(`${field}.${position}`, item, 'object');
      return item;
    });
  }

  /** A whole number not below `least`; undefined when absent. */
  integer(field: string, least: number): number | undefined {
    const value = this.fields[field];
    if (value === undefined || value === null) return undefined;
    if (!isNumber(value)) throw this.wrongType(field, value, ['long', 'int', 'decimal', 'double']);
    const number = Math.trunc(toNumber(value));
    if (Number.isNaN(number)) throw badValue(`BSON field '${field}' is not a number`);
    if (number < least) {
      throw new MongoError(
        51024,
        'Location51024',
        `BSON field '${field}' value must be >= ${least}, actual value '${number}'`,
      );
    }
    return number;
  }

  /** The `cursor.batchSize` of a command that answers with a cursor. @throws MongoError 40415 for other options. */
  batchSize(): number | undefined {
    const cursor = new Arguments('cursor', this.document('cursor') ?? {});
    cursor.allowOnly(CURSOR_FIELDS);
    return cursor.integer('batchSize', 0);
  }

  missing(field: string): MongoError {
    return new MongoError(
      40414,
      'Location40414',
      `BSON field '${this.place}.${field}' is missing but a required field`,
    );
  }

  wrongType(field: string, value: Value, expected: string | string[]): MongoError {
    const types = Array.isArray(expected) ? `types '[${expected.join(', ')}]'` : `type '${expected}'`;
    return typeMismatch(
      `BSON field '${this.place}.${field}' is the wrong type '${typeName(value)}', expected ${types}`,
    );
  }
}
