package dev.auditlog.web.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The API below {@code /audit/api}. */
@ApplicationPath("/api")
public class ApiApplication extends Application {}
