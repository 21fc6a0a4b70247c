import { describe, expect, it } from 'vitest';
import { modelSlug, pageKey } from '@/lib/page-cache/page-key';

describe('which answers may be kept', () => {
  it.each([
    '/fr',
    '/en',
    '/fr/models',
    '/en/models/clair-de-lune',
    '/fr/couturiers/6123456789abcdef01234567',
    '/fr/house',
    '/en/legal',
    '/fr/privacy',
    '/fr/conditions',
    '/en/conditions/12',
  ])('%s, for it is the same for everybody', (url) => expect(pageKey('GET', url, {})).not.toBeNull());

  it.each([
    ['GET', '/'],
    ['GET', '/fr/account'],
    ['GET', '/fr/atelier/orders'],
    ['GET', '/fr/sign-in'],
    ['GET', '/api/models'],
    ['GET', '/fr/models/a/b'],
    ['GET', '/fr/models/..%2f..%2faccount'],
    ['GET', '/de/models'],
    ['GET', `/fr/models?q=${'a'.repeat(3_000)}`],
    ['POST', '/fr/models'],
  ])('not %s %s', (method, url) => expect(pageKey(method, url, {})).toBeNull());

  it('does not mind the order of parameters, nor the hash of the router', () => {
    expect(pageKey('GET', '/fr/models?q=soie&category=dress', {})).toBe(
      pageKey('HEAD', '/fr/models?category=dress&_rsc=1x2y&q=soie', {}),
    );
  });

  it('tells a page from its React data, and one part of it from another', () => {
    const keys = [
      {},
      { rsc: '1' },
      { rsc: '1', 'next-router-prefetch': '1' },
      { rsc: '1', 'next-router-state-tree': 'x' },
    ];
    expect(new Set(keys.map((headers) => pageKey('GET', '/fr/models', headers))).size).toBe(keys.length);
  });

  it('looks at no cookie', () => {
    expect(pageKey('GET', '/fr', { cookie: 'next-auth.session-token=x' })).toBe(pageKey('GET', '/fr', {}));
  });
});

it('reads the slug of a model out of its address only', () => {
  expect(modelSlug('/fr/models/clair-de-lune?x=1')).toBe('clair-de-lune');
  expect(modelSlug('/fr/models')).toBeUndefined();
  expect(modelSlug('/fr/couturiers/clair-de-lune')).toBeUndefined();
});
