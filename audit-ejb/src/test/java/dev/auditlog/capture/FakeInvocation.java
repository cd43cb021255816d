package dev.auditlog.capture;

import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;

/** A call of a method without parameters. */
class FakeInvocation implements InvocationContext {

    private final Object bean;
    private final String name;
    private final Map<String, Object> data;

    FakeInvocation(Object bean, String name) {
        this(bean, name, new HashMap<>());
    }

    /** One of several interceptors' view of the same call. */
    FakeInvocation(Object bean, String name, Map<String, Object> data) {
        this.bean = bean;
        this.name = name;
        this.data = data;
    }

    @Override
    public Object getTarget() {
        return bean;
    }

    @Override
    public Method getMethod() {
        try {
            return bean.getClass().getDeclaredMethod(name);
        } catch (NoSuchMethodException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public Object proceed() throws Exception {
        return getMethod().invoke(bean);
    }

    @Override
    public Object[] getParameters() {
        return new Object[0];
    }

    @Override
    public void setParameters(Object[] parameters) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Object getTimer() {
        return null;
    }

    @Override
    public Constructor<?> getConstructor() {
        return null;
    }

    @Override
    public Map<String, Object> getContextData() {
        return data;
    }
}
