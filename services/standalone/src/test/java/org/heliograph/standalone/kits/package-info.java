@NullMarked
package org.heliograph.standalone.kits;

import org.jspecify.annotations.NullMarked;
