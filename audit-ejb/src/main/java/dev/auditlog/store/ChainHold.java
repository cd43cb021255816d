package dev.auditlog.store;

/**
 * A chain that a writer has taken. It has it until another one takes it with a higher epoch; then nothing is written
 * with this hold any more.
 *
 * @param application name of the deployment
 * @param node name of the node
 * @param epoch of this hold, 1 for the first one
 */
public record ChainHold(String application, String node, long epoch) {

    /** {@code application@node}. */
    public String chain() {
        return application + "@" + node;
    }
}
