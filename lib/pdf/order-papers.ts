import QRCode from 'qrcode';
import type { Actor, Locale, StaffActor } from '../actor';
import { readClient } from '../clients/find-client';
import type { Database } from '../db/client';
import { notFound } from '../errors';
import { isImageType } from '../files/rules';
import { inLanguage } from '../i18n/bilingual';
import { getHouse } from '../house/get-house';
import type { HouseDocument } from '../house/documents';
import { publicUrl } from '../mail/public-url';
import { findOrderFor } from '../orders/find-order';
import { newestApproval } from '../orders/rules';
import { paths } from '../paths';
import { listTasks } from '../tasks/list-tasks';
import type { PaperJob } from './paper-job';
import type { Letterhead } from './parts';
import { pictureFor } from './picture';
import { printPaper } from './print-paper';
import { paperWords } from './words';
import { wholeOf } from '../pages';

/** A PDF, and what it is called on a disk. */
export interface Paper {
  name: string;
  bytes: Buffer;
}

const letterhead = ({ name, address, phone, email }: HouseDocument): Letterhead => ({
  name,
  address: address
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean),
  phone,
  email,
});

const garmentOf = (house: HouseDocument, code: string, locale: Locale): string =>
  inLanguage(house.vocabulary.garments.find((one) => one.code === code)?.label, locale) ?? code;

/** A square that leads to the client's page of the order, which asks who one is. */
const codeOf = (id: string, locale: Locale): Promise<Buffer> =>
  QRCode.toBuffer(publicUrl(`/${locale}${paths.account.order(id)}`), { margin: 0, width: 252 });

async function printed(name: string, prepare: () => Promise<PaperJob>): Promise<Paper> {
  return { name: `${name}.pdf`, bytes: await printPaper(prepare) };
}

/**
 * A quote as a paper: the version `n`, else the newest.
 * @throws AppError not_found for an order that is not the caller's, or a quote it does not have.
 */
export async function quotePaper(db: Database, actor: Actor, id: string, locale: Locale, n?: number): Promise<Paper> {
  const [order, house] = await Promise.all([findOrderFor(db, actor, id), getHouse(db)]);
  const quote = n === undefined ? order.quotes.at(-1) : order.quotes.find((one) => one.n === n);
  if (!quote) throw notFound();
  const { t } = paperWords(locale);
  return printed(t('quote.file', { number: order.number, n: quote.n }), async () => {
    const paperPhoto = await pictureFor(db, actor, quote.paper?.fileId);
    const garment = garmentOf(house, order.garment, locale);
    return { kind: 'quote', props: { locale, house: letterhead(house), order, quote, garment, paperPhoto } };
  });
}

/**
 * What was paid for an order and what is left, as a paper of its day; the receipts themselves are in payment-paper.ts.
 * @throws AppError not_found for an order that is not the caller's, or one nothing was paid for.
 */
export async function statementPaper(
  db: Database,
  actor: Actor,
  id: string,
  locale: Locale,
  now = new Date(),
): Promise<Paper> {
  const [order, house] = await Promise.all([findOrderFor(db, actor, id), getHouse(db)]);
  if (order.payments.length === 0) throw notFound();
  const { t } = paperWords(locale);
  const props = { locale, house: letterhead(house), order, now };
  return printed(t('statement.file', { number: order.number }), async () => ({ kind: 'statement', props }));
}

/**
 * The bon à couper as it was frozen: the version `n`, else the newest.
 * @throws AppError not_found for an order that is not the caller's, or a sheet it does not have.
 */
export async function cuttingPaper(db: Database, actor: Actor, id: string, locale: Locale, n?: number): Promise<Paper> {
  const [order, house] = await Promise.all([findOrderFor(db, actor, id), getHouse(db)]);
  const approval = n === undefined ? newestApproval(order) : order.cuttingApprovals.find((one) => one.n === n);
  if (!approval) throw notFound();
  const { t } = paperWords(locale);
  const signed = approval.signatures.find(({ side }) => side === 'client')?.paper;
  return printed(t('cutting.file', { number: order.number, n: approval.n }), async () => {
    const [picture, code, paperPhoto] = await Promise.all([
      pictureFor(db, actor, approval.sheet.imageFileId ?? (order.plate?.modelId ? order.plate.image?.id : undefined)),
      codeOf(order.id, locale),
      pictureFor(db, actor, signed?.fileId),
    ]);
    return { kind: 'cutting', props: { locale, house: letterhead(house), approval, picture, code, paperPhoto } };
  });
}

/**
 * The ticket of a retouche, for who leaves a garment at the counter.
 * @throws AppError not_found for an order that is not the caller's, or is no retouche.
 */
export async function ticketPaper(db: Database, actor: Actor, id: string, locale: Locale): Promise<Paper> {
  const [order, house] = await Promise.all([findOrderFor(db, actor, id), getHouse(db)]);
  if (order.kind !== 'retouche') throw notFound();
  const { t } = paperWords(locale);
  return printed(t('ticket.file', { number: order.number }), async () => ({
    kind: 'ticket',
    props: { locale, house: letterhead(house), order, code: await codeOf(order.id, locale) },
  }));
}

/**
 * The sheet for the work table, for those who work there.
 * @throws AppError not_found.
 */
export async function workPaper(db: Database, actor: StaffActor, id: string, locale: Locale): Promise<Paper> {
  const [order, house] = await Promise.all([findOrderFor(db, actor, id), getHouse(db)]);
  const brought = order.references.filter(({ mime }) => isImageType(mime)).slice(0, 4);
  const { t } = paperWords(locale);
  return printed(t('work.file', { number: order.number }), async () => {
    const [client, tasks, picture, references] = await Promise.all([
      readClient(db, actor, order.clientId),
      wholeOf((page) => listTasks(db, actor, { ...page, orderId: order.id })),
      pictureFor(db, actor, order.plate?.image?.id),
      Promise.all(brought.map((one) => pictureFor(db, actor, one.id))),
    ]);
    const props = {
      locale,
      house: letterhead(house),
      order,
      garment: garmentOf(house, order.garment, locale),
      know: [
        [t('work.allergies'), client.allergies],
        // The snapshot has the posture of its day.
        [t('work.posture'), order.measurementSnapshot?.posture ? undefined : client.posture],
      ] as const,
      tasks: tasks.toSorted((a, b) => (a.dueDate ?? '9').localeCompare(b.dueDate ?? '9')),
      picture,
      references: references.filter((one) => one !== undefined),
    };
    return { kind: 'work', props };
  });
}
