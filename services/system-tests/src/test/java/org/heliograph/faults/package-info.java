@NullMarked
package org.heliograph.faults;

import org.jspecify.annotations.NullMarked;
