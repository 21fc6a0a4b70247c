import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { INLINE_SCRIPTS } from '@/lib/page-wall/inline-scripts';
import { hashSource, LIBRARY_STYLES, pagePolicy, scriptSources } from '@/lib/page-wall/policy';

const policy = pagePolicy({ scripts: ["'nonce-abc'"], socket: 'ws://house:3001/ws', https: false });

describe('the policy of a page', () => {
  it('has no unsafe word, no wildcard, and a rule for all that has no rule of its own', () => {
    expect(policy).not.toMatch(/unsafe|\*|http:|https:(?!\/\/accounts\.google\.com)/);
    expect(policy).toMatch(/^default-src 'none'; /);
    // These do not follow from default-src.
    for (const name of ['base-uri', 'form-action', 'frame-ancestors']) expect(policy).toContain(`; ${name} '`);
  });

  it('names the scripts of the page, and every one of the house', () => {
    const scripts = /script-src ([^;]+)/.exec(policy)?.[1]?.split(' ');
    expect(scripts).toEqual(["'self'", ...Object.values(INLINE_SCRIPTS).map(hashSource), "'nonce-abc'"]);
  });

  it('lets the socket in, where there is one, and asks for https where the house has it', () => {
    expect(policy).toContain("connect-src 'self' ws://house:3001/ws;");
    expect(policy).not.toContain('upgrade-insecure-requests');
    const bare = pagePolicy({ scripts: [], socket: undefined, https: true });
    expect(bare).toContain("connect-src 'self';");
    expect(bare).toContain('upgrade-insecure-requests');
  });

  it('knows the styles that the library puts into the head', () => {
    const read = (file: string) =>
      readFileSync(`node_modules/react-aria/dist/private/${file}.mjs`, 'utf8').replace(
        /\$\{\$\w+\$var\$PRESSABLE_ATTRIBUTE\}/,
        'data-react-aria-pressable',
      );
    expect(read('interactions/usePress')).toContain(LIBRARY_STYLES[0]);
    expect(read('overlays/usePreventScroll')).toContain(LIBRARY_STYLES[1]);
  });
});

describe('naming the scripts within a page', () => {
  it('takes those that run, each once, whatever is in them', () => {
    const html = `<head><script>a("<b>")</script><script src="/x.js" async=""></script></head>
      <body><script type="application/ld+json">{"a":1}</script><script nonce="n">b()</script><script>a("<b>")</script>
      <script id="_R_">
c()</script></body>`;
    expect(scriptSources(html)).toEqual(['a("<b>")', 'b()', '\nc()'].map(hashSource));
  });

  it('hashes as browsers do', () => {
    // The example of the specification (CSP 3, 8.3).
    expect(hashSource("alert('Hello, world.');")).toBe("'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='");
  });
});
