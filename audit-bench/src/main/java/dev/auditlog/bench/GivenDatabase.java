package dev.auditlog.bench;

/** An operator's own database; it stays as it is. */
record GivenDatabase(String url, String user, String password) implements Database {

    @Override
    public String name() {
        return url.startsWith("jdbc:postgresql:") ? "PostgreSQL of the operator" : "database of the operator";
    }

    @Override
    public String driver() {
        return url.startsWith("jdbc:postgresql:")
                ? "org.postgresql.Driver"
                : "org.apache.derby.iapi.jdbc.AutoloadedDriver";
    }

    @Override
    public long pid() {
        return 0;
    }

    @Override
    public Transactions transactions() {
        return new Transactions(0, 0);
    }

    /** Without the password, since it may stand in reports. */
    @Override
    public String toString() {
        return url;
    }

    @Override
    public void close() {
        // it is not ours to end
    }
}
