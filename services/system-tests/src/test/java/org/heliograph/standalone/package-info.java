@NullMarked
package org.heliograph.standalone;

import org.jspecify.annotations.NullMarked;
