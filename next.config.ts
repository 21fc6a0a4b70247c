import type { NextConfig } from 'next';
import { PHASE_DEVELOPMENT_SERVER } from 'next/constants';
import createNextIntlPlugin from 'next-intl/plugin';

const withNextIntl = createNextIntlPlugin('./lib/i18n/request.ts');

const security = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  // The camera takes pictures for the conversation, the microphone its voice notes; on our own pages only.
  { key: 'Permissions-Policy', value: 'camera=(self), microphone=(self), geolocation=(), payment=(), usb=()' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
];

/**
 * What holds for every page, prerendered ones too: nothing is framed, embedded or rebased, and forms go to the house (or to
 * Google's sign-in, which answers our own form by a redirect).
 */
const pagePolicy = [
  "base-uri 'none'",
  "object-src 'none'",
  "frame-src 'none'",
  "frame-ancestors 'none'",
  "form-action 'self' https://accounts.google.com",
].join('; ');

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  // Types are a check of their own (`npm test`); doing it again while a house is opened for the first time took a third of its build.
  typescript: { ignoreBuildErrors: true },
  // Native or process-bound packages stay outside the bundle.
  serverExternalPackages: ['mongodb', 'sharp', '@node-rs/argon2', 'pino', 'nodemailer', 'piscina', '@resvg/resvg-js'],
  experimental: {
    // The root layout stands below [locale]: addresses outside both languages need a 404 of their own.
    globalNotFound: true,
    // A space that is not the visitor's answers 403, with a page that says whose account is open.
    authInterrupts: true,
  },
  // The figures' page had another address until 0.2.0.
  redirects: async () => [
    { source: '/:locale([a-z]{2})/atelier/figures', destination: '/:locale/atelier/stats', permanent: true },
  ],
  headers: async () => [
    { source: '/:path*', headers: security },
    // Answers of the API carry their own, stricter one.
    { source: '/((?!api/).*)', headers: [{ key: 'Content-Security-Policy', value: pagePolicy }] },
  ],
  // Pictures come from /api/files, which asks who is looking; Next's own optimizer would not, and nothing uses it.
  images: { unoptimized: true },
};

/** Pages named `*.dev.tsx` (the components page) exist while developing only; no production build contains them. */
const extensions = (phase: string) => [...(phase === PHASE_DEVELOPMENT_SERVER ? ['dev.tsx'] : []), 'tsx', 'ts'];

const forPhase = (phase: string): NextConfig => withNextIntl({ ...config, pageExtensions: extensions(phase) });

export default forPhase;
