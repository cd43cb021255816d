package dev.auditlog;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Every call of the annotated method, or of every business method of the annotated class, leaves an audit event.
 *
 * <p>Works on JAX-RS resource classes and methods, on their superclasses and interfaces, on sub-resource methods, and on
 * methods of CDI beans and session beans outside HTTP. For each member the method's value wins over the class's, and
 * the class's over the configuration. {@link NotAudited} on a method makes an exception on purpose.
 */
@InterceptorBinding
@Inherited
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Audited {

    /** Stable name of what was done; by default the simple class name and the method, as {@code OrderResource.create}. */
    @Nonbinding
    String operation() default "";

    /** What kind of access it is; by default told by the HTTP method. */
    @Nonbinding
    Activity activity() default Activity.DEFAULT;

    /**
     * Name of the path or query parameter that names the object. By default the parameter {@code id},
     * {@code resource_id}, one that ends in {@code Id} or {@code _id}, else the last path parameter; after a 201 the last
     * segment of {@code Location}.
     */
    @Nonbinding
    String target() default "";

    /** Type of the object; by default the resource class's simple name without "Resource". */
    @Nonbinding
    String targetType() default "";

    /** How much of the request is recorded. */
    @Nonbinding
    Data data() default Data.DEFAULT;

    /** Which ends of a call are recorded. */
    @Nonbinding
    Outcomes outcomes() default Outcomes.DEFAULT;

    /** How sure it is that the event is kept. */
    @Nonbinding
    Guarantee guarantee() default Guarantee.DEFAULT;

    /** Whether the caller must say why, in the header {@code Audit-Reason}. */
    @Nonbinding
    Reason reason() default Reason.DEFAULT;
}
