import { createServer } from 'node:http';
import express from 'express';
import { Server } from 'socket.io';
import { connect } from '../../../../lib/db/client';
import { place, type PlainMessage, portOf, report } from './report';

/** The usual stack: Express and Socket.IO with rooms, and the same durable insert. */
const { uri, name } = place();
const messages = connect(uri).db(name).collection<PlainMessage>('messages');

const app = express();
app.get('/health', (_request, response) => void response.json({ status: 'ok' }));
const server = createServer(app);
const io = new Server(server, { transports: ['websocket'], serveClient: false });

io.use((socket, next) => {
  socket.data = { user: socket.handshake.auth['user'], conversationIds: socket.handshake.auth['conversationIds'] };
  next();
});
io.on('connection', (socket) => {
  void socket.join(socket.data.conversationIds);
  socket.on('send', (frame: PlainMessage, acknowledge: (id: string) => void) => {
    const { conversationId, clientMessageId, content } = frame;
    const message = { conversationId, clientMessageId, content, from: socket.data.user, createdAt: new Date() };
    void messages.insertOne({ ...message }).then(() => {
      acknowledge(clientMessageId);
      socket.to(conversationId).emit('message', message);
    });
  });
});
server.listen(0, '127.0.0.1', () => report(portOf(server.address())));
