package dev.auditlog.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands between a client and a database, and swallows what one says to the other without closing anything: as a peer
 * that is frozen, or gone without a word.
 */
public final class SilentPeer implements AutoCloseable {

    /** What is swallowed from then on. */
    public enum Swallowed {
        /** What the client sends, with the piece in which the text is. */
        QUESTIONS,
        /** What the database answers to the text. */
        ANSWERS
    }

    private final ServerSocket server;
    private final int databasePort;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final AtomicInteger silenced = new AtomicInteger();
    private volatile Trap trap;
    private volatile boolean silentAtLogin;

    public SilentPeer(int databasePort) {
        this.databasePort = databasePort;
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    private record Trap(String text, Swallowed swallowed) {}

    public int port() {
        return server.getLocalPort();
    }

    /** Lets the next connection on which the client sends this text fall silent. */
    public void silenceAt(String text, Swallowed swallowed) {
        trap = new Trap(text, swallowed);
    }

    /** Whether new connections are taken and never answered. */
    public void silentAtLogin(boolean silent) {
        silentAtLogin = silent;
    }

    /** How many connections have fallen silent. */
    public int silenced() {
        return silenced.get();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = server.accept();
                open.add(client);
                if (silentAtLogin) {
                    silenced.incrementAndGet();
                } else {
                    Socket database = new Socket(InetAddress.getLoopbackAddress(), databasePort);
                    open.add(database);
                    new Pair(client, database).start();
                }
            }
        } catch (IOException closed) {
            // the end
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "silent-peer");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One connection with both its halves. */
    private final class Pair {

        private final Socket client;
        private final Socket database;
        private volatile boolean silent;
        private volatile Swallowed swallowed;

        Pair(Socket client, Socket database) {
            this.client = client;
            this.database = database;
        }

        void start() {
            SilentPeer.start(() -> pump(client, database, Swallowed.QUESTIONS));
            SilentPeer.start(() -> pump(database, client, Swallowed.ANSWERS));
        }

        private void pump(Socket from, Socket to, Swallowed direction) {
            byte[] bytes = new byte[1 << 16];
            try {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                int count;
                while ((count = in.read(bytes)) >= 0) {
                    if (direction == Swallowed.QUESTIONS) {
                        spring(new String(bytes, 0, count, StandardCharsets.ISO_8859_1));
                    }
                    if (!silent || swallowed == Swallowed.ANSWERS && direction == Swallowed.QUESTIONS) {
                        out.write(bytes, 0, count);
                        out.flush();
                    }
                }
                if (!silent) { // else the other half never hears of the end
                    to.close();
                }
            } catch (IOException broken) {
                // the end of the other half
            }
        }

        private void spring(String said) {
            Trap now = trap;
            if (now != null && said.contains(now.text())) {
                trap = null;
                swallowed = now.swallowed();
                silent = true;
                silenced.incrementAndGet();
            }
        }
    }
}
