package dev.auditlog.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class AnnotationsTest {

    interface Contract {
        @Path("parts/{id}")
        Object part();

        @GET
        @Path("parts")
        Object parts();
    }

    abstract static class Base {
        @Path("owner")
        Object owner() {
            return this;
        }

        @GET
        Object read() {
            return this;
        }
    }

    static class PartsResource extends Base implements Contract {
        @Override
        public Object part() {
            return this;
        }

        @Override
        public Object parts() {
            return this;
        }

        @Override
        Object owner() {
            return this;
        }

        @Path("own")
        Object own() {
            return this;
        }

        Object plain() {
            return this;
        }
    }

    @Test
    void isLocator_pathWithoutHttpMethod_countsWhereverTheAnnotationsStand() {
        Set<String> locators = new TreeSet<>();
        for (Class<?> declaring : Set.of(PartsResource.class, Base.class)) {
            Arrays.stream(declaring.getDeclaredMethods())
                    .filter(method -> Annotations.isLocator(PartsResource.class, method))
                    .forEach(method -> locators.add(method.getName()));
        }
        assertEquals(Set.of("own", "owner", "part"), locators);
    }

    @Test
    void httpMethod_onAnInterface_isFound() throws Exception {
        assertEquals(
                Optional.of("GET"),
                Annotations.httpMethod(PartsResource.class, PartsResource.class.getMethod("parts")));
    }
}
