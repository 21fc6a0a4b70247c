import type { MailStopDto } from '../notifications/schemas';
import { api } from './api';

const pathOf = (token: string) => `/api/mail-stops/${encodeURIComponent(token)}`;

/** Stops the mails a link stands for. */
export const stopMails = (token: string): Promise<MailStopDto> => api(pathOf(token), { method: 'POST' });

export const resumeMails = (token: string): Promise<MailStopDto> => api(pathOf(token), { method: 'DELETE' });
