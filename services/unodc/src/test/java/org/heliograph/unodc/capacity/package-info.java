@NullMarked
package org.heliograph.unodc.capacity;

import org.jspecify.annotations.NullMarked;
