@NullMarked
package org.heliograph.liaison.vessels;

import org.jspecify.annotations.NullMarked;
