package dev.auditlog.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Map;

/** A request that knows what a test tells it, and refuses all other questions. */
public final class FakeRequest {

    private FakeRequest() {}

    /** @param answers name of the method, with its argument in brackets if it has one, to what it returns */
    public static HttpServletRequest of(Map<String, Object> answers) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                FakeRequest.class.getClassLoader(), new Class<?>[] {HttpServletRequest.class}, (self, method, args) -> {
                    String question = args == null ? method.getName() : method.getName() + "(" + args[0] + ")";
                    if (method.getName().equals("getHeader") && !answers.containsKey(question)) {
                        return null;
                    }
                    if (!answers.containsKey(question)) {
                        throw new UnsupportedOperationException(question);
                    }
                    return answers.get(question);
                });
    }
}
