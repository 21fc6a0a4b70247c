import { env } from '../env';

/** The house's keys for push messages; `undefined` where it has none, and nothing of them is shown. */
export function pushKeys(): { publicKey: string; privateKey: string } | undefined {
  const { VAPID_PUBLIC_KEY: publicKey, VAPID_PRIVATE_KEY: privateKey } = env();
  return publicKey && privateKey ? { publicKey, privateKey } : undefined;
}

/** The push services of the browsers. The house posts to no other address: a subscription could name one inside its walls. */
const SERVICES = [
  /^https:\/\/fcm\.googleapis\.com$/,
  /^https:\/\/[\w.-]+\.push\.services\.mozilla\.com$/,
  /^https:\/\/[\w-]+\.push\.apple\.com$/,
  /^https:\/\/[\w-]+\.notify\.windows\.com$/,
];

/** Whether this is an address a push message may be sent to. */
export function isPushService(endpoint: string): boolean {
  const { origin } = new URL(endpoint);
  const trusted = env()
    .PUSH_ORIGINS.split(',')
    .map((one) => one.trim());
  return SERVICES.some((service) => service.test(origin)) || trusted.includes(origin);
}
