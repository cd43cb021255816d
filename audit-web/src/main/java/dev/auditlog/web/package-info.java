/** The console and the REST API: pages, resources and sign-in, by feature. */
@NullMarked
package dev.auditlog.web;

import org.jspecify.annotations.NullMarked;
