@NullMarked
package org.heliograph.desk;

import org.jspecify.annotations.NullMarked;
