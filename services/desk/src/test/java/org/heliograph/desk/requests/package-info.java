@NullMarked
package org.heliograph.desk.requests;

import org.jspecify.annotations.NullMarked;
