/** Views that people save: a query with its range and order under a name, private or shared, and whose list begins with it. */
@NullMarked
package dev.auditlog.view;

import org.jspecify.annotations.NullMarked;
