import { houseSettings } from './0001-house-settings';
import { lastWords } from './0002-last-words';
import { whoseNotifications } from './0003-whose-notifications';
import { searchFields } from './0004-search-fields';
import { staffFiles } from './0005-staff-files';
import { secondKeyRequired } from './0006-second-key-required';
import { wholeFrancs } from './0007-whole-francs';
import { standing } from './0008-standing';
import { ledgerOfPayments } from './0009-ledger-of-payments';
import { workOfEndedOrders } from './0010-work-of-ended-orders';
import { feasts } from './0011-feasts';
import { invoices } from './0012-invoices';
import { legal } from './0013-legal';
import type { Migration } from './migration';

/** Every migration, in order. One that has been published is never changed, renumbered or taken away. */
export const ALL_MIGRATIONS: readonly Migration[] = [
  houseSettings,
  lastWords,
  whoseNotifications,
  searchFields,
  staffFiles,
  secondKeyRequired,
  wholeFrancs,
  standing,
  ledgerOfPayments,
  workOfEndedOrders,
  feasts,
  invoices,
  legal,
];
