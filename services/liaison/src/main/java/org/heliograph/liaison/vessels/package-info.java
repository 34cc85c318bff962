/**
 * The verification of vessels between the State that suspects one and the State whose flag it claims (Smuggling of
 * Migrants Protocol 8). The cooperation request is the casework, with states and clock; here is what is said in it.
 */
@NullMarked
package org.heliograph.liaison.vessels;

import org.jspecify.annotations.NullMarked;
