package dev.auditlog.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.lang.reflect.Constructor;
import org.junit.jupiter.api.Test;

class RecordLinksTest {

    @Test
    void forget_afterARecordOfAnApplicationWasLinked_letsItsClassLoaderGo() throws Exception {
        WeakReference<ClassLoader> application = link();
        RecordLinks.forget();
        for (int i = 0; i < 10 && application.get() != null; i++) {
            System.gc();
        }
        assertNull(application.get());
    }

    private static WeakReference<ClassLoader> link() throws ReflectiveOperationException {
        ClassLoader loader = new Own();
        Class<?> type = loader.loadClass(LinkedRecord.class.getName());
        Constructor<?> constructor = type.getDeclaredConstructor(String.class);
        constructor.setAccessible(true);
        Object one = constructor.newInstance("a");
        Object same = constructor.newInstance("a");
        assertEquals(one, same);
        assertEquals(one.hashCode(), same.hashCode());
        assertEquals("LinkedRecord[text=a]", one.toString());
        return new WeakReference<>(loader);
    }

    private static final class Own extends ClassLoader {

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.equals(LinkedRecord.class.getName())) {
                return super.loadClass(name, resolve);
            }
            try (InputStream code = RecordLinksTest.class.getResourceAsStream("LinkedRecord.class")) {
                byte[] bytes = code.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}

/** Linked in a class loader of its own. */
record LinkedRecord(String text) {}
