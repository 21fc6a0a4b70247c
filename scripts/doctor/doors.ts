import { createECDH, randomUUID } from 'node:crypto';
import { isIP } from 'node:net';
import { connect as tlsConnect } from 'node:tls';
import { ObjectId } from 'mongodb';
import nodemailer from 'nodemailer';
import WebSocket from 'ws';
import { DAY_MS } from '../../lib/calendar';
import type { Database } from '../../lib/db/client';
import { signTicket } from '../../lib/realtime-protocol/ticket';
import { type Found, messageOf, type Patient } from './finding';

const PATIENCE_MS = 5_000;
const CERTIFICATE_DAYS = 14;

/** Opens a socket, hands a ticket in, and waits until the server has closed it. */
function handIn(url: string, ticket: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url, { handshakeTimeout: PATIENCE_MS });
    const late = setTimeout(() => socket.terminate(), PATIENCE_MS);
    socket.once('open', () => socket.send(JSON.stringify({ t: 'auth', ticket })));
    socket.once('error', reject);
    socket.once('close', () => {
      clearTimeout(late);
      resolve();
    });
  });
}

/**
 * Whether the conversation server answers and believes the house's tickets. The ticket is of nobody: it opens nothing, but a server
 * that has the same key and the same database spends its number there.
 */
export async function lookAtSocket({ settings }: Patient, db: Database, secret: string, open: boolean): Promise<Found> {
  const host = settings.HOST === '0.0.0.0' || settings.HOST === '::' ? '127.0.0.1' : settings.HOST;
  const url = settings.REALTIME_URL ?? `ws://${host.includes(':') ? `[${host}]` : host}:${settings.REALTIME_PORT}/ws`;
  const jti = `doctor-${randomUUID()}`;
  const { ticket } = await signTicket(secret, { sub: new ObjectId().toHexString(), sid: jti, jti });
  try {
    await handIn(url, ticket);
  } catch (error) {
    return open
      ? { state: 'ill', found: 'socketAway', values: { url, reason: messageOf(error) } }
      : { state: 'off', found: 'socketClosed' };
  }
  const { deletedCount } = await db.db.collection<{ _id: string }>('realtimeTickets').deleteOne({ _id: jti });
  return deletedCount === 1
    ? { state: 'well', found: 'socketOpen', values: { url } }
    : { state: 'ill', found: 'socketForeign', values: { url } };
}

/** Whether the mail server lets the house in. Nothing is sent. */
export async function lookAtMail({ settings }: Patient): Promise<Found> {
  if (!settings.SMTP_URL) return { state: 'off', found: 'mailFiles' };
  const transport = nodemailer.createTransport(settings.SMTP_URL);
  const values = { host: new URL(settings.SMTP_URL).host };
  try {
    await transport.verify();
    return { state: 'well', found: 'mailAccepted', values };
  } catch (error) {
    return { state: 'ill', found: 'mailRefused', values: { ...values, reason: messageOf(error) } };
  } finally {
    transport.close();
  }
}

/** Whether the two keys of push messages are a pair. */
export function lookAtPush({ settings }: Patient): Found {
  const { VAPID_PUBLIC_KEY: publicKey, VAPID_PRIVATE_KEY: privateKey } = settings;
  if (!publicKey && !privateKey) return { state: 'off', found: 'pushNone' };
  if (!publicKey || !privateKey) return { state: 'ill', found: 'pushHalf' };
  try {
    const curve = createECDH('prime256v1');
    curve.setPrivateKey(Buffer.from(privateKey, 'base64url'));
    return curve.getPublicKey().equals(Buffer.from(publicKey, 'base64url'))
      ? { state: 'well', found: 'pushPair' }
      : { state: 'ill', found: 'pushOdd' };
  } catch {
    return { state: 'ill', found: 'pushOdd' };
  }
}

/** Days until the certificate of an address ends. @throws when it is not trusted, or nobody answers */
function certificateDays(address: URL): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = tlsConnect(
      {
        host: address.hostname,
        port: Number(address.port || 443),
        ...(isIP(address.hostname) ? {} : { servername: address.hostname }),
        timeout: PATIENCE_MS,
      },
      () => {
        const { valid_to: end } = socket.getPeerCertificate();
        socket.end();
        resolve(Math.floor((Date.parse(end) - Date.now()) / DAY_MS));
      },
    );
    socket.once('error', reject);
    socket.once('timeout', () => socket.destroy(new Error('no answer')));
  });
}

/** Whether the house answers under its public address, and by https where that is the open web. */
export async function lookAtAddress({ settings }: Patient, open: boolean): Promise<Found> {
  const url = settings.APP_URL;
  if (!url) return { state: 'off', found: 'addressNone' };
  const address = new URL(url);
  const values = { url };
  try {
    const days = address.protocol === 'https:' ? await certificateDays(address) : undefined;
    if (days !== undefined && days < CERTIFICATE_DAYS)
      return { state: 'ill', found: 'certificateEnds', values: { url, days } };
    const answer = await fetch(new URL('/api/health/live', address), { signal: AbortSignal.timeout(PATIENCE_MS) });
    if (!answer.ok) return { state: 'ill', found: 'addressAway', values: { url, reason: String(answer.status) } };
    if (days !== undefined) return { state: 'well', found: 'addressSafe', values: { url, days } };
    return { state: 'off', found: 'addressPlain', values };
  } catch (error) {
    if (!open && address.protocol === 'http:') return { state: 'off', found: 'addressClosed', values };
    return { state: 'ill', found: 'addressAway', values: { url, reason: messageOf(error) } };
  }
}
