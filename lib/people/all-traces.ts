import { appointmentTraces } from '../appointments/traces';
import { auditTraces } from '../audit/traces';
import { authTraces } from '../auth/traces';
import { chatTraces } from '../chat/traces';
import { clientTraces } from '../clients/traces';
import { fileTraces } from '../files/traces';
import { fittingTraces } from '../fittings/traces';
import { ledgerTraces } from '../ledger/traces';
import { mailTraces } from '../mail/traces';
import { modelTraces } from '../models/traces';
import { notificationTraces } from '../notifications/traces';
import { orderTraces } from '../orders/traces';
import { taskTraces } from '../tasks/traces';
import { partyTraces } from '../parties/traces';
import type { Traces } from '../traces';
import { recordTraces } from './record-traces';

/** Where a person can be found; each domain declares its own. In the order of the archive, the account first. */
export const ALL_TRACES: readonly Traces[] = [
  authTraces,
  clientTraces,
  orderTraces,
  ledgerTraces,
  appointmentTraces,
  fittingTraces,
  taskTraces,
  partyTraces,
  chatTraces,
  modelTraces,
  notificationTraces,
  mailTraces,
  fileTraces,
  auditTraces,
  recordTraces,
];
