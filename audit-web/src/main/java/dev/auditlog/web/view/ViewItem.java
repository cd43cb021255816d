package dev.auditlog.web.view;

/**
 * A view as a link.
 *
 * @param key names it in ids
 * @param text what it is called
 * @param hint what it shows, and whose it is
 * @param url where it leads
 * @param on whether the list shows it now
 * @param changeable whether this person may let it show something else
 */
public record ViewItem(String key, String text, String hint, String url, boolean on, boolean changeable) {}
