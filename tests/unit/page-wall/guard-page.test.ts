import { createServer, get, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import compression from 'compression';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guardPage, renderSealed } from '@/lib/page-wall/guard-page';
import { hashSource } from '@/lib/page-wall/policy';
import { renameStyles, StyleRenamer } from '@/lib/page-wall/rename-styles';

const policy = (scripts: readonly string[]): string => `script-src ${scripts.join(' ')}`;

/** What a browser gets of an answer that the guard stood before. */
async function ask(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
  headers: IncomingHttpHeaders = {},
): Promise<{ headers: IncomingHttpHeaders; status: number; body: Buffer }> {
  const compress = compression({ threshold: 0 });
  const server = createServer((request, response) => {
    compress(request as never, response as never, () => undefined);
    guardPage(request, response, policy);
    answer(request, response);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  try {
    return await new Promise((resolve, reject) => {
      const { port } = server.address() as AddressInfo;
      get({ host: '127.0.0.1', port, headers, agent: false }, (got) => {
        const parts: Buffer[] = [];
        got.on('data', (part: Buffer) => parts.push(part));
        got.on('end', () => resolve({ headers: got.headers, status: got.statusCode ?? 0, body: Buffer.concat(parts) }));
      }).on('error', reject);
    });
  } finally {
    server.close();
  }
}

const nonceOf = (text: unknown): string | undefined => /'nonce-([^']+)'/.exec(String(text))?.[1];

describe('the guard of a page', () => {
  it('gives a page that comes in parts a nonce, the same in the request and in the answer, another each time', async () => {
    let seen: unknown;
    const page = (request: IncomingMessage, response: ServerResponse) => {
      seen = request.headers['content-security-policy'];
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.flushHeaders();
      response.write('<p sty');
      response.write('le="left:20%">à');
      response.write(Buffer.from('<b style="color:red">'));
      response.end();
    };
    const first = await ask(page);
    expect(nonceOf(first.headers['content-security-policy'])).toHaveLength(24);
    expect(nonceOf(seen)).toBe(nonceOf(first.headers['content-security-policy']));
    expect(first.body.toString()).toBe('<p data-style="left:20%">à<b data-style="color:red">');
    expect(nonceOf((await ask(page)).headers['content-security-policy'])).not.toBe(
      nonceOf(first.headers['content-security-policy']),
    );
  });

  it('names the scripts of a page made before by their hashes, and says its true length', async () => {
    const html = '<i style="left:0"></i><script>one()</script>';
    const { headers, body } = await ask((_, response) => {
      response.setHeader('content-type', 'text/html');
      response.setHeader('content-length', html.length);
      response.end(html);
    });
    expect(headers['content-security-policy']).toContain(hashSource('one()'));
    expect(body.toString()).toBe('<i data-style="left:0"></i><script>one()</script>');
    expect(headers['content-length']).toBe(String(body.length));
  });

  it('names no script by what is in it where the page was made for this request', async () => {
    const { headers } = await ask((request, response) => {
      const nonce = nonceOf(request.headers['content-security-policy']);
      response.setHeader('content-type', 'text/html');
      response.end(`<script nonce="${nonce}">own()</script><script>theirs()</script>`);
    });
    expect(headers['content-security-policy']).not.toContain('sha256');
  });

  it('stands before the compression', async () => {
    const { headers, body } = await ask(
      (_, response) => {
        response.setHeader('content-type', 'text/html');
        response.write('<i style="left:0">');
        response.end('</i>');
      },
      { 'accept-encoding': 'gzip' },
    );
    expect(headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(body).toString()).toBe('<i data-style="left:0"></i>');
  });

  it('leaves what is no page as it is', async () => {
    const { body } = await ask((_, response) => {
      response.setHeader('content-type', 'image/svg+xml');
      response.end('<svg style="x"/>');
    });
    expect(body.toString()).toBe('<svg style="x"/>');
    const bare = await ask((_, response) => {
      response.statusCode = 307;
      response.end();
    });
    expect([bare.status, bare.body.length]).toEqual([307, 0]);
  });

  it('never answers a page with « as you have it », for that answer carries another nonce', async () => {
    let known: unknown;
    await ask(
      (request, response) => {
        known = request.headers['if-none-match'];
        response.end();
      },
      { accept: 'text/html,*/*', 'if-none-match': '"x"' },
    );
    expect(known).toBeUndefined();
  });
});

describe('renaming style attributes', () => {
  it('is the same however the page is cut', () => {
    const piece = fc.constantFrom(' style="', 'style', ' sty', 'é', ' ', '"', '<b', '✂️');
    fc.assert(
      fc.property(fc.array(piece), fc.array(fc.nat(40)), (pieces, cuts) => {
        const html = Buffer.from(pieces.join(''));
        const renamer = new StyleRenamer();
        const parts: Buffer[] = [];
        let from = 0;
        for (const length of cuts) {
          parts.push(renamer.push(html.subarray(from, from + length)));
          from += length;
        }
        parts.push(renamer.push(html.subarray(from)), renamer.end());
        expect(Buffer.concat(parts).toString()).toBe(html.toString().replaceAll(' style="', ' data-style="'));
        expect(renameStyles(html).toString()).toBe(html.toString().replaceAll(' style="', ' data-style="'));
      }),
    );
  });
});

describe('a page that is kept', () => {
  const html = (body: string, type = 'text/html; charset=utf-8') => ({
    status: 200,
    headers: { 'content-type': type },
    body: Buffer.from(body),
  });

  it('knows its scripts; what is no page stays as it is', async () => {
    const sealed = await renderSealed(() => Promise.resolve(html('<b style="top:0"><script>x</script>')));
    expect(sealed.body.toString()).toBe('<b data-style="top:0"><script>x</script>');
    expect(sealed.scripts).toEqual([hashSource('x')]);
    const data = html('<b style="top:0">', 'text/x-component');
    expect(await renderSealed(() => Promise.resolve(data))).toBe(data);
  });

  it('names what Next marked as its own, nothing that came in with words, and keeps no nonce', async () => {
    let nonce = '';
    const sealed = await renderSealed((headers) => {
      nonce = nonceOf(headers['content-security-policy']) ?? '';
      const written = `<script nonce="${nonce}">own("${nonce}")</script><script>theirs()</script><script src="/a.js" nonce="${nonce}"></script>`;
      const page = html(written);
      const link = `</a.css>; rel=preload; nonce="${nonce}"; as="style", </b.css>; rel=preload; as="style"; nonce="${nonce}"`;
      return Promise.resolve({ ...page, headers: { ...page.headers, link } });
    });
    expect(nonce).toHaveLength(24);
    expect(sealed.headers).toMatchObject({
      link: ['</a.css>; rel=preload; as="style", </b.css>; rel=preload; as="style"'],
    });
    expect(sealed.scripts).toEqual([hashSource('own("")')]);
    expect(sealed.body.toString()).toBe(
      '<script>own("")</script><script>theirs()</script><script src="/a.js"></script>',
    );
  });
});
