package dev.auditlog.view;

import java.time.Instant;

/**
 * A view that somebody has saved.
 *
 * @param id names it for ever, whatever it is called
 * @param owner name of the person who saved it
 * @param shared whether everybody sees it
 * @param content what it is called and what it shows
 * @param created when it was saved
 * @param changed when it was changed last
 */
public record View(String id, String owner, boolean shared, ViewContent content, Instant created, Instant changed) {}
