package dev.auditlog.query;

import dev.auditlog.query.QuerySyntaxException.Fault;
import inet.ipaddr.AddressStringException;
import inet.ipaddr.AddressStringParameters.RangeParameters;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import inet.ipaddr.IncompatibleAddressException;

/** Reads an address or a CIDR block as the range of its addresses. Never asks a name server. */
final class AddressReader {

    private static final String ALLOWED = "an IPv4 or IPv6 address or a CIDR block, such as 203.0.113.7, 10.0.0.0/8 or "
            + "2001:db8::/32; several with commas";
    private static final IPAddressStringParameters STRICT = new IPAddressStringParameters.Builder()
            .allowEmpty(false)
            .allowAll(false)
            .allowSingleSegment(false)
            .allowMask(false)
            .allowPrefixOnly(false)
            .allowWildcardedSeparator(false)
            .setRangeOptions(RangeParameters.NO_RANGE)
            .getIPv4AddressParametersBuilder()
            .allow_inet_aton(false)
            .getParentBuilder()
            .getIPv6AddressParametersBuilder()
            .allowZone(false)
            .allowBase85(false)
            .getParentBuilder()
            .toParams();

    private AddressReader() {}

    static Condition.Addresses read(TermValue value) {
        if (!value.prefix()) {
            try {
                IPAddress block =
                        new IPAddressString(value.text(), STRICT).toAddress().toPrefixBlock();
                return new Condition.Addresses(
                        block.getLower().getBytes(), block.getUpper().getBytes());
            } catch (AddressStringException | IncompatibleAddressException refused) {
                throw bad(value);
            }
        }
        throw bad(value);
    }

    private static QuerySyntaxException bad(TermValue value) {
        return QueryMessages.badValue(Qualifier.IP.word(), ALLOWED, Fault.at(value.position(), value.shown(), ALLOWED));
    }
}
