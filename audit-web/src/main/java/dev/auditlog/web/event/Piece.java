package dev.auditlog.web.event;

/**
 * A run of text.
 *
 * @param text as it is shown
 * @param marked whether it is told apart from the text around it: it was masked, or it is what differs
 */
public record Piece(String text, boolean marked) {}
