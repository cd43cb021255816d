/** Who works at the desk, and how they sign in. */
@NullMarked
package dev.auditlog.sample.signin;

import org.jspecify.annotations.NullMarked;
