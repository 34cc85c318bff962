@NullMarked
package org.heliograph.desk.security;

import org.jspecify.annotations.NullMarked;
