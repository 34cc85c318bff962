package org.heliograph.desk.openapi;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.annotation.Annotation;
import org.heliograph.desk.web.PlainText;
import org.springdoc.core.customizers.PropertyCustomizer;

/** Says how long free text may be. */
final class TextLengths implements PropertyCustomizer {

    @Override
    public Schema<?> customize(@SuppressWarnings("rawtypes") Schema property, AnnotatedType type) {
        if (type.getCtxAnnotations() != null) {
            for (Annotation annotation : type.getCtxAnnotations()) {
                if (annotation instanceof PlainText text) {
                    property.minLength(1).maxLength(text.max());
                }
            }
        }
        return property;
    }
}
