package dev.auditlog.bench.load;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/** One client: sends, and waits for the whole answer. */
final class Connection {

    private final InetSocketAddress server;
    private final ByteBuffer request;
    private final Answer answer = new Answer();
    private @Nullable SocketChannel channel;
    private long sentNanos;
    private long latencyNanos;

    Connection(InetSocketAddress server, byte[] request) {
        this.server = server;
        this.request = ByteBuffer.allocateDirect(request.length).put(request);
    }

    void open(Selector selector) throws IOException {
        SocketChannel opened = SocketChannel.open(server);
        opened.setOption(StandardSocketOptions.TCP_NODELAY, true);
        opened.configureBlocking(false);
        opened.register(selector, SelectionKey.OP_READ, this);
        channel = opened;
    }

    boolean isOpen() {
        return channel != null;
    }

    void send() throws IOException {
        request.flip();
        sentNanos = System.nanoTime();
        while (request.hasRemaining()) { // a request is far smaller than the socket's buffer
            channel().write(request);
        }
    }

    /** Reads what is there; returns whether the answer is complete. */
    boolean receive(ByteBuffer buffer) throws IOException {
        buffer.clear();
        if (channel().read(buffer) < 0) {
            throw new EOFException();
        }
        buffer.flip();
        if (!answer.add(buffer)) {
            return false;
        }
        latencyNanos = System.nanoTime() - sentNanos;
        if (answer.isLast()) {
            close();
        }
        return true;
    }

    int status() {
        return answer.status();
    }

    long latencyNanos() {
        return latencyNanos;
    }

    void close() throws IOException {
        SocketChannel open = channel;
        channel = null;
        answer.reset();
        if (open != null) {
            open.close();
        }
    }

    private SocketChannel channel() {
        SocketChannel open = channel;
        if (open == null) {
            throw new IllegalStateException("not open");
        }
        return open;
    }
}
