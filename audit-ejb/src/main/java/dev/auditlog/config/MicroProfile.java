package dev.auditlog.config;

import java.lang.System.Logger.Level;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Asks MicroProfile Config where the server has it; by reflection, since it is no part of Jakarta EE 10. */
final class MicroProfile implements Function<String, @Nullable String> {

    private static final System.Logger LOG = System.getLogger(MicroProfile.class.getName());
    private static final String API = "org.eclipse.microprofile.config.";

    private final Object config;
    private final Method getOptionalValue;

    private MicroProfile(Object config, Method getOptionalValue) {
        this.config = config;
        this.getOptionalValue = getOptionalValue;
    }

    /** Returns the configuration that the application of this loader sees; one that knows no key where there is none. */
    static Function<String, @Nullable String> of(ClassLoader archive) {
        try {
            Class<?> provider = Class.forName(API + "ConfigProvider", true, archive);
            Class<?> config = Class.forName(API + "Config", true, archive);
            Object found = provider.getMethod("getConfig", ClassLoader.class).invoke(null, archive);
            return new MicroProfile(found, config.getMethod("getOptionalValue", String.class, Class.class));
        } catch (ReflectiveOperationException | LinkageError e) {
            LOG.log(Level.DEBUG, "MicroProfile Config is not used", e);
            return key -> null;
        }
    }

    @Override
    public @Nullable String apply(String key) {
        try {
            Object value = getOptionalValue.invoke(config, key, String.class);
            return (String) ((Optional<?>) value).orElse(null);
        } catch (ReflectiveOperationException e) {
            LOG.log(Level.WARNING, ConfigMessages.microProfileFailed(key), e);
            return null;
        }
    }
}
