@NullMarked
package org.heliograph.standalone.schemas;

import org.jspecify.annotations.NullMarked;
