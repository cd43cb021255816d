package dev.auditlog.it.mapped;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

@ApplicationPath("api")
public class MappedApplication extends Application {}
