package dev.auditlog.it.unaudited;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

@ApplicationPath("api")
public class UnauditedApplication extends Application {}
