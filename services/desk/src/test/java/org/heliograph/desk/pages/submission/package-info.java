@NullMarked
package org.heliograph.desk.pages.submission;

import org.jspecify.annotations.NullMarked;
