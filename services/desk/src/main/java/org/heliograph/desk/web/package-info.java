/** What every REST resource shares: strict input, problem details, pages. */
@NullMarked
package org.heliograph.desk.web;

import org.jspecify.annotations.NullMarked;
