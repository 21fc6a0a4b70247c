import type { Locale } from '../actor';
import { describeDevice } from '../auth/describe-device';
import { formatDate } from '../i18n/format';
import { translator } from '../i18n/translate';
import type { ActDto } from './schemas';

/** A line in words: who, what, in which detail, from where. */
export interface ActWords {
  who: string;
  what: string;
  detail: string;
  device: string;
}

/** The setting a path lies in. */
function settingName(path: string, locale: Locale): string {
  const t = translator(locale, 'journal');
  const key = `settings.${path.split('.')[0] ?? ''}`;
  return t.has(key as never) ? t(key as never) : path;
}

/** Who did it where no account did: somebody who is not signed in, the program by itself, or one who was erased since. */
const nobody = (kind: ActDto['kind']): 'somebody' | 'program' | 'erased' =>
  kind === 'signInRefused' ? 'somebody' : kind === 'fileQuarantined' ? 'program' : 'erased';

/** The sentences of a line, for the page and for the table that is taken away. */
export function describeAct(act: ActDto, locale: Locale): ActWords {
  const t = translator(locale, 'journal');
  const { kind, by, of, detail } = act;
  const name = of ? of.name || t('erased') : '';
  const role = (code: string | undefined) =>
    code === 'owner' || code === 'couturier' || code === 'client' ? t(`roles.${code}`) : '';
  const device = describeDevice(act.userAgent);
  const details = (): string => {
    switch (kind) {
      case 'roleChanged':
        return `${role(detail.from)} → ${role(detail.to)}`;
      case 'absenceEntered':
      case 'absenceChanged':
      case 'absenceWithdrawn':
        return [detail.from, detail.to].map((day) => (day ? formatDate(locale, day) : '')).join(' – ');
      case 'invited':
      case 'invitationWithdrawn':
      case 'invitationAccepted':
        return t('as', { role: role(detail.to) });
      case 'signInRefused':
        return of ? t('nth', { name, n: detail.count ?? 1 }) : t('unknownAddress');
      case 'backupTaken':
        return detail.to ?? '';
      case 'clientsExported':
      case 'journalExported':
      case 'ledgerExported':
        return t('rows', { n: detail.count ?? 0 });
      case 'clientsImported':
        return t('imported', { created: detail.count ?? 0, updated: detail.more ?? 0 });
      case 'clientsImportUndone':
        return t('importUndone', { removed: detail.count ?? 0, restored: detail.more ?? 0 });
      case 'workTransferred':
        return t('transferred', { orders: detail.count ?? 0, conversations: detail.more ?? 0 });
      case 'settingsChanged':
        return [...new Set((detail.paths ?? []).map((path) => settingName(path, locale)))].join(', ');
      case 'secondKeyAdded':
      case 'secondKeyRemoved':
        return detail.to === 'app' || detail.to === 'passkey' || detail.to === 'all' ? t(`ways.${detail.to}`) : '';
      case 'secondKeyRefused':
        return name;
      case 'recoveryCodeUsed':
        return t('codesLeft', { n: detail.count ?? 0 });
      case 'personErased':
        return t(detail.to === 'nothing' ? 'leftNothing' : 'leftOrders');
      default:
        return detail.number ?? '';
    }
  };
  return {
    who: by ? by.name || t('erased') : t(nobody(kind)),
    what: t(`kinds.${kind}`, { name: name || t('somebody') }),
    detail: details(),
    device: device ? `${device.system}, ${device.browser}` : '',
  };
}
