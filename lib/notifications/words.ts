export const NOTIFICATION_KINDS = ['message', 'order', 'quote', 'change', 'appointment', 'task', 'account'] as const;
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];

/** The kinds of notification there are, and that a person may therefore set. */
export const CHOSEN_KINDS = ['message', 'order', 'quote', 'change', 'appointment'] as const;
export type ChosenKind = (typeof CHOSEN_KINDS)[number];
/** Ways a notification may take: the bell, an e-mail when it stays unread, and the devices one chose (where the house has keys). */
export const CHANNELS = ['app', 'email', 'push'] as const;
export type Channel = (typeof CHANNELS)[number];
