@NullMarked
package org.heliograph.desk.deadletters;

import org.jspecify.annotations.NullMarked;
