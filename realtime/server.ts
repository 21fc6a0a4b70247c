import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Logger } from 'pino';
import { WebSocketServer } from 'ws';
import { messageLog } from '../lib/chat/message-log';
import type { Database } from '../lib/db/client';
import { CLOSE } from '../lib/realtime-protocol/close-codes';
import { addressOf } from './address';
import { Connection } from './connection';
import { Changes } from './handlers/changes';
import { push } from './handlers/push';
import { catchUp } from './handlers/welcome';
import { createListener } from './http';
import { Hub } from './hub';
import type { Limits } from './limits';
import { createMetrics } from './metrics';
import { isOwnPage, type OriginRules } from './origin';
import { WaitingRoom } from './waiting-room';
import { watch } from './watch';

export interface RealtimeOptions {
  db: Database;
  /** The secret that tickets are signed with. */
  secret: string;
  limits: Limits;
  origins: OriginRules;
  host: string;
  /** 0 takes any free port. */
  port: number;
  log: Logger;
  /** Who asks for the metrics from elsewhere has to show it. */
  metricsToken?: string;
  /** Metrics of the process too; for the one server of a process. */
  processMetrics?: boolean;
}

export interface RealtimeServer {
  readonly port: number;
  /** True once the database's changes arrive. */
  isWatching(): boolean;
  /** Lets what was begun finish, says 1012 to everybody, and stops; may be called more than once. Leaves the database open. */
  close(): Promise<void>;
}

const REASONS = {
  403: 'Forbidden',
  404: 'Not Found',
  426: 'Upgrade Required',
  429: 'Too Many Requests',
  503: 'Service Unavailable',
} as const;

function refuse(socket: Socket, status: keyof typeof REASONS): void {
  socket.end(`HTTP/1.1 ${status} ${REASONS[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

/** Starts the sidecar: live conversation on `/ws`, health and metrics beside it. */
export async function startRealtimeServer(options: RealtimeOptions): Promise<RealtimeServer> {
  const { db, limits, log } = options;
  const metrics = createMetrics(options.processMetrics ?? false);
  const hub = new Hub(db, options.secret, limits, metrics, log);
  const changes = new Changes(hub);
  const stopPushing = messageLog(db).onStored((messages) => push(hub, messages));
  const catchUpAll = async (again: boolean): Promise<void> => {
    void hub.follower.sweep().catch((error: unknown) => log.warn({ err: error }, 'could not find what is behind'));
    if (!again) return;
    metrics.restarts.inc();
    for (const one of hub.connections)
      if (one.ready && one.actor)
        void catchUp(one, one.actor).catch((error: unknown) => log.warn({ err: error }, 'could not catch up'));
  };
  const following = watch(db, log, catchUpAll, (change) => changes.handle(change));
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: limits.frameBytes,
    perMessageDeflate: false,
    clientTracking: false,
  });
  const waiting = new WaitingRoom(limits.waitingPerAddress);
  const server = createServer(
    { requestTimeout: 10_000 },
    createListener(hub, () => following.open, options.metricsToken),
  );
  server.on('upgrade', (request, socket: Socket, head) => {
    socket.on('error', () => socket.destroy());
    const status = hub.draining
      ? 503
      : request.url?.split('?')[0] !== '/ws'
        ? 404
        : isOwnPage(request, options.origins)
          ? null
          : 403;
    const leaveWaiting = status ? undefined : waiting.enter(addressOf(request, options.origins.trustProxy));
    if (status || !leaveWaiting) {
      const refusal = status || 429;
      metrics.refused.inc({ status: String(refusal) });
      return refuse(socket, refusal);
    }
    // However it ends, and where the handshake fails.
    socket.once('close', leaveWaiting);
    sockets.handleUpgrade(request, socket, head, (ws) => {
      hub.add(new Connection(hub, ws, socket, leaveWaiting));
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, () => {
      server.off('error', reject);
      resolve();
    });
  });

  let closing: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    hub.draining = true;
    const patience = new Promise<void>((resolve) => setTimeout(resolve, limits.drainMs).unref());
    await Promise.race([Promise.all([...hub.connections].map((one) => one.idle())), patience]);
    for (const one of hub.connections) one.close(CLOSE.restarting);
    const stopped = new Promise<void>((resolve) => server.close(() => resolve()));
    const empty = async () => {
      while (hub.connections.size > 0) await new Promise((resolve) => setTimeout(resolve, 20));
    };
    await Promise.race([empty(), patience]);
    for (const one of hub.connections) one.terminate();
    server.closeAllConnections();
    await following.close();
    stopPushing();
    await hub.stop();
    sockets.close();
    await stopped;
  };
  return {
    port: (server.address() as AddressInfo).port,
    isWatching: () => following.open,
    close: () => (closing ??= close()),
  };
}
