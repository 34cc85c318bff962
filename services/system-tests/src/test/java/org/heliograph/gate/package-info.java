@NullMarked
package org.heliograph.gate;

import org.jspecify.annotations.NullMarked;
