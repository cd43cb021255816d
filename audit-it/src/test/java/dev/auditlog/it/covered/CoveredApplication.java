package dev.auditlog.it.covered;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

@ApplicationPath("api")
public class CoveredApplication extends Application {}
