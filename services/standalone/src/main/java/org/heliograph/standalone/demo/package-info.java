/**
 * A story told on the running stack: what each party sees, and what the broker answers to one who wants to see more.
 */
@NullMarked
package org.heliograph.standalone.demo;

import org.jspecify.annotations.NullMarked;
