@NullMarked
package org.heliograph.iom;

import org.jspecify.annotations.NullMarked;
