package dev.auditlog.sample.order;

/** What a client may send here. A type of its own, so that {@link FormReader} is closer to it than the server's reader. */
public sealed interface Form permits OrderForm, OrderPatch, TransferForm {}
