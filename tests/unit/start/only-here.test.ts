import { describe, expect, it } from 'vitest';
import { isOnlyHere } from '@/scripts/run/only-here';

const base = { HOST: '127.0.0.1', TRUST_PROXY: false, APP_URL: undefined, ALLOWED_ORIGINS: '' };

describe('the published demo passwords', () => {
  it.each([
    ['the default start', {}],
    ['another name of this machine', { HOST: 'localhost' }],
    ['its IPv6 address', { HOST: '::1' }],
    ['any address of the loopback net', { HOST: '127.3.4.5' }],
    ['an address said to be this machine', { APP_URL: 'http://localhost:3000' }],
    ['origins of this machine', { ALLOWED_ORIGINS: 'http://127.0.0.1:3000, http://[::1]:4000' }],
  ])('open the demo of %s', (_case, settings) => {
    expect(isOnlyHere({ ...base, ...settings })).toBe(true);
  });

  it.each([
    ['a public address', { APP_URL: 'https://maison.example' }],
    ['a proxy in front', { TRUST_PROXY: true }],
    ['both', { APP_URL: 'https://maison.example', TRUST_PROXY: true }],
    ['every address of the machine', { HOST: '0.0.0.0' }],
    ['every IPv6 address of it', { HOST: '::' }],
    ['an address of the network', { HOST: '192.168.1.20' }],
    ['a name that only begins like loopback', { HOST: 'localhost.maison.example' }],
    ['one public origin among others', { ALLOWED_ORIGINS: 'http://localhost:3000,https://maison.example' }],
    ['an origin nobody can read', { ALLOWED_ORIGINS: 'maison.example' }],
    ['a proxy and a loopback address', { TRUST_PROXY: true, APP_URL: 'http://localhost:3000' }],
  ])('open nothing with %s', (_case, settings) => {
    expect(isOnlyHere({ ...base, ...settings })).toBe(false);
  });
});
