package dev.auditlog.view;

/**
 * Who changes a view.
 *
 * @param name name of the person
 * @param admin whether the person may change what others share
 */
public record Editor(String name, boolean admin) {}
