/** What single steps of an audited call cost, without a server: JMH benchmarks, run by -Dbench=micro. */
@NullMarked
package dev.auditlog.bench.micro;

import org.jspecify.annotations.NullMarked;
