package dev.auditlog.bench;

import java.nio.file.Path;

/** Derby in the server's own process. */
record DerbyDatabase(Path folder) implements Database {

    @Override
    public String name() {
        return "Derby, embedded";
    }

    @Override
    public String driver() {
        return "org.apache.derby.iapi.jdbc.AutoloadedDriver";
    }

    @Override
    public String url() {
        return "jdbc:derby:" + folder.resolve("derby") + ";create=true";
    }

    @Override
    public long pid() {
        return 0;
    }

    @Override
    public Transactions transactions() {
        return new Transactions(0, 0);
    }

    @Override
    public void close() {
        // ends with the server
    }
}
