/** What was read, over HTTP. */
@NullMarked
package org.heliograph.desk.reads.web;

import org.jspecify.annotations.NullMarked;
