@NullMarked
package org.heliograph.testkit;

import org.jspecify.annotations.NullMarked;
