@NullMarked
package org.heliograph.standalone.onboarding;

import org.jspecify.annotations.NullMarked;
