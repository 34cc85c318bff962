@NullMarked
package org.heliograph.operations.web;

import org.jspecify.annotations.NullMarked;
