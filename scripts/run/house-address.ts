import type { Env } from '../../lib/env';

const inUrl = (host: string): string =>
  host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;

/** The address this machine reaches a program of the house by. */
export const localAddress = (host: string, port: number): string => `http://${inUrl(host)}:${port}`;

/** The address a person is told: the public one where there is one. */
export const houseAddress = ({ APP_URL, HOST, PORT }: Pick<Env, 'APP_URL' | 'HOST' | 'PORT'>): string =>
  (APP_URL ?? localAddress(inUrl(HOST) === '127.0.0.1' ? 'localhost' : HOST, PORT)).replace(/\/$/, '');
