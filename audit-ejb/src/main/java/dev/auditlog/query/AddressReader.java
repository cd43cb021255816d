package dev.auditlog.query;

import dev.auditlog.address.AddressRange;
import dev.auditlog.query.QuerySyntaxException.Fault;

/** Reads an address or a CIDR block as the range of its addresses. */
final class AddressReader {

    private static final String ALLOWED = AddressRange.ALLOWED + "; several with commas";

    private AddressReader() {}

    static Condition.Addresses read(TermValue value) {
        try {
            if (!value.prefix()) {
                return new Condition.Addresses(AddressRange.parse(value.text()));
            }
        } catch (IllegalArgumentException refused) {
            throw bad(value); // its message says the same as ours, without the place
        }
        throw bad(value);
    }

    private static QuerySyntaxException bad(TermValue value) {
        return QueryMessages.badValue(Qualifier.IP.word(), ALLOWED, Fault.at(value.position(), value.shown(), ALLOWED));
    }
}
