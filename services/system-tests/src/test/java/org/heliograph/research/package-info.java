@NullMarked
package org.heliograph.research;

import org.jspecify.annotations.NullMarked;
