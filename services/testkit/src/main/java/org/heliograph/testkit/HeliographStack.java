package org.heliograph.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs the tests of a class on the whole stack, which starts on free ports and from an empty state folder. Constructors
 * and methods may take the {@link org.heliograph.standalone.Stack} as a parameter. Tests share it: whoever stops or
 * kills a component starts it again.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(StackExtension.class)
@Tag(HeliographStack.TAG)
public @interface HeliographStack {

    /** What all of these tests are tagged with. */
    String TAG = "whole-stack";
}
