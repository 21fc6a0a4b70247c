import type { NextConfig } from 'next';
import { PHASE_DEVELOPMENT_SERVER } from 'next/constants';
import createNextIntlPlugin from 'next-intl/plugin';

const withNextIntl = createNextIntlPlugin({
  requestConfig: './lib/i18n/request.ts',
  // Texts are taken apart when the house is built, so that no browser is sent the parser of their pattern.
  experimental: {
    messages: { path: ['./lib/i18n/fr', './lib/i18n/en'], format: 'json', locales: 'infer', precompile: true },
  },
});

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  // Types are a check of their own (`npm test`); doing it again while a house is opened for the first time took a third of its build.
  typescript: { ignoreBuildErrors: true },
  // Native or process-bound packages stay outside the bundle.
  serverExternalPackages: ['mongodb', 'sharp', '@node-rs/argon2', 'pino', 'nodemailer', 'piscina'],
  experimental: {
    // The root layout stands below [locale]: addresses outside both languages need a 404 of their own.
    globalNotFound: true,
    // A space that is not the visitor's answers 403, with a page that says whose account is open.
    authInterrupts: true,
    // The app loads them itself, in small steps (lib/web/warm-up.ts).
    preloadEntriesOnStart: false,
  },
  turbopack: {
    rules: {
      '*.mjs': {
        condition: {
          path: /react-aria(-components)?\/dist\/private\/(?:packages\/[\w-]+\/)?intl\/(?:[\w-]+\/)?(?!fr-FR|en-US)[a-z]{2}-[A-Z]{2}\.mjs$/,
        },
        loaders: ['./scripts/no-words.cjs'],
      },
    },
  },
  // The figures' page had another address until 0.2.0.
  redirects: async () => [
    { source: '/:locale([a-z]{2})/atelier/figures', destination: '/:locale/atelier/stats', permanent: true },
  ],
  // The server in front of Next says the headers of every answer (lib/page-wall), and compresses: it changes what Next writes.
  compress: false,
  // Pictures come from /api/files, which asks who is looking; Next's own optimizer would not, and nothing uses it.
  images: { unoptimized: true },
};

/** Pages named `*.dev.tsx` (the components page) exist while developing only; no production build contains them. */
const extensions = (phase: string) => [...(phase === PHASE_DEVELOPMENT_SERVER ? ['dev.tsx'] : []), 'tsx', 'ts'];

const forPhase = (phase: string): NextConfig => {
  const { turbopack, ...rest } = withNextIntl({ ...config, pageExtensions: extensions(phase) });
  const resolveAlias = { ...turbopack?.resolveAlias, 'use-intl/format-message': './lib/i18n/format-message.ts' };
  return { ...rest, turbopack: { ...turbopack, resolveAlias } };
};

export default forPhase;
