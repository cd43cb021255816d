package dev.auditlog.config;

import java.util.Set;
import java.util.function.Function;

/**
 * What a key's value may be.
 *
 * @param code code of the message about a wrong value
 * @param what what a wrong value is not, such as {@code a size}
 * @param allowed what is allowed, in words
 * @param list whether an empty value is a value: the empty list
 * @param planned values, in upper case, that a later release takes
 * @param parser reads a trimmed value; throws {@link IllegalArgumentException} for what is not allowed
 */
record ValueType<T>(
        String code, String what, String allowed, boolean list, Set<String> planned, Function<String, T> parser) {

    static <T> ValueType<T> of(String code, String what, String allowed, Function<String, T> parser) {
        return new ValueType<>(code, what, allowed, false, Set.of(), parser);
    }
}
