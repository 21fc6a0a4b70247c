/** What is written into the owner's journal, by what it is about. A line says that something was done, never what was said. */
const ACTS = {
  doors: ['signedIn', 'signInRefused', 'sessionEnded', 'sessionsEnded'],
  keys: [
    'passwordChanged',
    'passwordReset',
    'calendarOpened',
    'calendarClosed',
    'secondKeyAdded',
    'secondKeyRemoved',
    'secondKeyRefused',
    'recoveryCodesMade',
    'recoveryCodeUsed',
  ],
  team: [
    'invited',
    'invitationWithdrawn',
    'invitationAccepted',
    'roleChanged',
    'accountClosed',
    'accountOpened',
    'absenceEntered',
    'absenceChanged',
    'absenceWithdrawn',
  ],
  takeaways: [
    'clientsExported',
    'clientsImported',
    'clientsImportUndone',
    'ownDataExported',
    'journalExported',
    'ledgerExported',
    'backupTaken',
  ],
  people: ['personErased', 'filesMerged'],
  work: ['workTransferred', 'orderTransferred', 'conversationTransferred'],
  files: ['fileInfected', 'fileQuarantined'],
  house: ['settingsChanged', 'houseOpened'],
} as const satisfies Record<string, readonly string[]>;

export type ActGroup = keyof typeof ACTS;
export type ActKind = (typeof ACTS)[ActGroup][number];

export const ACT_GROUPS = Object.keys(ACTS) as [ActGroup, ...ActGroup[]];
export const ACT_KINDS = Object.values(ACTS).flat() as [ActKind, ...ActKind[]];

/** What a kind is about. */
export const groupOf = (kind: ActKind): ActGroup =>
  ACT_GROUPS.find((group) => (ACTS[group] as readonly string[]).includes(kind)) ?? 'house';

/** Why a line deserves a look: a device that was never seen, many wrong passwords, a key of the whole
 * house, a recovery code, a right password without its second key, a file with a virus. */
export const ACT_NOTICES = ['newDevice', 'refusedOften', 'newPower', 'recovery', 'passwordKnown', 'infected'] as const;
export type ActNotice = (typeof ACT_NOTICES)[number];

/** What a line may be about. */
export const ACT_SUBJECTS = ['account', 'client', 'order', 'conversation'] as const;
export type ActSubject = (typeof ACT_SUBJECTS)[number];
