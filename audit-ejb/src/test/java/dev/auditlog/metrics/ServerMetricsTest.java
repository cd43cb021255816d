package dev.auditlog.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricID;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.junit.jupiter.api.Test;

class ServerMetricsTest {

    private static final String API = "org.eclipse.microprofile.";

    private final Map<String, Supplier<Number>> shown = new TreeMap<>();
    private final MetricRegistry registry = (MetricRegistry) Proxy.newProxyInstance(
            getClass().getClassLoader(), new Class<?>[] {MetricRegistry.class}, (self, method, args) -> {
                int count = args.length;
                if (method.getName().equals("remove") && args[0] instanceof MetricID id) {
                    return shown.remove(named(id)) != null;
                } else if (method.getName().equals("counter") && count == 2 && args[0] instanceof Metadata counter) {
                    return counter(named(counter, (Tag[]) args[1]));
                } else if (method.getName().equals("gauge") && count == 3 && args[0] instanceof Metadata gauge) {
                    return gauge(named(gauge, (Tag[]) args[2]), args[1]);
                }
                throw new UnsupportedOperationException(method.toString());
            });

    private static String named(MetricID id) {
        return id.getName() + id.getTags();
    }

    private static String named(Metadata metadata, Tag... tags) {
        return named(new MetricID(metadata.getName(), tags));
    }

    private Counter counter(String name) {
        CountedUp counter = new CountedUp();
        shown.put(name, counter::getCount);
        return counter;
    }

    @SuppressWarnings("unchecked")
    private Object gauge(String name, Object value) {
        shown.put(name, (Supplier<Number>) value);
        return null;
    }

    private static final class CountedUp implements Counter {
        private long count;

        @Override
        public void inc() {
            inc(1);
        }

        @Override
        public void inc(long by) {
            count += by;
        }

        @Override
        public long getCount() {
            return count;
        }
    }

    @Test
    void meter_showsItsFiguresWithItsTags_untilItIsClosed() {
        ServerMetrics server = new MicroProfileMetrics(registry);
        Meter first = server.meter(Map.of("node", "a"));
        Meter second = server.meter(Map.of("node", "b"));
        LongConsumer written = first.counter("written_total", "");
        written.accept(3);
        written.accept(4);
        second.counter("written_total", "").accept(1);
        first.gauge("queue", "", () -> 42);
        assertEquals(7L, shown.get("written_total{node=a}").get());
        assertEquals(1L, shown.get("written_total{node=b}").get());
        assertEquals(42, shown.get("queue{node=a}").get());
        first.close();
        assertEquals("[written_total{node=b}]", shown.keySet().toString());
    }

    @Test
    void counter_thatSomebodyLeftBehind_beginsAnew() {
        ServerMetrics server = new MicroProfileMetrics(registry);
        server.meter(Map.of("node", "a")).counter("written_total", "").accept(5);
        server.meter(Map.of("node", "a")).counter("written_total", "").accept(2);
        assertEquals(2L, shown.get("written_total{node=a}").get());
    }

    @Test
    void applicationWithoutCdi_hasNoMetrics() {
        assertEquals(Optional.empty(), ServerMetrics.find(getClass().getClassLoader()));
    }

    @Test
    void serverWithoutMicroProfile_hasNoMetrics_andMissesNoClass() throws Exception {
        ClassLoader server = new WithoutMicroProfile();
        Class<?> there = server.loadClass(ServerMetrics.class.getName());
        Object found = there.getMethod("find", ClassLoader.class).invoke(null, server);
        assertEquals(Optional.empty(), found);
        assertTrue(there.getClassLoader() == server);
        server.loadClass(RegistryPoint.class.getName()).getAnnotations(); // what a container looks at in each class
    }

    /** Loads the library's classes anew, and has no MicroProfile. */
    private static final class WithoutMicroProfile extends ClassLoader {

        WithoutMicroProfile() {
            super(ServerMetricsTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith(API)) {
                throw new ClassNotFoundException(name);
            }
            if (!name.startsWith("dev.auditlog.metrics.")) {
                return super.loadClass(name, resolve);
            }
            Class<?> known = findLoadedClass(name);
            return known == null ? anew(name) : known;
        }

        private Class<?> anew(String name) throws ClassNotFoundException {
            try (InputStream code = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] bytes = code.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
