package dev.auditlog.sample.order;

import dev.auditlog.sample.http.Body;
import dev.auditlog.sample.http.Fields;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Reads the forms of this package from JSON or an HTML form, so that what is malformed is a 400 and not a 500. */
@Provider
public class FormReader implements MessageBodyReader<Form> {

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return Form.class.isAssignableFrom(type);
    }

    @Override
    public Form readFrom(
            Class<Form> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body) {
        if (TransferForm.class.equals(type)) {
            return Body.readIfAny(mediaType, body).map(TransferForm::of).orElse(TransferForm.ANYWHERE);
        }
        Fields sent = Body.read(mediaType, body);
        return OrderPatch.class.equals(type) ? OrderPatch.of(sent) : OrderForm.of(sent);
    }
}
