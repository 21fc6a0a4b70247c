import type { RouteModule } from '@/lib/web/openapi';
import * as accounts from '../accounts/route';
import * as appointments from '../appointments/route';
import * as appointmentsOne from '../appointments/[id]/route';
import * as appointmentsOneCancel from '../appointments/[id]/cancel/route';
import * as appointmentsOneConfirm from '../appointments/[id]/confirm/route';
import * as appointmentsOneFittingSheet from '../appointments/[id]/fitting-sheet/route';
import * as begin from '../begin/route';
import * as beginFirstSteps from '../begin/first-steps/route';
import * as calendarFeed from '../calendar.ics/route';
import * as clients from '../clients/route';
import * as clientsOne from '../clients/[id]/route';
import * as clientsOneAccount from '../clients/[id]/account/route';
import * as clientsOneMeasurements from '../clients/[id]/measurements/route';
import * as clientsExport from '../clients/export/route';
import * as clientsImport from '../clients/import/route';
import * as clientsImports from '../clients/imports/route';
import * as clientsImportsOneUndo from '../clients/imports/[id]/undo/route';
import * as clientsKnown from '../clients/known/route';
import * as clientsOneConversations from '../clients/[id]/conversations/route';
import * as clientsOneMerge from '../clients/[id]/merge/route';
import * as conversations from '../conversations/route';
import * as conversationsOne from '../conversations/[id]/route';
import * as conversationsOneFiles from '../conversations/[id]/files/route';
import * as conversationsOneMessages from '../conversations/[id]/messages/route';
import * as conversationsOneMessage from '../conversations/[id]/messages/[messageId]/route';
import * as conversationsOneHeard from '../conversations/[id]/messages/[messageId]/heard/route';
import * as conversationsOneReaction from '../conversations/[id]/messages/[messageId]/reaction/route';
import * as conversationsOneForward from '../conversations/[id]/messages/[messageId]/forward/route';
import * as conversationsOneRemarkTask from '../conversations/[id]/messages/[messageId]/remarks/[number]/task/route';
import * as conversationsOnePin from '../conversations/[id]/pin/route';
import * as conversationsOneRead from '../conversations/[id]/read/route';
import * as conversationsOneTransfer from '../conversations/[id]/transfer/route';
import * as conversationsUnread from '../conversations/unread/route';
import * as couturiers from '../couturiers/route';
import * as couturiersOne from '../couturiers/[id]/route';
import * as dashboard from '../dashboard/route';
import * as dashboardHouse from '../dashboard/house/route';
import * as dashboardReminders from '../dashboard/reminders/route';
import * as files from '../files/route';
import * as filesOne from '../files/[id]/route';
import * as healthLive from '../health/live/route';
import * as healthReady from '../health/ready/route';
import * as hands from '../hands/route';
import * as house from '../house/route';
import * as invitations from '../invitations/route';
import * as invitationsLink from '../invitations/[token]/route';
import * as invitationsHand from '../invitations/[token]/link/route';
import * as journal from '../journal/route';
import * as backups from '../house/backups/route';
import * as backup from '../house/backups/[name]/route';
import * as journalExport from '../journal/export/route';
import * as ledger from '../ledger/route';
import * as ledgerBooks from '../ledger/books/route';
import * as ledgerClosings from '../ledger/closings/route';
import * as nextClosing from '../ledger/closings/next/route';
import * as ledgerExport from '../ledger/export/route';
import * as ledgerVat from '../ledger/vat/route';
import * as ledgerVerification from '../ledger/verification/route';
import * as me from '../me/route';
import * as meAddressProofs from '../me/address-proofs/route';
import * as meAddressProof from '../me/address-proofs/[token]/route';
import * as meCalendar from '../me/calendar/route';
import * as meExport from '../me/export/route';
import * as meFavourites from '../me/favourites/route';
import * as meMeasurements from '../me/measurements/route';
import * as meNotificationSettings from '../me/notification-settings/route';
import * as mePassword from '../me/password/route';
import * as meSecondKeys from '../me/second-keys/route';
import * as meSecondKeysApp from '../me/second-keys/app/route';
import * as parties from '../parties/route';
import * as partiesOne from '../parties/[id]/route';
import * as partiesOneMembers from '../parties/[id]/members/route';
import * as partiesOneMember from '../parties/[id]/members/[n]/route';
import * as partiesOneWithdrawal from '../parties/[id]/members/[n]/withdrawal/route';
import * as promises from '../promises/route';
import * as meSecondKeysAppConfirm from '../me/second-keys/app/confirm/route';
import * as meSecondKeysCodes from '../me/second-keys/codes/route';
import * as meSecondKeysPasskey from '../me/second-keys/passkey/route';
import * as meSecondKeysPasskeyOptions from '../me/second-keys/passkey/options/route';
import * as meSecondKeysRemove from '../me/second-keys/remove/route';
import * as meSessions from '../me/sessions/route';
import * as meSessionsOne from '../me/sessions/[id]/route';
import * as meSessionsEndAll from '../me/sessions/end-all/route';
import * as metrics from '../metrics/route';
import * as mailStop from '../mail-stops/[token]/route';
import * as models from '../models/route';
import * as modelsOne from '../models/[id]/route';
import * as modelsOneFavourite from '../models/[id]/favourite/route';
import * as notifications from '../notifications/route';
import * as notificationsRead from '../notifications/read/route';
import * as orders from '../orders/route';
import * as ordersOne from '../orders/[id]/route';
import * as ordersOneChangeRequests from '../orders/[id]/change-requests/route';
import * as ordersOneChangeRequestsNthAnswer from '../orders/[id]/change-requests/[n]/answer/route';
import * as ordersOneChangeRequestsNthConfirm from '../orders/[id]/change-requests/[n]/confirm/route';
import * as ordersOneChangeRequestsNthWithdraw from '../orders/[id]/change-requests/[n]/withdraw/route';
import * as ordersOneCuttingApproval from '../orders/[id]/cutting-approval/route';
import * as ordersOneCuttingApprovalSign from '../orders/[id]/cutting-approval/sign/route';
import * as ordersOneEvents from '../orders/[id]/events/route';
import * as ordersOneDefectAnswer from '../orders/[id]/defects/[n]/answer/route';
import * as ordersOneHold from '../orders/[id]/hold/route';
import * as ordersOnePictures from '../orders/[id]/pictures/route';
import * as ordersOneInvoices from '../orders/[id]/invoices/route';
import * as ordersOneInvoicesOneCredit from '../orders/[id]/invoices/[number]/credit/route';
import * as ordersOneInvoicesOnePaper from '../orders/[id]/invoices/[number]/invoice.pdf/route';
import * as ordersOnePayments from '../orders/[id]/payments/route';
import * as ordersOnePaymentsNth from '../orders/[id]/payments/[n]/route';
import * as ordersOnePaymentsNthReceipt from '../orders/[id]/payments/[n]/receipt.pdf/route';
import * as ordersOneCuttingPaper from '../orders/[id]/cutting-approval.pdf/route';
import * as ordersOneQuotePaper from '../orders/[id]/quote.pdf/route';
import * as ordersOneReceiptPaper from '../orders/[id]/receipt.pdf/route';
import * as ordersOneTicket from '../orders/[id]/ticket.pdf/route';
import * as ordersOneWorkPaper from '../orders/[id]/sheet.pdf/route';
import * as ordersOneAgreementDenial from '../orders/[id]/agreement/denial/route';
import * as ordersOneAgreementPaper from '../orders/[id]/agreement/paper/route';
import * as ordersOneQuotes from '../orders/[id]/quotes/route';
import * as ordersOneQuotesNthAccept from '../orders/[id]/quotes/[n]/accept/route';
import * as ordersOneQuotesNthDecline from '../orders/[id]/quotes/[n]/decline/route';
import * as ordersOneRemarks from '../orders/[id]/remarks/route';
import * as ordersOneResume from '../orders/[id]/resume/route';
import * as ordersOneTransfer from '../orders/[id]/transfer/route';
import * as ordersRetouches from '../orders/retouches/route';
import * as ordersUsualPrices from '../orders/usual-prices/route';
import * as ordersOneTransitions from '../orders/[id]/transitions/route';
import * as ordersOneTransitionsTell from '../orders/[id]/transitions/tell/route';
import * as ordersOneTransitionsUndo from '../orders/[id]/transitions/undo/route';
import * as passwordResets from '../password-resets/route';
import * as passwordResetsLink from '../password-resets/[token]/route';
import * as pushSubscriptions from '../push-subscriptions/route';
import * as realtimeTicket from '../realtime/ticket/route';
import * as staff from '../staff/route';
import * as staffOne from '../staff/[id]/route';
import * as staffOneAbsences from '../staff/[id]/absences/route';
import * as staffOneAbsence from '../staff/[id]/absences/[absenceId]/route';
import * as staffOneSecondKeys from '../staff/[id]/second-keys/route';
import * as stats from '../stats/route';
import * as staffOneTransfer from '../staff/[id]/transfer/route';
import * as staffOneWeeks from '../staff/[id]/weeks/route';
import * as tasks from '../tasks/route';
import * as tasksOne from '../tasks/[id]/route';
import * as tasksOneMove from '../tasks/[id]/move/route';

/** Every address of the API; a test compares it with the folders. */
export const ROUTES: Record<string, RouteModule> = {
  '/api/accounts': accounts,
  '/api/appointments': appointments,
  '/api/appointments/{id}': appointmentsOne,
  '/api/appointments/{id}/cancel': appointmentsOneCancel,
  '/api/appointments/{id}/confirm': appointmentsOneConfirm,
  '/api/appointments/{id}/fitting-sheet': appointmentsOneFittingSheet,
  '/api/begin': begin,
  '/api/begin/first-steps': beginFirstSteps,
  '/api/calendar.ics': calendarFeed,
  '/api/clients': clients,
  '/api/clients/{id}': clientsOne,
  '/api/clients/{id}/account': clientsOneAccount,
  '/api/clients/{id}/measurements': clientsOneMeasurements,
  '/api/clients/export': clientsExport,
  '/api/clients/import': clientsImport,
  '/api/clients/imports': clientsImports,
  '/api/clients/imports/{id}/undo': clientsImportsOneUndo,
  '/api/clients/known': clientsKnown,
  '/api/clients/{id}/conversations': clientsOneConversations,
  '/api/clients/{id}/merge': clientsOneMerge,
  '/api/conversations': conversations,
  '/api/conversations/{id}': conversationsOne,
  '/api/conversations/{id}/files': conversationsOneFiles,
  '/api/conversations/{id}/messages': conversationsOneMessages,
  '/api/conversations/{id}/messages/{messageId}': conversationsOneMessage,
  '/api/conversations/{id}/messages/{messageId}/forward': conversationsOneForward,
  '/api/conversations/{id}/messages/{messageId}/heard': conversationsOneHeard,
  '/api/conversations/{id}/messages/{messageId}/reaction': conversationsOneReaction,
  '/api/conversations/{id}/messages/{messageId}/remarks/{number}/task': conversationsOneRemarkTask,
  '/api/conversations/{id}/pin': conversationsOnePin,
  '/api/conversations/{id}/read': conversationsOneRead,
  '/api/conversations/{id}/transfer': conversationsOneTransfer,
  '/api/conversations/unread': conversationsUnread,
  '/api/couturiers': couturiers,
  '/api/couturiers/{id}': couturiersOne,
  '/api/dashboard': dashboard,
  '/api/dashboard/house': dashboardHouse,
  '/api/dashboard/reminders': dashboardReminders,
  '/api/files': files,
  '/api/files/{id}': filesOne,
  '/api/health/live': healthLive,
  '/api/health/ready': healthReady,
  '/api/hands': hands,
  '/api/house': house,
  '/api/invitations': invitations,
  '/api/invitations/{token}': invitationsLink,
  '/api/invitations/{token}/link': invitationsHand,
  '/api/journal': journal,
  '/api/house/backups': backups,
  '/api/house/backups/{name}': backup,
  '/api/journal/export': journalExport,
  '/api/ledger': ledger,
  '/api/ledger/books': ledgerBooks,
  '/api/ledger/closings': ledgerClosings,
  '/api/ledger/closings/next': nextClosing,
  '/api/ledger/export': ledgerExport,
  '/api/ledger/vat': ledgerVat,
  '/api/ledger/verification': ledgerVerification,
  '/api/mail-stops/{token}': mailStop,
  '/api/me': me,
  '/api/me/address-proofs': meAddressProofs,
  '/api/me/address-proofs/{token}': meAddressProof,
  '/api/me/calendar': meCalendar,
  '/api/me/export': meExport,
  '/api/me/favourites': meFavourites,
  '/api/me/measurements': meMeasurements,
  '/api/me/notification-settings': meNotificationSettings,
  '/api/me/password': mePassword,
  '/api/me/second-keys': meSecondKeys,
  '/api/me/second-keys/app': meSecondKeysApp,
  '/api/me/second-keys/app/confirm': meSecondKeysAppConfirm,
  '/api/me/second-keys/codes': meSecondKeysCodes,
  '/api/me/second-keys/passkey': meSecondKeysPasskey,
  '/api/me/second-keys/passkey/options': meSecondKeysPasskeyOptions,
  '/api/me/second-keys/remove': meSecondKeysRemove,
  '/api/me/sessions': meSessions,
  '/api/me/sessions/{id}': meSessionsOne,
  '/api/me/sessions/end-all': meSessionsEndAll,
  '/api/metrics': metrics,
  '/api/models': models,
  '/api/models/{id}': modelsOne,
  '/api/models/{id}/favourite': modelsOneFavourite,
  '/api/notifications': notifications,
  '/api/notifications/read': notificationsRead,
  '/api/orders': orders,
  '/api/orders/retouches': ordersRetouches,
  '/api/orders/usual-prices': ordersUsualPrices,
  '/api/orders/{id}': ordersOne,
  '/api/orders/{id}/change-requests': ordersOneChangeRequests,
  '/api/orders/{id}/change-requests/{n}/answer': ordersOneChangeRequestsNthAnswer,
  '/api/orders/{id}/change-requests/{n}/confirm': ordersOneChangeRequestsNthConfirm,
  '/api/orders/{id}/change-requests/{n}/withdraw': ordersOneChangeRequestsNthWithdraw,
  '/api/orders/{id}/cutting-approval': ordersOneCuttingApproval,
  '/api/orders/{id}/cutting-approval/sign': ordersOneCuttingApprovalSign,
  '/api/orders/{id}/defects/{n}/answer': ordersOneDefectAnswer,
  '/api/orders/{id}/events': ordersOneEvents,
  '/api/orders/{id}/hold': ordersOneHold,
  '/api/orders/{id}/pictures': ordersOnePictures,
  '/api/orders/{id}/invoices': ordersOneInvoices,
  '/api/orders/{id}/invoices/{number}/credit': ordersOneInvoicesOneCredit,
  '/api/orders/{id}/invoices/{number}/invoice.pdf': ordersOneInvoicesOnePaper,
  '/api/orders/{id}/payments': ordersOnePayments,
  '/api/orders/{id}/payments/{n}': ordersOnePaymentsNth,
  '/api/orders/{id}/payments/{n}/receipt.pdf': ordersOnePaymentsNthReceipt,
  '/api/orders/{id}/cutting-approval.pdf': ordersOneCuttingPaper,
  '/api/orders/{id}/quote.pdf': ordersOneQuotePaper,
  '/api/orders/{id}/receipt.pdf': ordersOneReceiptPaper,
  '/api/orders/{id}/sheet.pdf': ordersOneWorkPaper,
  '/api/orders/{id}/ticket.pdf': ordersOneTicket,
  '/api/orders/{id}/agreement/denial': ordersOneAgreementDenial,
  '/api/orders/{id}/agreement/paper': ordersOneAgreementPaper,
  '/api/orders/{id}/quotes': ordersOneQuotes,
  '/api/orders/{id}/quotes/{n}/accept': ordersOneQuotesNthAccept,
  '/api/orders/{id}/quotes/{n}/decline': ordersOneQuotesNthDecline,
  '/api/orders/{id}/remarks': ordersOneRemarks,
  '/api/orders/{id}/resume': ordersOneResume,
  '/api/orders/{id}/transfer': ordersOneTransfer,
  '/api/orders/{id}/transitions': ordersOneTransitions,
  '/api/orders/{id}/transitions/tell': ordersOneTransitionsTell,
  '/api/orders/{id}/transitions/undo': ordersOneTransitionsUndo,
  '/api/password-resets': passwordResets,
  '/api/password-resets/{token}': passwordResetsLink,
  '/api/push-subscriptions': pushSubscriptions,
  '/api/realtime/ticket': realtimeTicket,
  '/api/staff': staff,
  '/api/staff/{id}': staffOne,
  '/api/parties': parties,
  '/api/parties/{id}': partiesOne,
  '/api/parties/{id}/members': partiesOneMembers,
  '/api/parties/{id}/members/{n}': partiesOneMember,
  '/api/parties/{id}/members/{n}/withdrawal': partiesOneWithdrawal,
  '/api/promises': promises,
  '/api/staff/{id}/absences': staffOneAbsences,
  '/api/staff/{id}/absences/{absenceId}': staffOneAbsence,
  '/api/stats': stats,
  '/api/staff/{id}/second-keys': staffOneSecondKeys,
  '/api/staff/{id}/transfer': staffOneTransfer,
  '/api/staff/{id}/weeks': staffOneWeeks,
  '/api/tasks': tasks,
  '/api/tasks/{id}': tasksOne,
  '/api/tasks/{id}/move': tasksOneMove,
};
