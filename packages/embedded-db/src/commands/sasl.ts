import { Binary } from 'bson';
import { beginConversation } from '../authentication/scram';
import type { Document } from '../bson/value';
import { MongoError, badValue } from '../errors';
import type { CommandContext, CommandDefinition } from './context';

const MECHANISM = 'SCRAM-SHA-256';

function payloadOf({ command, fields }: CommandContext): string {
  const { payload } = command;
  if (payload instanceof Binary) return Buffer.from(payload.value()).toString('utf8');
  throw fields.wrongType('payload', payload, 'binData');
}

const answer = (payload: string, done: boolean): Document => ({
  conversationId: 1,
  done,
  payload: new Binary(Buffer.from(payload)),
});

/** Begins an authentication: https://github.com/mongodb/specifications/blob/master/source/auth/auth.md#scram-sha-256 */
export const saslStart: CommandDefinition = {
  fields: ['mechanism', 'payload', 'options', 'autoAuthorize'],
  needsNoAuthentication: true,
  run(context) {
    const { connection, server, command } = context;
    if (command.mechanism !== MECHANISM) {
      throw new MongoError(334, 'MechanismUnavailable', `Only the mechanism ${MECHANISM} is available`);
    }
    if (!server.credentials) throw badValue('This server listens on no address that needs authentication');
    connection.conversation = beginConversation(server.credentials, payloadOf(context));
    return answer(connection.conversation.reply, false);
  },
};

/** Ends it. A client that does not skip the empty exchange is answered once more. */
export const saslContinue: CommandDefinition = {
  fields: ['conversationId', 'payload'],
  needsNoAuthentication: true,
  run(context) {
    const { connection } = context;
    const { conversation } = connection;
    if (!conversation) {
      if (connection.isAuthenticated && payloadOf(context) === '') return answer('', true);
      throw new MongoError(17, 'ProtocolError', 'No SASL session state found');
    }
    connection.conversation = undefined;
    const last = conversation.finish(payloadOf(context));
    connection.isAuthenticated = true;
    return answer(last, true);
  },
};
