/** Signs a message holds at most. */
export const MAX_CONTENT = 4_000;

export const MESSAGE_TYPES = ['text', 'image', 'file', 'voice'] as const;
export const INTENTS = ['message', 'request', 'reference', 'suggestion', 'sketch', 'progress'] as const;
/** What one may feel about a message; each has its sign, none is an emoji. */
export const REACTIONS = ['heart', 'agree', 'thanks', 'laugh', 'look'] as const;
export type Reaction = (typeof REACTIONS)[number];
export type MessageType = (typeof MESSAGE_TYPES)[number];
export type Intent = (typeof INTENTS)[number];

export const MAX_ATTACHMENTS = 8;

/** So many remarks a marked picture carries, and so long each may be: together they fit into the words of a message. */
export const MAX_REMARKS = 12;
export const MAX_REMARK = 300;

/** What happens to a conversation itself: it got another couturier, or the words of another one follow. */
export const CONVERSATION_EVENTS = ['handedOver', 'joined'] as const;
