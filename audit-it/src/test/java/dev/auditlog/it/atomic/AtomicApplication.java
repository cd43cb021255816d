package dev.auditlog.it.atomic;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

@ApplicationPath("api")
public class AtomicApplication extends Application {}
