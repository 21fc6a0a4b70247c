import { createServer } from 'node:http';
import { GET, POST } from '../../../app/api/conversations/[id]/messages/route';
import type { DefinedRoute } from '../../../lib/web/define-route';

/** The app's door to the conversation in a process of its own: the routes themselves, without the pages around them. */
const routes: Record<string, DefinedRoute> = { GET, POST };
const [port = '0'] = process.argv.slice(2);

const server = createServer((request, response) => {
  void (async () => {
    const url = new URL(request.url ?? '/', `http://127.0.0.1:${port}`);
    if (url.pathname === '/live') return void response.end('ok');
    const id = /^\/api\/conversations\/([^/]+)\/messages$/.exec(url.pathname)?.[1];
    const route = routes[request.method ?? ''];
    if (!id || !route) return void response.writeHead(404).end();
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const asked = new Request(url, {
      method: request.method,
      headers: request.headers as Record<string, string>,
      body: chunks.length > 0 ? Buffer.concat(chunks) : undefined,
    });
    const answer = await route(asked, { params: Promise.resolve({ id }) });
    response.writeHead(answer.status, Object.fromEntries(answer.headers));
    response.end(await answer.text());
  })().catch((error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    response.destroy();
  });
});
server.listen(Number(port), '127.0.0.1');
