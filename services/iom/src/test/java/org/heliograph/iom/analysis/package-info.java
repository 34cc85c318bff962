@NullMarked
package org.heliograph.iom.analysis;

import org.jspecify.annotations.NullMarked;
