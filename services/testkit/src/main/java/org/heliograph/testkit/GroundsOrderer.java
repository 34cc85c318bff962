package org.heliograph.testkit;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Test classes that run on the same {@link SharedGrounds} follow each other: first those that share nothing, then by
 * what they are extended with, and those on the whole stack last.
 */
public final class GroundsOrderer implements ClassOrderer {

    @Override
    public void orderClasses(ClassOrdererContext context) {
        context.getClassDescriptors()
                .sort(Comparator.comparing((ClassDescriptor one) -> one.isAnnotated(HeliographStack.class))
                        .thenComparing(GroundsOrderer::extensions)
                        .thenComparing(one -> one.getTestClass().getName()));
    }

    private static String extensions(ClassDescriptor one) {
        return one.findRepeatableAnnotations(ExtendWith.class).stream()
                .flatMap(extended -> Arrays.stream(extended.value()))
                .map(Class::getName)
                .sorted()
                .collect(Collectors.joining(","));
    }
}
