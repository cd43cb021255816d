package dev.auditlog.bench;

import java.lang.reflect.Proxy;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;

/** A database that stops to answer: while the gate is shut, whoever asks for a connection waits. */
final class Gate {

    private final DataSource behind;
    private final Semaphore open = new Semaphore(1);

    Gate(DataSource behind) {
        this.behind = behind;
    }

    DataSource dataSource() {
        return (DataSource) Proxy.newProxyInstance(
                Gate.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    open.acquire();
                    open.release();
                    return method.invoke(behind, arguments);
                });
    }

    void shut() {
        open.acquireUninterruptibly();
    }

    void open() {
        open.release();
    }
}
