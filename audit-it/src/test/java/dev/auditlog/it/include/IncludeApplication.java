package dev.auditlog.it.include;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

@ApplicationPath("/")
public class IncludeApplication extends Application {}
