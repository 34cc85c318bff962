@NullMarked
package org.heliograph.iom.research;

import org.jspecify.annotations.NullMarked;
