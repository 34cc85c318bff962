/** The borders between modules, as rules over all classes. */
@NullMarked
package org.heliograph.architecture;

import org.jspecify.annotations.NullMarked;
