import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const compose = readFileSync('deploy/compose.yaml', 'utf8');

describe('what is deployed', () => {
  it('gives the database a key file and passwords that nobody knows beforehand', () => {
    expect(compose).toMatch(/--keyFile/);
    for (const name of ['DB_ROOT_PASSWORD', 'DB_PASSWORD', 'AUTH_SECRET']) expect(compose).toContain(`\${${name}:?`);
    expect(compose).toMatch(/MONGODB_URI: mongodb:\/\/fashionflow:\$\{DB_PASSWORD\}@database/);
    // Reached by the house alone: no port of it is published.
    const database = compose.slice(compose.indexOf('  database:'), compose.indexOf('  fashionflow:'));
    expect(database).not.toContain('ports:');
  });

  it('lets the house read and write its own data, and nothing else', () => {
    const script = readFileSync('deploy/create-database-user.js', 'utf8');
    expect([...script.matchAll(/role: '(\w+)', db: '(\w+)'/g)].map(([, role, db]) => [role, db])).toEqual([
      ['readWrite', 'fashionflow'],
    ]);
    expect(compose).toContain('authSource=fashionflow');
  });

  it('speaks nothing older than TLS 1.2 at the proxy, and nothing without forward secrecy', () => {
    const proxy = readFileSync('deploy/nginx.conf', 'utf8');
    expect(/ssl_protocols ([^;]+);/.exec(proxy)?.[1]).toBe('TLSv1.2 TLSv1.3');
    const ciphers = /ssl_ciphers ([^;]+);/.exec(proxy)?.[1]?.split(':') ?? [];
    expect(ciphers.length).toBeGreaterThan(0);
    for (const cipher of ciphers) expect(cipher).toMatch(/^ECDHE-.*(GCM|CHACHA20)/);
  });

  it('runs as nobody in particular', () => {
    const steps = readFileSync('deploy/Dockerfile', 'utf8').split('\n');
    expect(steps.indexOf('USER node')).toBeGreaterThan(0);
    expect(steps.indexOf('USER node')).toBeLessThan(steps.findIndex((line) => line.startsWith('CMD')));
    expect(compose).toContain('no-new-privileges:true');
  });
});
