package dev.auditlog.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A demo that runs: the server as a child process, its addresses and its sign-ins. Tests start one of their own with
 * {@link #start} on a free port and a new folder.
 */
public final class DemoProcess implements AutoCloseable {

    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private final DemoSettings settings;
    private final DemoServer server;
    private final FileChannel lock;

    private DemoProcess(DemoSettings settings, DemoServer server, FileChannel lock) {
        this.settings = settings;
        this.server = server;
        this.lock = lock;
    }

    /**
     * Starts Payara Micro with the console and the order desk and returns when both answer, or, with traffic, when the
     * first traffic was sent.
     *
     * @throws DemoException if it cannot be started; nothing runs then
     */
    public static DemoProcess start(DemoSettings settings) {
        return start(settings, new MicroServer(settings));
    }

    static DemoProcess start(DemoSettings settings, DemoServer server) {
        Folders.createPrivate(settings.data());
        checkPort(settings.port());
        DemoProcess demo = new DemoProcess(settings, server, lock(settings.data()));
        Runtime.getRuntime().addShutdownHook(new Thread(demo::close, "demo-stop"));
        try {
            server.start();
            Readiness.await(settings, server);
            demo.sendFirstTraffic();
            return demo;
        } catch (RuntimeException failed) {
            demo.close();
            throw failed;
        }
    }

    private void sendFirstTraffic() {
        Path done = settings.data().resolve("traffic.txt");
        if (settings.traffic() && !Files.exists(done)) {
            Folders.write(done, new Traffic(settings).send());
        }
    }

    /** Of the console, with a slash at the end. */
    public URI console() {
        return URI.create(settings.address() + "/audit/");
    }

    /** Of the order desk's REST API, with a slash at the end. */
    public URI sample() {
        return URI.create(settings.address() + "/sample/api/");
    }

    /** Passwords, database and folders. */
    public DemoSettings settings() {
        return settings;
    }

    /** What the server says. */
    public Path log() {
        return server.log();
    }

    /** A port of 127.0.0.1 that was free a moment ago; never the same one twice, as a server asks for many at once. */
    public static int freePort() {
        while (true) {
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                if (GIVEN.add(socket.getLocalPort())) {
                    return socket.getLocalPort();
                }
            } catch (IOException none) {
                throw new UncheckedIOException(none);
            }
        }
    }

    boolean isRunning() {
        return server.exitCode() < 0;
    }

    @Override
    public synchronized void close() {
        server.stop();
        try {
            lock.close();
        } catch (IOException ignored) {
            // the lock ends with this process
        }
    }

    private static void checkPort(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true); // connections of an earlier demo may still be closing
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException taken) {
            throw DemoMessages.portTaken(port);
        }
    }

    private static FileChannel lock(Path data) {
        try {
            FileChannel file =
                    FileChannel.open(data.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = file.tryLock();
            if (lock == null) {
                file.close();
                throw DemoMessages.dataInUse(data);
            }
            return file;
        } catch (OverlappingFileLockException here) {
            throw DemoMessages.dataInUse(data);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
