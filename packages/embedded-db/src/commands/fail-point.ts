import { toNumber } from '../bson/number';
import { isDocument, isNumber, type Document } from '../bson/value';
import { MongoError, badValue } from '../errors';
import type { CommandContext, CommandDefinition, Failure, FailPointState } from './context';

/** The errors after which MongoDB says that a write may be sent again. */
const RETRYABLE = new Set([6, 7, 89, 91, 189, 262, 9001, 10107, 11600, 11602, 13435, 13436]);

/**
 * The fail point `failCommand` (https://github.com/mongodb/mongo/wiki/The-%22failCommand%22-Fail-Point); at most one at a time, as tests use them.
 */
export class FailPoints implements FailPointState {
  private failure: Failure | undefined;

  take(command: string): Failure | undefined {
    const { failure } = this;
    if (!failure || failure.times <= 0 || !failure.commands.includes(command)) return undefined;
    failure.times--;
    return failure;
  }

  configure({ fields, command }: CommandContext): void {
    if (fields.string('configureFailPoint') !== 'failCommand') throw badValue('Only failCommand is a fail point here');
    const { mode } = command;
    const data = fields.document('data') ?? {};
    const times = mode === 'off' ? 0 : mode === 'alwaysOn' ? Infinity : isDocument(mode) ? mode.times : undefined;
    if (typeof times !== 'number') throw badValue("A fail point's mode is 'off', 'alwaysOn' or { times: n }");
    this.failure = {
      times,
      commands: Array.isArray(data.failCommands) ? data.failCommands.map(String) : [],
      closes: data.closeConnection === true,
      code: isNumber(data.errorCode) ? toNumber(data.errorCode) : undefined,
      labels: Array.isArray(data.errorLabels) ? data.errorLabels.map(String) : undefined,
      writeConcernError: isDocument(data.writeConcernError) ? data.writeConcernError : undefined,
    };
  }
}

/** The error a failed command is answered with, and its labels as MongoDB would give them. */
export function failureError({ command, name }: CommandContext, { code, labels }: Failure): MongoError | undefined {
  if (code === undefined) return undefined;
  const writes = command.txnNumber !== undefined && (command.autocommit === undefined || /Transaction$/.test(name));
  const own = RETRYABLE.has(code) ? [writes ? 'RetryableWriteError' : 'TransientTransactionError'] : [];
  const inTransaction = command.autocommit === false;
  const errorLabels = [...(labels ?? (writes || inTransaction ? own : []))];
  const extra: Document = errorLabels.length > 0 ? { errorLabels } : {};
  return new MongoError(code, `Location${code}`, "Failing command via 'failCommand' failpoint", extra);
}

/** Lets commands fail, so that what clients do then can be tested; there only with `--test-commands`. */
export const configureFailPoint: CommandDefinition = {
  fields: ['mode', 'data'],
  isForTests: true,
  run(context) {
    context.server.failPoints?.configure(context);
    return {};
  },
};
