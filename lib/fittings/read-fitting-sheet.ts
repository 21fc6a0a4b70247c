import { type Actor, isClient, isStaff } from '../actor';
import type { Database } from '../db/client';
import { toId } from '../db/ids';
import { notFound } from '../errors';
import { fittingSheets } from './documents';
import { toFittingSheet } from './dto';
import type { FittingSheetDto } from './schemas';

/** The sheet of an appointment: all of it for the atelier, what is meant for them for its client; `null` without one. */
export async function findFittingSheet(
  db: Database,
  actor: Actor,
  appointmentId: string,
): Promise<FittingSheetDto | null> {
  const scope = isStaff(actor) ? {} : isClient(actor) ? { clientId: actor.clientId } : { _id: { $in: [] } };
  const sheet = await fittingSheets(db).findOne({ appointmentId: toId(appointmentId), ...scope });
  return sheet && toFittingSheet(sheet, actor.role);
}

/**
 * The same, for who expects one.
 * @throws AppError not_found when none was written, or it is somebody else's.
 */
export async function readFittingSheet(db: Database, actor: Actor, appointmentId: string): Promise<FittingSheetDto> {
  const sheet = await findFittingSheet(db, actor, appointmentId);
  if (!sheet) throw notFound();
  return sheet;
}
