import type { Document } from './bson/value';

/**
 * An error in the words of MongoDB: the numeric `code` and `codeName` that the driver and the application branch on.
 * Everything this database refuses is refused with one of these, never with a plain Error.
 */
export class MongoError extends Error {
  constructor(
    readonly code: number,
    readonly codeName: string,
    message: string,
    readonly extra: Document = {},
  ) {
    super(message);
    this.name = 'MongoError';
  }
}

/** 2: a value the operator does not take. */
export const badValue = (message: string) => new MongoError(2, 'BadValue', message);

/** 9: the shape of a command, filter or update cannot be understood. */
export const failedToParse = (message: string) => new MongoError(9, 'FailedToParse', message);

/** 14: a value of the wrong BSON type. */
export const typeMismatch = (message: string) => new MongoError(14, 'TypeMismatch', message);

/** 28: the path goes through something that is not a document. */
export const pathNotViable = (message: string) => new MongoError(28, 'PathNotViable', message);

/** 40: two parts of an update touch the same place. */
export const conflictingUpdate = (path: string, at: string) =>
  new MongoError(40, 'ConflictingUpdateOperators', `Updating the path '${path}' would create a conflict at '${at}'`);

/** 66: the update would alter `_id`. */
export const immutableField = (path: string) =>
  new MongoError(
    66,
    'ImmutableField',
    `Performing an update on the path '${path}' would modify the immutable field '_id'`,
  );

/** 40415: a field that a command, a statement or a stage does not have. */
export const unknownField = (path: string) =>
  new MongoError(40415, 'IDLUnknownField', `BSON field '${path}' is an unknown field.`);

/** 72: an option that is not allowed, or not here. */
export const invalidOptions = (message: string) => new MongoError(72, 'InvalidOptions', message);

/** 168: an expression or accumulator this server does not have. */
export const invalidPipelineOperator = (message: string) => new MongoError(168, 'InvalidPipelineOperator', message);

/** Errors MongoDB numbers by the place that raised them; their name is `Location<code>`. */
export const location = (code: number, message: string) => new MongoError(code, `Location${code}`, message);
