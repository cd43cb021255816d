package dev.auditlog.config;

import java.util.Map;
import java.util.WeakHashMap;

/** The settings of each deployment in this library's reach, by class loader, none of which is kept alive. */
final class DeploymentConfigs {

    private final Map<ClassLoader, AuditConfig> byLoader = new WeakHashMap<>();

    AuditConfig current() {
        ClassLoader archive = Thread.currentThread().getContextClassLoader();
        ClassLoader key = archive == null ? DeploymentConfigs.class.getClassLoader() : archive;
        synchronized (byLoader) {
            return byLoader.computeIfAbsent(key, loader -> AuditConfig.load(loader, Names.deployment()));
        }
    }

    void forget(ClassLoader archive) {
        synchronized (byLoader) {
            byLoader.remove(archive);
        }
    }
}
