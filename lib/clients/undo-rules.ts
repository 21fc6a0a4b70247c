import { DAY_MS } from '../calendar';
import { CLIENT_TEXT_NAMES } from './fields';

/** For so many days an import can be taken back; what it replaced is kept that long. */
export const UNDO_DAYS = 30;

/** Until when an import of that moment can be taken back. */
export const undoneUntil = (at: Date): Date => new Date(at.getTime() + UNDO_DAYS * DAY_MS);

/** The fields of a file that a table brings up to date. */
export const IMPORTED_FIELDS = ['name', 'email', 'birthday', 'event', 'tags', ...CLIENT_TEXT_NAMES] as const;
export type ImportedField = (typeof IMPORTED_FIELDS)[number];

/**
 * Why something that an import did stays when the import is taken back: somebody has changed it since, an order, an hour or a message
 * names it, or the file went into another one.
 */
export const LEFT_REASONS = ['changed', 'used', 'merged'] as const;
export type LeftReason = (typeof LEFT_REASONS)[number];
