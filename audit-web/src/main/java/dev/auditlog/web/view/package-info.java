/** Views in the console: those that come with it, those that people save, and what a person's list begins with. */
@NullMarked
package dev.auditlog.web.view;

import org.jspecify.annotations.NullMarked;
