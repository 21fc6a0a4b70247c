import { WebSocketServer, type WebSocket } from 'ws';
import { connect } from '../../../../lib/db/client';
import { place, type PlainMessage, portOf, report } from './report';

/** The floor: `ws`, one durable insert, the acknowledgement, the push. No account, no number, no check. */
const { uri, name } = place();
const messages = connect(uri).db(name).collection<PlainMessage>('messages');
const rooms = new Map<string, Set<WebSocket>>();

const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false });
server.on('connection', (socket) => {
  let user = '';
  let joined: string[] = [];
  socket.on('message', (data) => {
    const frame = JSON.parse(String(data));
    if (frame.t === 'hello') {
      user = frame.user;
      joined = frame.conversationIds;
      for (const id of joined) {
        const room = rooms.get(id) ?? new Set<WebSocket>();
        rooms.set(id, room.add(socket));
      }
      socket.send('{"t":"ready"}');
      return;
    }
    const { conversationId, clientMessageId, content } = frame;
    const message = { conversationId, clientMessageId, content, from: user, createdAt: new Date() };
    void messages.insertOne({ ...message }).then(() => {
      socket.send(JSON.stringify({ t: 'ack', clientMessageId }));
      const pushed = JSON.stringify({ t: 'message', message });
      for (const other of rooms.get(conversationId) ?? []) if (other !== socket) other.send(pushed);
    });
  });
  socket.on('close', () => {
    for (const id of joined) rooms.get(id)?.delete(socket);
  });
});
server.on('listening', () => report(portOf(server.address())));
