package org.heliograph.desk.publications;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An address that a reader may follow without running anything. Null passes. */
@Documented
@Constraint(validatedBy = {})
@ReportAsSingleViolation
@Size(max = 2_000)
@Pattern(regexp = "https?://\\S+")
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@interface WebAddress {

    /** What is said when it does not pass. */
    String message() default "must be an address that begins with https:// or http://, of at most 2000 characters";

    /** Not used. */
    Class<?>[] groups() default {};

    /** Not used. */
    Class<? extends Payload>[] payload() default {};
}
